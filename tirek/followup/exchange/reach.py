"""Reaching a recommendation from a body's side, and what of the exchange its people may see. It decides nothing that recommendations decide."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from tirek.followup.exchange.models import Opening, Reply, ReplyQuerySet
from tirek.followup.recommendations.addressed import answers_for, bodies_of, readable
from tirek.followup.recommendations.queries import AddressedFacts, addressed_one
from tirek.foundation.jurisdictions.queries import today
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.bodies import FACILITY
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


def heard_by(facts: AddressedFacts, by: Actor, on: date) -> frozenset[str]:
    """Whose requests and messages somebody reads about a recommendation: of those that answer for it today and of the reader's own bodies and those beneath; nobody's where
    the reader only prepares. What another body said before it was passed on stays that body's.
    """
    return frozenset({*facts.chain, *readable(by, facts.country, on)}) if facts.speaks else frozenset()


def replies(country: str, by: Actor) -> ReplyQuerySet:
    """The replies that somebody of a body may see: those of his own bodies and of those beneath, and what a facility prepares of what these answer. What a superior prepares itself is the superior's."""
    on = today(country)
    spoken = answers_for(bodies_of(by, country), country, on)
    theirs = Q(recommendation__passed_to__in=spoken) | Q(recommendation__passed_to="", recommendation__addressee__in=spoken)
    return Reply.objects.filter(Q(body__in=readable(by, country, on)) | (Q(body__startswith=FACILITY) & theirs), country=country)


def prepared(recommendation_id: UUID, country: str, by: Actor, lock: bool = False) -> Reply | None:
    """The reply that is being prepared, if the reader may see it; callers have reached the recommendation."""
    found = replies(country, by).select_for_update(no_key=True, of=("self",)) if lock else replies(country, by)
    return found.filter(recommendation=recommendation_id).being_prepared().first()


def body_of(facts: AddressedFacts, by: Actor) -> str:
    """For which body somebody acts about a recommendation: the lowest that answers among his own, else one that was asked to prepare, else the first of his own."""
    mine = bodies_of(by, facts.country)
    return next((code for code in (*facts.chain, *facts.delegated) if code in mine), min(mine))


def opened_by(recommendation_id: UUID, bodies: Iterable[str]) -> frozenset[str]:
    """Which of these bodies have opened a recommendation. For telling, not for pages. Cost: one query."""
    return frozenset(Opening.objects.filter(recommendation=recommendation_id, body__in=list(bodies)).values_list("body", flat=True))


def being_prepared_by(recommendation_id: UUID) -> frozenset[str]:
    """The body whose reply is being prepared, if there is one. For telling, not for pages. Cost: one query."""
    return frozenset(Reply.objects.filter(recommendation=recommendation_id).being_prepared().values_list("body", flat=True))
