"""What happened to issued recommendations, for a file: answers, verifications, other days; never who of the mechanism did it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Answer, DueMove, Recommendation, Verification
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One event of a recommendation: `what` is "issued", "answered", "verified", "due-moved" or "closed"; `code` the word, outcome or state, `days` those it is about."""

    recommendation_id: UUID
    on: date
    what: str
    code: str = ""
    authority: str = ""
    days: tuple[date, ...] = ()
    text: str = ""


def past_of(ids: Iterable[UUID], *, by: Actor, country: str) -> tuple[PastEvent, ...]:
    """The events of those of the issued recommendations that the reader may see, by day. Cost: 4 queries."""
    rows = list(Recommendation.objects.issued_visible_to(by, country).filter(pk__in=set(ids)).order_by().values_list("pk", "issued_on", "closed_on", "state", "closed_because"))
    keys = [row[0] for row in rows]
    told = [PastEvent(key, issued, "issued") for key, issued, *_rest in rows if issued]
    told += [PastEvent(key, closed, "closed", state, text=why) for key, _issued, closed, state, why in rows if closed]
    answers = Answer.objects.filter(recommendation__in=keys).order_by("said_on", "received_on", "pk")
    told += [PastEvent(row.recommendation_id, row.said_on, "answered", row.word, row.authority, (row.received_on,), row.text) for row in answers]
    found = Verification.objects.filter(recommendation__in=keys).order_by("verified_on", "pk")
    told += [PastEvent(row.recommendation_id, row.verified_on, "verified", row.outcome, text=row.text) for row in found]
    moves = DueMove.objects.filter(recommendation__in=keys).order_by("position")
    told += [PastEvent(row.recommendation_id, row.moved_on, "due-moved", days=(row.after,), text=row.reason) for row in moves]
    return tuple(sorted(told, key=lambda each: each.on))
