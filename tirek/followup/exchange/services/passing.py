"""Passing a recommendation on to another body ends what the former one was about: its reply, its request for more time. It decides nothing of who the other body may be."""

from uuid import UUID

from django.db import transaction

from tirek.followup.exchange.models import Reply, TimeAsked
from tirek.followup.recommendations import services as recommendations
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.reply_states import REPLY


@transaction.atomic
def pass_on(*, recommendation_id: UUID, to: str, reason: str, by: Actor, confirmed: bool = False) -> Recorded[UUID]:
    """As recommendations passes it on; a reply that was being prepared is dropped and a request that waited is closed, in the same transaction. The new body reads neither.

    Raises whatever `recommendations.pass_on` raises.
    """
    passed = recommendations.pass_on(recommendation_id=recommendation_id, to=to, reason=reason, by=by, confirmed=confirmed)
    row = Reply.objects.select_for_update(no_key=True).filter(recommendation=recommendation_id).being_prepared().first()
    if row is not None:
        with record("reply.dropped", by=by, subject=("recommendation", recommendation_id)) as act:
            row.state = REPLY.after(row.state, "drop")
            row.save()
            act.of(None)
    asked = TimeAsked.objects.select_for_update(no_key=True).filter(recommendation=recommendation_id, granted=None).first()
    if asked is not None:
        with record("time.closed", by=by, subject=("recommendation", recommendation_id)) as act:
            asked.granted, asked.decided_by, asked.decided_on = False, by.id, today(asked.country)
            asked.save()
            act.of(None)
    return passed
