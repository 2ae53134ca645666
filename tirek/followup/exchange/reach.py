"""Reaching a recommendation from either side, and the reply that is being prepared. It decides nothing that recommendations decide."""

from datetime import date
from uuid import UUID

from tirek.followup.exchange.models import Reply
from tirek.followup.recommendations.queries import AddressedFacts, addressed_one
from tirek.foundation.jurisdictions.queries import today
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed


def from_body(recommendation_id: UUID, country: str, by: Actor) -> tuple[AddressedFacts, date]:
    """The recommendation as a body's people read it, and the country's day; raises NotFound."""
    on = today(country)
    return addressed_one(recommendation_id, by=by, country=country, today=on), on


def speaks(facts: AddressedFacts) -> AddressedFacts:
    """The same, for people of a body that answers and not only prepares. Raises NotAllowed."""
    if not facts.speaks:
        raise NotAllowed
    return facts


def approves(facts: AddressedFacts) -> AddressedFacts:
    """The same, for the head of a body that answers. Raises NotAllowed."""
    if not facts.approves:
        raise NotAllowed
    return facts


def prepared(recommendation_id: UUID, lock: bool = False) -> Reply | None:
    """The reply that is being prepared, if there is one; callers have reached the recommendation."""
    found = Reply.objects.select_for_update(no_key=True) if lock else Reply.objects.all()
    return found.filter(recommendation=recommendation_id).being_prepared().first()
