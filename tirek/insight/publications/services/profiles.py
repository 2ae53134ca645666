"""Publishing country profiles: each year of a country frozen as an edition, and its series over the years as one more."""

from collections.abc import Mapping
from typing import Any

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.indicators import queries as indicators
from tirek.insight.publications.gathering import profile_now
from tirek.insight.publications.measures import SERIES
from tirek.insight.publications.profile_bodies import origin_of
from tirek.insight.publications.services.editions import freeze, newest_body


def publish_profiles(*, by: Actor) -> Recorded[int]:
    """Publishes the profiles of the record whose values or definitions changed since their newest edition. Returns how many.

    Only the loader does: the record is public already. Raises NotAllowed for everybody else.
    """
    if by != SYSTEM:
        raise NotAllowed
    with record("profiles.loaded", by=by) as entry:
        real = [country for country in packs.countries() if not packs.is_invented(country)]
        return entry.of(sum(publish_country(country, by) for country in real))


def publish_profile(*, country: str, by: Actor) -> Recorded[int]:
    """Publishes a country's profiles anew after values were entered and checked. Returns how many changed. Raises NotAllowed."""
    if packs.is_invented(country) or not indicators.may_work(by, country):
        raise NotAllowed
    with record("profiles.published", by=by, country=country) as entry:
        return entry.of(publish_country(country, by))


def publish_country(country: str, by: Actor) -> int:
    """All years of a country and its series; within the act under way."""
    keys = [str(year) for year in indicators.years(by=by, country=country)]
    keys += [SERIES] if indicators.series_of(by=by, country=country) else []
    bodies = {key: profile_now(country, key, by) for key in keys}
    return sum(published(country, key, body) for key, body in bodies.items())


def published(country: str, key: str, body: Mapping[str, Any]) -> bool:
    """A further edition, unless nothing changed."""
    before = newest_body("profile", country, key)
    change = "definitions" if before and before["definitions"] != body["definitions"] else "values"
    return freeze(kind="profile", country=country, key=key, origin=origin_of(body), body=body, change=change)
