"""Taking recommendations further: a decision of the head for one rung of the ladder, with its reason. It changes no recommendation."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from tirek.followup.letters.models import Escalated, Escalation, Mending
from tirek.followup.letters.policies import check_may_take_further
from tirek.followup.letters.refusals import (
    BodyOnRungNeeded,
    BodyUnlikeRung,
    DecisionWritten,
    NoBodyOnRung,
    NothingChosen,
    NothingToTakeFurther,
    RungTaken,
)
from tirek.followup.letters.standing_bodies import WITHOUT_BODY, bodies_on
from tirek.followup.recommendations.queries import Filters, Line, recommendations
from tirek.followup.recommendations.reach import hold_issued
from tirek.followup.recommendations.refusals import ReasonNeeded, UnknownChoice
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.mending import mended
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.ladder import RUNGS, grounds, left
from tirek.ground.rules.refusals import NotFound


def take_further(*, country: str, rung: str, body: str, about: Sequence[UUID], reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Decides to take issued recommendations to a rung of the ladder. Each needs a ground, and none is taken to the same rung twice or downwards. The head. Returns its id.

    `confirmed`: the writer has looked at what in the reason could name a person.
    Raises NotAllowed, UnknownChoice, NothingChosen, ReasonNeeded, TextMayName, NotFound, NothingToTakeFurther, RungTaken, BodyOnRungNeeded, BodyUnlikeRung, NoBodyOnRung.
    """
    check_may_take_further(by, country)
    if rung not in RUNGS:
        raise UnknownChoice(what=rung)
    if not about:
        raise NothingChosen
    if not reason.strip():
        raise ReasonNeeded
    note, on = looked_at(reason, confirmed), today(country)
    with transaction.atomic():
        hold_issued(about)
        with record("escalation.decided", by=by, country=country, purpose=note) as act:
            lines = named(about, by, country)
            for each in lines:
                check_step(each, rung, on)
                check_body(country, each, rung, body)
            row = Escalation(country=country, rung=rung, body=body, reason=reason.strip(), decided_on=on, decided_by=by.id)
            row.save()
            act.about("escalation", row.pk)
            for each in lines:
                Escalated(country=country, escalation=row, recommendation_id=each.id).save()
            return act.of(row.pk)


def mend_decision(*, escalation_id: UUID, body: str, reason: str, why: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Puts the authority and the reason of a decision right, while no letter of it was made; `why` it is mended. What stood before is kept. The rung stays. The head.

    Raises NotFound, NotAllowed, ReasonNeeded, TextMayName, DecisionWritten, NothingMended, BodyOnRungNeeded, BodyUnlikeRung, NoBodyOnRung.
    """
    if not reason.strip() or not why.strip():
        raise ReasonNeeded
    note = looked_at(f"{reason}\n{why}", confirmed)
    with record("escalation.mended", by=by, subject=("escalation", escalation_id), purpose=note) as act:
        row = Escalation.objects.select_for_update(no_key=True).filter(pk=escalation_id).first()
        if row is None or not Escalation.objects.visible_to(by, row.country).filter(pk=row.pk).exists():
            raise NotFound
        check_may_take_further(by, row.country)
        if row.papers.exists():
            raise DecisionWritten
        for each in named(row.items.values_list("recommendation_id", flat=True), by, row.country):
            check_body(row.country, each, row.rung, body)
        mended(row, {"body": body, "reason": reason.strip()}, into=Mending, reason=why, on=today(row.country), by=by)
        return act.of(row.pk)


def named(about: Iterable[UUID], by: Actor, country: str) -> tuple[Line, ...]:
    """The issued recommendations with these ids. Raises NotFound unless the actor sees all of them."""
    wanted = frozenset(about)
    found = recommendations(by=by, country=country, today=today(country), filters=Filters(ids=wanted))
    if {each.id for each in found} != wanted:
        raise NotFound
    return found


def check_step(line: Line, rung: str, on: date) -> None:
    """Raises NothingToTakeFurther, RungTaken."""
    if not grounds(state=line.state, word=line.word, verification=line.verification, overdue=line.due_on is not None and line.due_on < on):
        raise NothingToTakeFurther(number=line.number)
    taken = Escalated.objects.filter(recommendation=line.id).values_list("escalation__rung", flat=True)
    if rung not in left(set(taken)):
        raise RungTaken(number=line.number)


def check_body(country: str, line: Line, rung: str, body: str) -> None:
    """The head of a body is that of the addressee or whoever stands in its place; a ministry stands above it. Raises BodyOnRungNeeded, BodyUnlikeRung, NoBodyOnRung."""
    if rung in WITHOUT_BODY:
        if body:
            raise NoBodyOnRung
        return
    if not body:
        raise BodyOnRungNeeded
    if body not in bodies_on(country, line.answerer, rung):
        raise BodyUnlikeRung(number=line.number)
