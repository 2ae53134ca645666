"""The sheet of a year as it stands now, and as it was frozen. It writes nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.speech_sheet import Told
from tirek.insight.speeches.contents import counts_digest, figures_of
from tirek.insight.speeches.counting import figures, outsider
from tirek.insight.speeches.models import SpeechSheet
from tirek.insight.speeches.policies import check_may_read_sheets
from tirek.records.visits.queries import visited_years


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A frozen version in a list. `frozen_by` is an account id."""

    id: UUID
    year: int
    version: int
    as_of: datetime
    frozen_by: str
    counts: str


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One frozen version, whole."""

    line: SheetLine
    country: str
    digest: str
    figures: tuple[Told, ...]
    demonstration: bool


COLUMNS = ("pk", "year", "version", "as_of", "frozen_by", "counts")


def live_sheet(*, by: Actor, country: str, year: int, today: date) -> tuple[tuple[Told, ...], str]:
    """The figures of the year as they stand now, and their sign by which the head freezes them. Raises NotAllowed, NotFound for a year that has not begun. Cost: 9 queries."""
    check_may_read_sheets(by, country)
    if not 2000 <= year <= today.year:
        raise NotFound
    found = figures(country, year, today)
    return found, counts_digest(found)


def sheet_years(*, by: Actor, country: str, today: date) -> tuple[int, ...]:
    """Years of which there is something to count, the newest first; this year always. Raises NotAllowed. Cost: one query."""
    check_may_read_sheets(by, country)
    known = visited_years(by=outsider(country), country=country) or (today.year, today.year)
    return tuple(range(max(today.year, known[1]), min(known[0], today.year) - 1, -1))


def frozen_sheets(*, by: Actor, country: str, year: int | None = None) -> tuple[SheetLine, ...]:
    """Frozen versions of a year, or of all, the newest first. Cost: one query."""
    found = SpeechSheet.objects.visible_to(by, country)
    return tuple(SheetLine(*each) for each in (found if year is None else found.filter(year=year)).values_list(*COLUMNS))


def frozen_sheet(sheet_id: UUID, *, by: Actor) -> SheetFacts:
    """One version; raises NotFound. Cost: one query."""
    row = SpeechSheet.objects.filter(pk=sheet_id).first()
    if row is None or not SpeechSheet.objects.visible_to(by, row.country).filter(pk=sheet_id).exists():
        raise NotFound
    line = SheetLine(row.pk, row.year, row.version, row.as_of, row.frozen_by, row.counts)
    return SheetFacts(line, row.country, row.digest, figures_of(row.body), row.origin == "demonstration")
