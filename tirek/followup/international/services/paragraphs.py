"""Recommendations of a report, by the number of their paragraph: entered one by one or by a table. It links nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tirek.followup.international.models import BodyReport, Paragraph
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.reach import reach_paragraph, reach_report
from tirek.followup.international.refusals import AddresseeUnknown, ParagraphTaken, ParagraphTextNeeded, ParagraphUnclear
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import authorities
from tirek.foundation.ledger.kept_once import kept_once
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.numbered_paragraphs import cited, place_of
from tirek.ground.rules.sheet_refusals import StillUsed
from tirek.ground.rules.words import Words


def enter_paragraph(*, report_id: UUID, number: str, text: Words, by: Actor, addressee: str = "", confirmed: bool = False) -> Recorded[UUID]:
    """A recommendation as it stands in the report. `confirmed`: the writer has looked at what in the text could name a person.

    Raises NotFound, NotAllowed, ParagraphUnclear, ParagraphTaken, ParagraphTextNeeded, AddresseeUnknown, PassagesUndecided.
    """
    with record("international.paragraph-entered", by=by) as act:
        report = reach_report(report_id, by, reading=True)
        check_may_enter(by, report.country)
        row = Paragraph(country=report.country, report=report, number=cited(number), text=text, addressee=addressee)
        if not row.number:
            raise ParagraphUnclear(number=number[:40])
        if report.paragraphs.filter(number=row.number).exists():
            raise ParagraphTaken(number=row.number, symbol=named(report))
        row.place = place_of(row.number)
        check(row)
        act.purpose = passages(row.text, confirmed=confirmed)
        kept_once(row, ParagraphTaken(number=row.number, symbol=named(report)))
        act.about("paragraph", row.pk)
        return act.of(row.pk)


def amend_paragraph(*, paragraph_id: UUID, changes: Mapping[str, Any], by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Mends its text, adds a language, names another addressee. Raises NotFound, NotAllowed, ParagraphTextNeeded, AddresseeUnknown, PassagesUndecided."""
    with record("international.paragraph-amended", by=by, subject=("paragraph", paragraph_id)) as act:
        row = reach_paragraph(paragraph_id, by)
        check_may_enter(by, row.country)
        row.text, row.addressee = changes.get("text", row.text), changes.get("addressee", row.addressee)
        check(row)
        act.purpose = passages(row.text, confirmed=confirmed)
        row.save()
        return act.of(row.pk)


def check(row: Paragraph) -> None:
    """Raises ParagraphTextNeeded, AddresseeUnknown."""
    if not row.text:
        raise ParagraphTextNeeded
    if row.addressee and row.addressee not in {each.code for each in authorities(row.country)}:
        raise AddresseeUnknown(code=row.addressee[:60])


def remove_paragraph(*, paragraph_id: UUID, by: Actor) -> Recorded[None]:
    """Takes one away to which nobody linked anything, not even for a while. Raises NotFound, NotAllowed, StillUsed."""
    with record("international.paragraph-removed", by=by, subject=("paragraph", paragraph_id)) as act:
        row = reach_paragraph(paragraph_id, by)
        check_may_enter(by, row.country)
        if row.links.exists() or row.later_links.exists():
            raise StillUsed
        row.delete()
        return act.of(None)


def named(report: BodyReport) -> str:
    """What a report is called in a sentence: its symbol, else its title."""
    return report.symbol or report.title.best("en")
