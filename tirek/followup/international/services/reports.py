"""Entering a report of an international body, and the dated steps of its confidentiality. It knows no way back."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from tirek.followup.international.models import BodyReport, Step
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.reach import reach_report, reach_review
from tirek.followup.international.refusals import SourceNeeded, SymbolTaken
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.kept_once import kept_once
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.international_report_states import DatedStep, check_step
from tirek.ground.rules.words import Words


def enter_report(
    *, review_id: UUID, title: Words, state: str, on: date, source: str, by: Actor, symbol: str = "", dated: date | None = None, by_then: bool = False,
    confirmed: bool = False,
) -> Recorded[UUID]:  # fmt: skip
    """A report with its first step: confidential to the State, or public. Raises NotFound, NotAllowed, SymbolTaken and what `enter_step` raises."""
    with record("international.report-entered", by=by) as act:
        review = reach_review(review_id, by)
        check_may_enter(by, review.country)
        plain = " ".join(symbol.split())
        if plain and BodyReport.objects.filter(country=review.country, symbol=plain).exists():
            raise SymbolTaken(symbol=plain)
        row = BodyReport(country=review.country, review=review, title=title, symbol=plain, dated=dated, state=state)
        act.purpose = passages(title, source, confirmed=confirmed)
        kept_once(row, SymbolTaken(symbol=plain))
        add_step(row, [], DatedStep(state, on, by_then), source, by)
        act.about("international-report", row.pk)
        return act.of(row.pk)


def enter_step(*, report_id: UUID, state: str, on: date, source: str, by: Actor, by_then: bool = False, confirmed: bool = False) -> Recorded[UUID]:
    """The next step: publication requested, or public. There is no verb that goes back.

    `by_then`: the source tells that it was so on that day, not since when. `confirmed`: the writer has looked at what in the source could name a person.
    Raises NotFound, NotAllowed, StepNotPossible, StepAhead, StepBefore, SourceNeeded, PassagesUndecided.
    """
    with record("international.step-entered", by=by, subject=("international-report", report_id)) as act:
        row = reach_report(report_id, by, lock=True)
        check_may_enter(by, row.country)
        before = [DatedStep(each.state, each.on, each.by_then) for each in row.steps.all()]
        act.purpose = passages(source, confirmed=confirmed)
        made = add_step(row, before, DatedStep(state, on, by_then), source, by)
        row.state = state
        row.save()
        return act.of(made)


def add_step(row: BodyReport, before: Sequence[DatedStep], new: DatedStep, source: str, by: Actor) -> UUID:
    """Checks and keeps a step."""
    check_step(before, new, today(row.country))
    said = source.strip()
    if not said:
        raise SourceNeeded
    step = Step(country=row.country, report=row, position=len(before) + 1, state=new.state, on=new.on, by_then=new.by_then, source=said, entered_by=by.id)
    step.save()
    return step.pk
