"""More time: a body asks for it with a reason, the mechanism's office grants or refuses it. It keeps no term: recommendations do."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError

from tirek.followup.exchange.announcing import tell
from tirek.followup.exchange.models import TimeAsked
from tirek.followup.exchange.reach import body_of, from_body, speaks
from tirek.followup.exchange.refusals import NotMoreTime, TimeAskedAlready, TimeDecided
from tirek.followup.recommendations.policies import check_issued, check_may_answer
from tirek.followup.recommendations.queries import recommendation
from tirek.followup.recommendations.refusals import AnswerCame, DueTooFar, ReasonNeeded
from tirek.followup.recommendations.services import move_due
from tirek.followup.recommendations.services.arranging import FARTHEST
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.webhooks.events import TIME_ASKED
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def ask_time(*, recommendation_id: UUID, country: str, until: date, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Asks for another day for the answer, before or after the one that stands has passed, while nothing was answered. Returns the request's id.

    Raises NotFound, NotAllowed, NotInForce, AnswerCame, NotMoreTime, DueTooFar, ReasonNeeded, TextMayName, TimeAskedAlready.
    """
    facts, on = from_body(recommendation_id, country, by)
    check_issued(speaks(facts).state)
    if facts.word != "none":
        raise AnswerCame
    if until < on or (facts.due_on is not None and until <= facts.due_on):
        raise NotMoreTime(due=facts.due_on or on)
    if until > on + FARTHEST:
        raise DueTooFar(on=until)
    if not reason.strip():
        raise ReasonNeeded
    asked = {"until": until, "reason": reason.strip(), "asked_by": by.id, "asked_on": on, "body": body_of(facts, by)}
    try:
        with record("time.asked", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(reason, confirmed)) as act:
            row = TimeAsked(country=country, recommendation_id=recommendation_id, **asked)
            row.save()
            tell(TIME_ASKED, recommendation_id, facts.number, country)
            return act.of(row.pk)
    except IntegrityError as error:
        raise TimeAskedAlready from error


def decide_time(*, request_id: UUID, granted: bool, decision: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Grants more time, which moves the day of the answer, or refuses it, with words that the body reads. Head and secretariat.

    Raises NotFound, NotAllowed, TimeDecided, NotMoreTime, ReasonNeeded, TextMayName and whatever `move_due` raises.
    """
    asked = TimeAsked.objects.filter(pk=request_id).first()
    if asked is None:
        raise NotFound
    check_may_answer(by, asked.country)
    if not granted and not decision.strip():
        raise ReasonNeeded
    with record("time.decided", by=by, subject=("recommendation", asked.recommendation_id), purpose=looked_at(decision, confirmed)) as act:
        row = TimeAsked.objects.select_for_update(no_key=True).get(pk=request_id)
        if row.granted is not None:
            raise TimeDecided
        held = recommendation(row.recommendation_id, by=by, today=today(row.country)).due_on
        if granted and held is not None and held >= row.until:
            raise NotMoreTime(due=held)
        if granted:
            move_due(recommendation_id=row.recommendation_id, due_on=row.until, reason=decision.strip() or row.reason, by=by, confirmed=True)
        row.granted, row.decision, row.decided_by, row.decided_on = granted, decision.strip(), by.id, today(asked.country)
        row.save()
        return act.of(row.pk)
