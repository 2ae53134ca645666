"""What the exchange knows of carrying out: the last day of a sent reply's own steps, and of which recommendations the body was told that nothing is left to do. It keeps no clock."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from tirek.followup.exchange.models import Message, Reply, ReplyStep
from tirek.followup.recommendations.promises import Heard
from tirek.followup.recommendations.waiting import NOTHING_LEFT, make_anew
from tirek.foundation.ledger.following import Touched


def promised(recommendation_ids: Iterable[UUID]) -> Heard:
    """Of these recommendations. Cost: 2 queries."""
    ids = list(recommendation_ids)
    steps = ReplyStep.objects.filter(reply__recommendation__in=ids, reply__state="sent", dropped=False).exclude(reply__answer=None)
    named: dict[UUID, date] = {key: until for key, until in steps.order_by("until").values_list("reply__answer", "until") if key}
    told = Message.objects.filter(recommendation__in=ids).exclude(verification=None).order_by("written_at", "pk")
    newest = dict(told.values_list("recommendation", "verification__outcome"))
    return Heard(named, frozenset(key for key, outcome in newest.items() if outcome in NOTHING_LEFT))


def keep_promises(touched: Touched) -> None:
    """Makes the clocks anew of what a sent reply, or a message that tells a verification, is about. Cost: nothing for other acts."""
    ids: set[UUID] = set()
    if keys := touched.get(Reply._meta.label):
        ids.update(Reply.objects.filter(pk__in=keys, state="sent").values_list("recommendation_id", flat=True))
    if keys := touched.get(Message._meta.label):
        ids.update(Message.objects.filter(pk__in=keys).exclude(verification=None).values_list("recommendation_id", flat=True))
    if ids:
        make_anew(ids)
