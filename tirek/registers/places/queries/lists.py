"""Lists of places and their counts, narrowed and cut to the country."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from tirek.foundation.jurisdictions.pack import PlaceKind
from tirek.foundation.jurisdictions.queries import authority_history, pack, successor_on, today
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.registers.places.models import Place, PlacePopulation, PlaceQuerySet
from tirek.registers.places.ordering import BY_NAME, ByName
from tirek.registers.places.queries.facts import Count, PlaceFacts, count, facts, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFilters:
    """How a list is narrowed. `on` is the day for authority and openness (today unless told); empty texts narrow nothing; `ids` leaves these alone."""

    kind: str = ""
    region: str = ""
    authority: str = ""
    on: date | None = None
    state: Literal["", "open", "closed"] = ""
    unofficial: bool | None = None
    event: str = ""
    text: str = ""
    ids: frozenset[UUID] | None = None

    def day(self, country: str) -> date:
        """The day that is asked about: the country's today unless told."""
        return self.on or today(country)


NO_FILTERS = PlaceFilters()
ORDERS = {
    "name": BY_NAME, "-name": (ByName("order").desc(), "-pk"),
    "opened": (F("opened_on").asc(nulls_last=True), *BY_NAME), "-opened": (F("opened_on").desc(nulls_last=True), *BY_NAME),
}  # fmt: skip
"""What a list can be ordered by; without a word, by name."""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place without its history: today's name, kind, region, and its first day where that is known."""

    id: UUID
    name: Words
    kind: str
    region: str
    opened_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """How many places a country's list holds, by kind and by region."""

    total: int
    by_kind: tuple[tuple[str, int], ...]
    by_region: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much room there is: `capacity` of all places whose capacity is `known`; `held` people in `room` of those whose people were counted too."""

    capacity: int = 0
    known: bool = False
    held: int = 0
    room: int = 0

    def with_one(self, one: Count) -> "Room":
        """With one place more. A count of a part of the people says nothing about how full it was."""
        full = one.total is not None and not one.partial and bool(one.capacity)
        return Room(
            self.capacity + (one.capacity or 0), self.known or one.capacity is not None,
            self.held + (one.total or 0 if full else 0), self.room + (one.capacity or 0 if full else 0),
        )  # fmt: skip


def places(
    *, by: Actor, country: str, filters: PlaceFilters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[PlaceFacts, ...]:
    """Places of the country in one of the ORDERS, all or `size` of them from the one numbered `start`.

    Raises UnknownThing for an authority that the pack does not know. Cost: 8 queries.
    """
    found = narrowed(by, country, filters).order_by(*ORDERS[order or "name"])[start : None if size is None else start + size]
    return tuple(facts(row) for row in whole(found))


@once
def place_ids(*, by: Actor, country: str, filters: PlaceFilters = NO_FILTERS) -> frozenset[UUID]:
    """The ids of the same places, with nothing of what is known of them. Cost: one query."""
    return frozenset(narrowed(by, country, filters).order_by().values_list("pk", flat=True))


def open_places(*, by: Actor, country: str, on: date) -> tuple[PlaceLine, ...]:
    """Places that work on a day, in order of name, with nothing of their history: for choosing or counting them. Cost: one query."""
    found = Place.objects.visible_to(by, country).open_on(on).order_by(*BY_NAME)
    return tuple(PlaceLine(*row) for row in found.values_list("pk", "name", "kind", "region", "opened_on"))


def known_places(*, by: Actor, country: str, merged: bool = True) -> tuple[PlaceLine, ...]:
    """All places in order of name, closed ones too, and those that became a part of another unless `merged` is false; for choosing. Cost: one query."""
    found = Place.objects.visible_to(by, country).order_by(*BY_NAME)
    kept = found if merged else found.filter(merge__isnull=True)
    return tuple(PlaceLine(*row) for row in kept.values_list("pk", "name", "kind", "region", "opened_on"))


def counts(*, by: Actor, country: str, filters: PlaceFilters = NO_FILTERS) -> PlaceCounts:
    """How many places the same list holds. Cost: one query."""
    found = list(narrowed(by, country, filters).values_list("kind", "region"))
    kinds, regions = Counter(kind for kind, _ in found), Counter(region for _, region in found)
    return PlaceCounts(len(found), tuple(sorted(kinds.items())), tuple(sorted(regions.items())))


def room_by_region(*, by: Actor, country: str, on: date, kind: str = "") -> dict[str, Room]:
    """What the newest counts say of the places that work on a day, added up by region; what is not known is left out. Cost: one query."""
    working = narrowed(by, country, PlaceFilters(kind=kind, state="open", on=on)).order_by().values("pk")
    newer = PlacePopulation.objects.filter(place=OuterRef("place"), counted_on__gt=OuterRef("counted_on"), counted_on__lte=on)
    newest = PlacePopulation.objects.filter(~Exists(newer), place__in=working, counted_on__lte=on).select_related("place")
    found: dict[str, Room] = {}
    for row in newest:
        found[row.place.region] = found.get(row.place.region, Room()).with_one(count(row))
    return found


def narrowed(by: Actor, country: str, filters: PlaceFilters) -> PlaceQuerySet:
    """The places that the actor may see and the filters leave."""
    found = Place.objects.visible_to(by, country).called(filters.text)
    for column in ("kind", "region"):
        if wanted := getattr(filters, column):
            found = found.filter(**{column: wanted})
    if filters.ids is not None:
        found = found.filter(pk__in=filters.ids)
    if filters.unofficial is not None:
        found = found.filter(unofficial=filters.unofficial)
    if filters.event:
        found = found.filter(events__event=filters.event)
    if filters.state:
        found = found.open_on(filters.day(country)) if filters.state == "open" else found.closed_on_day(filters.day(country))
    return under(found, country, filters) if filters.authority else found


def under(found: PlaceQuerySet, country: str, filters: PlaceFilters) -> PlaceQuerySet:
    """Places under an authority on a day, through its predecessors and through the pack's rule for kinds."""
    authority_history(country, filters.authority)
    bodies = [one.code for one in pack(country).authorities if successor_on(country, one.code, filters.day(country)) == filters.authority]
    kinds = [kind.code for kind in pack(country).place_kinds if rule_names(kind, bodies, filters.day(country))]
    return found.under(bodies, kinds, filters.day(country))


def rule_names(kind: PlaceKind, bodies: list[str], on: date) -> bool:
    """Whether the pack's rule for the kind names one of the bodies on that day."""
    rule = next((one for one in kind.responsible if one.holds(on)), None)
    return rule is not None and rule.authority in bodies
