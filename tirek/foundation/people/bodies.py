"""Whom a role can be for: an authority of the country's pack, or a facility that works today. It knows no account."""

from tirek.foundation.jurisdictions.facilities import check_facility
from tirek.foundation.jurisdictions.queries import authority_history, today
from tirek.ground.rules.bodies import is_facility


def check_body(country: str, code: str) -> None:
    """Whether there is such a body. Raises UnknownThing, FacilityUnknown, FacilityClosed. Cost: one query for a facility."""
    if is_facility(code):
        check_facility(country, code, today(country))
    else:
        authority_history(country, code)
