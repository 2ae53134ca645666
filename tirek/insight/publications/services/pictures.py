"""Publishing the countries' pictures: the figures of the packs with what was found of them, frozen as editions."""

from collections.abc import Mapping
from typing import Any

from tirek.foundation.jurisdictions.queries import countries, is_invented
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.publications.picture import KEY, content
from tirek.insight.publications.services.editions import freeze, newest_body


def publish_pictures(*, by: Actor) -> Recorded[int]:
    """Publishes the picture of each real country whose content is otherwise than in its newest edition. Returns how many.

    Only the loader does: the record is public already. Raises NotAllowed for everybody else.
    """
    if by != SYSTEM:
        raise NotAllowed
    with record("editions.loaded", by=by) as entry:
        return entry.of(sum(publish(country) for country in countries() if not is_invented(country)))


def publish(country: str) -> bool:
    """A further edition of a country's picture, unless nothing changed since the newest; within the act under way."""
    body = content(country)
    before = newest_body("picture", country, KEY)
    change = "decisions" if before and values_of(before) == values_of(body) else "values"
    return freeze(kind="picture", country=country, key=KEY, origin="sourced", body=body, change=change)


def values_of(body: Mapping[str, Any]) -> dict[str, str]:
    """The figures that a picture states, in whatever order they are kept."""
    return {key: str(each["value"]) for key, each in body["figures"].items()}


def follow(country: str) -> None:
    """The country's picture after a document of it was published again: a further edition, where there is one already; within the act under way."""
    if newest_body("picture", country, KEY) is not None:
        publish(country)
