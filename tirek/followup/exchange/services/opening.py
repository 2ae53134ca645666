"""The read receipt: that people of a body have a recommendation before them. It tells nobody who opened it."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from tirek.followup.exchange.models import Opening
from tirek.followup.exchange.reach import body_of, from_body
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import Actor


def open_as_body(*, recommendation_id: UUID, country: str, by: Actor) -> bool:
    """Notes that somebody of a body read a recommendation for the first time in these words; nothing the next time. Returns whether it was the first time. Raises NotFound.

    Cost: where it was read before one query beside those of reading it.
    """
    facts, _on = from_body(recommendation_id, country, by)
    body = body_of(facts, by)
    seen = {"recommendation_id": recommendation_id, "body": body, "wording": facts.worded_in}
    if Opening.objects.filter(**seen).exists():
        return False
    try:
        with transaction.atomic(), record("recommendation.opened", by=by, subject=("recommendation", recommendation_id)) as act:
            Opening(country=country, opened_by=by.id, opened_at=timezone.now(), **seen).save()
            return act.of(True).value
    except IntegrityError:  # a colleague was faster by a moment
        return False

