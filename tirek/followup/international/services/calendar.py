"""The reporting calendar: what is due towards which body, on a day that somebody can look up. No day is counted by the house itself."""

from datetime import date
from uuid import UUID

from tirek.followup.international.models import PROCEDURES, Due, sees_reviews
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.refusals import DueUnclear, SourceNeeded
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words


def enter_due(*, country: str, procedure: str, name: Words, due_on: date, source: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Something due. Raises NotAllowed, DueUnclear, SourceNeeded, PassagesUndecided."""
    with record("international.due-entered", by=by, country=country) as act:
        check_may_enter(by, country)
        check_due(procedure, name, source)
        act.purpose = passages(source, name, confirmed=confirmed)
        row = Due(country=country, procedure=procedure, name=name, due_on=due_on, source=source.strip(), entered_by=by.id)
        row.save()
        act.about("due", row.pk)
        return act.of(row.pk)


def check_due(procedure: str, name: Words, source: str) -> None:
    """Raises DueUnclear, SourceNeeded."""
    if procedure not in PROCEDURES or not name:
        raise DueUnclear
    if not source.strip():
        raise SourceNeeded


def close_due(*, due_id: UUID, by: Actor) -> Recorded[UUID]:
    """It was handed in today. Raises NotFound, NotAllowed."""
    with record("international.due-done", by=by, subject=("due", due_id)) as act:
        row = Due.objects.select_for_update(no_key=True).filter(pk=due_id, done_on=None).first()
        if row is None or not sees_reviews(by, row.country):
            raise NotFound
        check_may_enter(by, row.country)
        row.done_on = today(row.country)
        row.save()
        return act.of(row.pk)
