"""Missions as rows with everything that the pack's sourced record says of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Mission
from tirek.foundation.jurisdictions.pack import Mission as Record
from tirek.foundation.jurisdictions.queries import mission as record_of
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class MissionFacts:
    """A mission: the row's dates, and the sourced record it was loaded from."""

    id: UUID
    code: str
    country: str
    body: Words
    name: Words
    year: int
    first_day: date | None
    last_day: date | None
    report_symbol: str
    report_dated: date | None
    report_published: date | None
    record: Record


def missions(*, by: Actor, country: str) -> tuple[MissionFacts, ...]:
    """Missions to a country for its mechanism's people, newest first. Cost: 1 query."""
    if not (by == SYSTEM or by.has(*MECHANISM, country=country)):
        return ()
    return tuple(facts(row) for row in Mission.objects.filter(country=country))


def mission(mission_id: UUID, *, by: Actor, country: str) -> MissionFacts:
    """One mission; raises NotFound."""
    for each in missions(by=by, country=country):
        if each.id == mission_id:
            return each
    raise NotFound


def facts(row: Mission) -> MissionFacts:
    """A row as frozen values."""
    return MissionFacts(
        row.pk, row.code, row.country, row.body, row.name, row.year, row.first_day, row.last_day, row.report_symbol, row.report_dated,
        row.report_published, record_of(row.country, row.code),
    )  # fmt: skip
