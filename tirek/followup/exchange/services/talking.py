"""The talk about a recommendation: messages of the mechanism and of a body, and what the mechanism tells of its own verification. It tells of no finding."""

from uuid import UUID

from django.utils import timezone

from tirek.followup.exchange.announcing import tell
from tirek.followup.exchange.models import BODY_SIDE, MECHANISM_SIDE, Message
from tirek.followup.exchange.reach import body_of, from_body, speaks
from tirek.followup.exchange.refusals import MessageEmpty, ReplyTooLong
from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.queries import recommendation
from tirek.followup.recommendations.texts import looked_at
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.webhooks.events import VERIFICATION_TOLD
from tirek.ground.rules.actors import ANSWERING, Actor
from tirek.ground.rules.refusals import NotFound

LONGEST = 4_000


def say(*, recommendation_id: UUID, country: str, text: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """A message about a recommendation: of the mechanism's office, or of people of a body that answers. Returns its id.

    Raises NotFound, NotAllowed, MessageEmpty, ReplyTooLong, TextMayName.
    """
    check_words(text)
    if not text.strip():
        raise MessageEmpty
    return kept_message(recommendation_id, country, text, by, confirmed)


def tell_verification(*, recommendation_id: UUID, country: str, verification_id: UUID, by: Actor, text: str = "", confirmed: bool = False) -> Recorded[UUID]:
    """Tells the body what the mechanism verified: the outcome and the day, with words if any; how and where it was verified is not told. Head and secretariat.

    Until it is told so, a body learns of no verification: its day alone could tell who spoke. Raises NotFound, NotAllowed, ReplyTooLong, TextMayName.
    """
    check_words(text)
    facts = recommendation(recommendation_id, by=by, today=today(country))
    check_may_answer(by, facts.country)
    if verification_id not in {each.id for each in facts.verifications}:
        raise NotFound
    return kept_message(recommendation_id, country, text, by, confirmed, verification_id)


def check_words(text: str) -> None:
    """Raises ReplyTooLong."""
    if len(text) > LONGEST:
        raise ReplyTooLong(length=len(text), limit=LONGEST)


def kept_message(recommendation_id: UUID, country: str, text: str, by: Actor, confirmed: bool, verification_id: UUID | None = None) -> Recorded[UUID]:
    """Writes it from the side on which its writer stands."""
    if by.has(*ANSWERING, country=country):
        facts, _on = from_body(recommendation_id, country, by)
        side, body, number = BODY_SIDE, body_of(speaks(facts), by), facts.number
    else:
        known = recommendation(recommendation_id, by=by, today=today(country))
        check_may_answer(by, known.country)
        if known.country != country or known.state == "draft":
            raise NotFound
        side, body, number = MECHANISM_SIDE, known.answers_for_it, known.number
    with record("message.written", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(text, confirmed)) as act:
        told = {"side": side, "body": body, "text": text.strip(), "verification_id": verification_id, "written_by": by.id, "written_at": timezone.now()}
        row = Message(country=country, recommendation_id=recommendation_id, **told)
        row.save()
        if verification_id:
            tell(VERIFICATION_TOLD, recommendation_id, number, country)
        return act.of(row.pk)
