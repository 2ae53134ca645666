"""Who answers for what: the bodies for which somebody acts, those beneath them, and those that they came after. Stands beneath queries and services. It knows no page and no reply."""

from collections.abc import Iterable
from datetime import date

from tirek.foundation.jurisdictions.facilities import working
from tirek.foundation.jurisdictions.queries import authorities, chain_of_command, successor_on
from tirek.ground.rules.actors import ANSWERING, Actor, Role


def answering_chain(country: str, code: str, on: date) -> tuple[str, ...]:
    """Who can answer on a day for what was addressed to `code`: who stands in its place then, and all above, from the bottom up."""
    return tuple(each.code for each in chain_of_command(country, successor_on(country, code, on), on))


def bodies_of(by: Actor, country: str, *roles: Role) -> frozenset[str]:
    """The bodies for which somebody acts: as focal point or as head, or in one of the roles."""
    return by.authorities_in(country, *(roles or ANSWERING))


def answers_for(bodies: Iterable[str], country: str, on: date) -> frozenset[str]:
    """Codes of the pack for which these bodies can answer on a day: their own, of bodies beneath them, and of those that either came after.

    A body that another one came after answers for nothing any more. Cost: none of the database.
    """
    held = frozenset(bodies)
    return frozenset(each.code for each in authorities(country) if held.intersection(answering_chain(country, each.code, on))) if held else held


def facilities_of(by: Actor, country: str, on: date) -> frozenset[str]:
    """The facilities for which somebody acts and that work on a day: they answer for nothing, and read what a body above hands them. Cost: one query for people of facilities, none for others."""
    return working(country, bodies_of(by, country), on)


def readable(by: Actor, country: str, on: date) -> frozenset[str]:
    """Codes of the bodies whose recommendations somebody acting for an authority may see on a day; of a facility its own alone. Cost: one query for people of facilities."""
    return answers_for(bodies_of(by, country), country, on) | facilities_of(by, country, on)
