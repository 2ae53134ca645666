"""Whom a body can ask to prepare an answer, and what was handed to a facility so. Stands beneath queries and services. It knows no page and no reply.

The people of a facility are those whom a person who spoke there may fear: they read the words that a body above chose to hand them, and nothing from which more could be told.
"""

from datetime import date
from uuid import UUID

from tirek.followup.recommendations.addressed import answering_chain, answers_for, bodies_of, facilities_of
from tirek.followup.recommendations.models import Delegation, Recommendation
from tirek.foundation.jurisdictions.facilities import working
from tirek.foundation.ledger.once import once
from tirek.foundation.people.queries import accounts_of_bodies
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.bodies import facility_code
from tirek.registers.places.queries import place_then


def to_be_asked(row: Recommendation, speaker: str, on: date) -> frozenset[str]:
    """The codes that a body may ask about a recommendation on a day. Cost: up to 5 queries."""
    above = answering_chain(row.country, row.passed_to or row.addressee, on)
    return (answers_for({speaker}, row.country, on) - {speaker, *above}) | visited(row, speaker, on)


def visited(row: Recommendation, speaker: str, on: date) -> frozenset[str]:
    """The facility that was visited, while it works, stands beneath the body that asks, and has people to ask; nothing else. No other facility learns of it."""
    place = row.visit.place_id
    found = working(row.country, [facility_code(place)], on)
    over = place_then(place, country=row.country, on=on).authority_code if found else ""
    if not over or speaker not in answering_chain(row.country, over, on):
        return frozenset()
    return found & accounts_of_bodies(row.country).keys()


@once
def handed(by: Actor, country: str, on: date) -> dict[UUID, str]:
    """What somebody reads for a facility alone, by recommendation, each with the name that it has there.

    The name is a piece of the delegation's random id: the registered number would tell which of how many of a report it is. Cost: none but for people of facilities; for them 2 queries.
    """
    facilities = facilities_of(by, country, on)
    if not facilities:
        return {}
    found = dict(Delegation.objects.in_force().filter(country=country, to__in=facilities).values_list("recommendation", "pk"))
    wider = Recommendation.objects.open_to(answers_for(bodies_of(by, country), country, on), country).filter(pk__in=found)
    for key in wider.values_list("pk", flat=True):
        del found[key]
    return {key: f"{made.hex[:4]}-{made.hex[4:8]}" for key, made in found.items()}
