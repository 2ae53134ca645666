"""What an authority does itself with what is addressed to it: it answers, and asks a body beneath it to prepare the answer. Only for what its people may read. It knows nothing of how a reply was prepared."""

from datetime import date
from uuid import UUID

from tirek.followup.recommendations.addressed import answering_chain, bodies_of, readable
from tirek.followup.recommendations.delegating import to_be_asked
from tirek.followup.recommendations.models import Answer, Delegation, Recommendation
from tirek.followup.recommendations.policies import check_issued
from tirek.followup.recommendations.refusals import AlreadyDelegated, NotBeneath, UnknownChoice
from tirek.followup.recommendations.services.issued import moved
from tirek.followup.recommendations.texts import looked_at
from tirek.followup.recommendations.wordings import answered_wording
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD
from tirek.ground.rules.refusals import NotAllowed, NotFound


def answer_as_body(*, recommendation_id: UUID, country: str, word: str, text: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """The authority's word, sent by its head on the authorities' page today. It moves the authority's axis only.

    `confirmed`: somebody of the body has looked at what in the text could name a person.
    Raises NotFound, NotAllowed, NotInForce, CannotFollow, UnknownChoice, TextMayName.
    """
    if word not in AUTHORITY_WORD.states[1:]:
        raise UnknownChoice(what=word)
    with record("recommendation.answered", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(text, confirmed)) as act:
        row = held(recommendation_id, country, by)
        speaker, on = speaking(row, by, Role.BODY_HEAD), today(country)
        told = [((each.said_on, each.received_on), each.word) for each in row.answers.all()]
        row.word = moved(AUTHORITY_WORD, row.word, told, (on, on), word)
        row.save()
        said = {"word": word, "authority": speaker, "said_on": on, "received_on": on, "text": text.strip(), "through": "page"}
        answer = Answer(country=country, recommendation=row, entered_by=by.id, wording=answered_wording(row, on), position=len(told) + 1, **said)
        answer.save()
        return act.of(answer.pk)


def delegate(*, recommendation_id: UUID, country: str, to: str, by: Actor) -> Recorded[UUID]:
    """Asks a body beneath to prepare the answer; its people then read this recommendation. Of facilities the one that was visited alone, if it stands beneath the body that asks.

    Raises NotFound, NotAllowed, NotInForce, NotBeneath, AlreadyDelegated.
    """
    with record("recommendation.delegated", by=by, subject=("recommendation", recommendation_id)) as act:
        row = held(recommendation_id, country, by)
        on = today(country)
        speaker = speaking(row, by)
        if to not in to_be_asked(row, speaker, on):
            raise NotBeneath
        if row.delegations.in_force().filter(to=to).exists():
            raise AlreadyDelegated
        made = Delegation(country=country, recommendation=row, to=to, made_by=by.id, made_on=on)
        made.save()
        return act.of(made.pk)


def end_delegation(*, recommendation_id: UUID, country: str, to: str, by: Actor) -> Recorded[UUID]:
    """Takes it back: the body beneath reads it no more, what it wrote stays. Raises NotFound, NotAllowed, NotInForce."""
    with record("recommendation.delegation-ended", by=by, subject=("recommendation", recommendation_id)) as act:
        row = held(recommendation_id, country, by)
        speaking(row, by)
        made = row.delegations.in_force().filter(to=to).first()
        if made is None:
            raise NotFound
        made.ended_by, made.ended_on = by.id, today(country)
        made.save()
        return act.of(made.pk)


def held(recommendation_id: UUID, country: str, by: Actor) -> Recommendation:
    """The recommendation in force, locked, if somebody acting for an authority may read it. Raises NotFound, NotInForce."""
    found = Recommendation.objects.open_to(readable(by, country, today(country)), country).filter(pk=recommendation_id)
    row = Recommendation.objects.select_for_update(no_key=True).filter(pk__in=found.values("pk")).first()
    if row is None:
        raise NotFound
    check_issued(row.state)
    return row


def speaking(row: Recommendation, by: Actor, *roles: Role) -> str:
    """The body for which somebody speaks about a recommendation: of those that answer for it the lowest. Raises NotAllowed."""
    on: date = today(row.country)
    mine = bodies_of(by, row.country, *roles)
    for code in answering_chain(row.country, row.passed_to or row.addressee, on):
        if code in mine:
            return code
    raise NotAllowed
