"""Linking recommendations that say the same, after their issue, and taking links apart: both with a reason, by the office. Texts and reports stay as they were."""

from collections.abc import Iterable
from uuid import UUID

from tirek.followup.recommendations.models import OtherThing, Recommendation, ThreadPlace, Tie
from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.reach import DRAFTS, reach
from tirek.followup.recommendations.refusals import NotEarlier, NotInForce, NotLinked, OneReport, ReasonNeeded, SaidTogether, UnknownChoice
from tirek.followup.recommendations.texts import looked_at
from tirek.followup.recommendations.threading import links_of
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


def link(*, recommendation_id: UUID, earlier_id: UUID, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Says that an issued recommendation says again what an earlier one said; their threads become one. Head and secretariat.

    `confirmed`: the writer has looked at what in the reason could name a person.
    Raises ReasonNeeded, TextMayName, NotFound, NotAllowed, NotInForce for a draft, NotEarlier, OneReport, SaidTogether.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("recommendation.linked", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(reason, confirmed)) as act:
        row, earlier = both(recommendation_id, earlier_id, by)
        if row.pk == earlier.pk or when(earlier) > when(row):
            raise NotEarlier
        if row.visit_id == earlier.visit_id:
            raise OneReport
        if same_thread(row.pk, earlier.pk):
            raise SaidTogether
        decide(row, earlier, True, reason, by)
        return act.of(row.pk)


def unlink(*, recommendation_id: UUID, earlier_id: UUID, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """Says that it does not say what the earlier one said: their thread falls apart there, and the record of the link stays. Head and secretariat.

    Raises ReasonNeeded, TextMayName, NotFound, NotAllowed, NotInForce for a draft, NotLinked.
    """
    if not reason.strip():
        raise ReasonNeeded
    with record("recommendation.unlinked", by=by, subject=("recommendation", recommendation_id), purpose=looked_at(reason, confirmed)) as act:
        row, earlier = both(recommendation_id, earlier_id, by)
        if (row.pk, earlier.pk) not in links_of({row.pk}):
            raise NotLinked
        decide(row, earlier, False, reason, by)
        return act.of(row.pk)


def both(recommendation_id: UUID, earlier_id: UUID, by: Actor) -> tuple[Recommendation, Recommendation]:
    """The two, locked in one order for everybody. Raises NotFound, NotAllowed, NotInForce."""
    rows = {key: reach(key, by, lock=True) for key in sorted({recommendation_id, earlier_id})}
    row, earlier = rows[recommendation_id], rows[earlier_id]
    check_may_answer(by, row.country)
    if row.country != earlier.country:
        raise NotFound
    if row.state in DRAFTS or earlier.state in DRAFTS:
        raise NotInForce
    return row, earlier


def when(row: Recommendation) -> tuple[object, ...]:
    """What puts recommendations in the order in which they were said."""
    return row.issued_on, row.number


def same_thread(one: UUID, other: UUID) -> bool:
    """Whether both stand in one thread."""
    threads = list(ThreadPlace.objects.filter(pk__in=(one, other)).values_list("thread", flat=True))
    return len(threads) > 1 and threads[0] == threads[1]


def decide(row: Recommendation, earlier: Recommendation, together: bool, reason: str, by: Actor) -> None:
    """Keeps a decision about a pair; those before it stay."""
    position = Tie.objects.filter(recommendation=row, earlier=earlier).count() + 1
    said = {"position": position, "together": together, "reason": reason.strip(), "decided_by": by.id, "decided_on": today(row.country)}
    Tie(country=row.country, recommendation=row, earlier=earlier, **said).save()


def write_other_things(row: Recommendation, wanted: Iterable[UUID], by: Actor) -> None:
    """Makes exactly these the ones of which the draft's writer said that they are something else. Raises NotFound, UnknownChoice."""
    wanted = set(wanted)
    held = {each.earlier_id: each for each in row.other_things.all()}
    for key, each in held.items():
        if each.dropped == (key in wanted):
            each.dropped = key not in wanted
            each.save()
    for key in sorted(wanted - set(held)):
        earlier = reach(key, by)
        if earlier.country != row.country or earlier.state in DRAFTS:
            raise UnknownChoice(what=str(key))
        OtherThing(country=row.country, recommendation=row, earlier=earlier).save()
