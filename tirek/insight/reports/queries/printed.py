"""Numbers that issued reports print, of reports named by their number. It knows no speech."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.insight.reports.documents.model import Number
from tirek.insight.reports.freezing import present
from tirek.insight.reports.reach import visible_settled

MOST = 10
"""Reports that are opened at once."""


@dataclass(frozen=True, slots=True)
class PrintedNumbers:
    """The numbers of an issued report as its frozen bytes hold them."""

    report_id: UUID
    number: str
    issued_on: date | None
    numbers: tuple[Number, ...]


def printed_numbers(report_numbers: Collection[str], *, by: Actor, country: str) -> tuple[PrintedNumbers, ...]:
    """Of the issued reports with these numbers that the reader may see. Cost: 1 query, and a file for each."""
    if not report_numbers:
        return ()
    found = visible_settled(by, country).filter(state="issued", number__in=sorted(report_numbers)[:MOST]).select_related("issued")
    return tuple(PrintedNumbers(row.pk, row.number, row.issued_on, tuple(present(row).numbers)) for row in found)
