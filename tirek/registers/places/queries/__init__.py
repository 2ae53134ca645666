"""Reading the register of places; everything is cut to the country and to those who may see it."""

from tirek.registers.places.queries.facts import (
    AuthoritySpan,
    Count,
    EventTie,
    Merge,
    NameSpan,
    PlaceFacts,
    PlaceThen,
    one_with,
    place,
    place_names,
    place_then,
)
from tirek.registers.places.queries.kept import kept_about, kept_in_places, kept_text
from tirek.registers.places.queries.lately import places_lately
from tirek.registers.places.queries.lists import (
    PlaceCounts,
    PlaceFilters,
    PlaceLine,
    Room,
    counts,
    known_places,
    open_places,
    place_ids,
    places,
    room_by_region,
)
from tirek.registers.places.queries.points import OutlineFacts, PlacePoint, outline, place_points
from tirek.registers.places.queries.story import Happening, story

__all__ = [
    "AuthoritySpan",
    "Count",
    "EventTie",
    "Happening",
    "Merge",
    "NameSpan",
    "OutlineFacts",
    "PlaceCounts",
    "PlaceFacts",
    "PlaceFilters",
    "PlaceLine",
    "PlacePoint",
    "PlaceThen",
    "Room",
    "counts",
    "kept_about",
    "kept_in_places",
    "kept_text",
    "known_places",
    "one_with",
    "open_places",
    "outline",
    "place",
    "place_ids",
    "place_names",
    "place_points",
    "place_then",
    "places",
    "places_lately",
    "room_by_region",
    "story",
]
