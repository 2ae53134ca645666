"""Warnings about a visit's team: computed anew each time from the registers, against the decisions that the leader recorded."""

from tirek.foundation.jurisdictions.queries import chain_of_command, minimum_delegation
from tirek.ground.rules.team_balance import Occasion, Warning, warnings
from tirek.records.visits.models import Visit
from tirek.records.visits.reach import delegates_of, languages_of
from tirek.registers.mandate.queries import team_facts
from tirek.registers.places.queries import place_then


def team_warnings(visit: Visit) -> tuple[Warning, ...]:
    """All warnings about the present delegation. The caller has made sure that its reader may see the visit."""
    ids = [each.member_id for each in delegates_of(visit)]
    return warnings(team_facts(ids, visit.starts_on), occasion(visit))


def occasion(visit: Visit) -> Occasion:
    """What the rule of team balance needs of the visit: its days, its languages, and the place with every authority above it."""
    body = place_then(visit.place_id, country=visit.country, on=visit.starts_on).authority_code
    above = [each.code for each in chain_of_command(visit.country, body, visit.starts_on)] if body else []
    touches = frozenset({str(visit.place_id), body, *above} - {""})
    spoken = frozenset(languages_of(visit))
    return Occasion(visit.starts_on, visit.ends_on, touches, spoken, minimum_delegation(visit.country, visit.starts_on))


def undecided_warnings(visit: Visit) -> tuple[Warning, ...]:
    """Warnings about which the leader has not yet decided."""
    decided = set(visit.warning_decisions.values_list("code", "about"))
    return tuple(each for each in team_warnings(visit) if (each.code, each.about) not in decided)
