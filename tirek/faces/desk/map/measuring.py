"""What is counted by region: the number, what it is of, and the list of exactly what was counted. Each measure asks queries that are cut to the reader.

How places stand under the interval comes from `standings`, which knows begun visits alone: a visit that is hidden changes no number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.plan.covering import stands
from tirek.followup.recommendations.queries import open_by_region
from tirek.foundation.ui.formats import number, percent
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.bands import Band, even_bands, fullness_bands
from tirek.records.visits.queries import PlaceStanding, standings
from tirek.registers.places.queries import PlaceFilters, counts, room_by_region

Words = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One region's number: `shown` as it is written, `of` what it is a part of, `sentence` the whole in words, `href` the list of what is counted."""

    value: int | None
    shown: str
    of: str
    sentence: str
    href: str


@dataclass(frozen=True, slots=True)
class Measured:
    """All regions under one measure, by code; a region that is not there has nothing. `whole` is the country."""

    figures: Mapping[str, Figure]
    nothing: Callable[[str], Figure]
    whole: Figure
    bands: tuple[Band, ...]
    percent: bool = False

    def of(self, region: str) -> Figure:
        """The figure of a region."""
        return self.figures.get(region) or self.nothing(region)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks, about which country, on which day, for which kind of place."""

    by: Actor
    country: str
    today: date
    kind: str

    def places(self, region: str) -> str:
        """The list of the working places of a region."""
        return listed("desk:places", region=region, kind=self.kind, state="open")


def listed(page: str, **filters: str) -> str:
    """A list of the desk under the filters that say something."""
    told = urlencode({name: value for name, value in filters.items() if value})
    return reverse(page) + (f"?{told}" if told else "")


def measured(name: str, asked: Asked) -> Measured:
    """The measure of that name."""
    return MEASURES[name](asked)


def counted(found: Mapping[str, int], href: Callable[[str], str], words: Words, totals: Mapping[str, int] | None = None) -> Measured:
    """A number of things by region; `totals` are the places of which they are."""

    def figure(region: str, count: int, among: int | None) -> Figure:
        of = _("of %(count)s") % {"count": number(among)} if among is not None else ""
        sentence = ", ".join(filter(None, (words(count) % {"count": number(count)}, of)))
        return Figure(count, number(count), of, sentence, href(region) if count else "")

    figures = {region: figure(region, count, totals.get(region, 0) if totals is not None else None) for region, count in found.items()}
    whole = figure("", sum(found.values()), sum(totals.values()) if totals is not None else None)
    nothing = totals if totals is not None else {}
    return Measured(
        figures, lambda region: figure(region, 0, nothing.get(region, 0) if totals is not None else None), whole, even_bands(max(found.values(), default=0)),
    )  # fmt: skip


def working_places(asked: Asked) -> Measured:
    """Places that work today. Cost: 1 query."""
    filters = PlaceFilters(kind=asked.kind, state="open", on=asked.today)
    found = dict(counts(by=asked.by, country=asked.country, filters=filters).by_region)
    return counted(found, asked.places, lambda count: ngettext("%(count)s place", "%(count)s places", count))


def standing(how: str, words: Words) -> Callable[[Asked], Measured]:
    """Places that stand so under the interval, of the working ones. Cost: 2 queries."""

    def measure(asked: Asked) -> Measured:
        every = [one for one in standings(by=asked.by, country=asked.country, today=asked.today) if asked.kind in ("", one.place.kind)]
        totals, found = tallied(every), tallied([one for one in every if stands(one, how, asked.today)])
        return counted(found, lambda region: listed("desk:plan-coverage", stands=how, region=region, place_kind=asked.kind), words, totals)

    return measure


def tallied(found: list[PlaceStanding]) -> dict[str, int]:
    """How many by region."""
    numbers: dict[str, int] = {}
    for one in found:
        numbers[one.place.region] = numbers.get(one.place.region, 0) + 1
    return numbers


def open_recommendations(asked: Asked) -> Measured:
    """Issued recommendations that nobody found done. Cost: 2 queries."""
    found = open_by_region(by=asked.by, country=asked.country, place_kind=asked.kind)
    return counted(
        found, lambda region: listed("desk:recommendations", open="on", region=region, place_kind=asked.kind),
        lambda count: ngettext("%(count)s recommendation", "%(count)s recommendations", count),
    )  # fmt: skip


def capacity(asked: Asked) -> Measured:
    """How many people the working places can hold, as far as it is known. Cost: 1 query."""
    rooms = room_by_region(by=asked.by, country=asked.country, on=asked.today, kind=asked.kind)
    found = {region: room.capacity for region, room in rooms.items() if room.known}
    told = counted(found, asked.places, lambda count: ngettext("room for %(count)s person", "room for %(count)s persons", count))
    return Measured(told.figures, lambda region: unknown(region, asked), told.whole if found else unknown("", asked), told.bands)


def occupancy(asked: Asked) -> Measured:
    """People held in per cent of the capacity, over places of which both are known. Cost: 1 query."""
    rooms = {region: room for region, room in room_by_region(by=asked.by, country=asked.country, on=asked.today, kind=asked.kind).items() if room.room}

    def figure(region: str, held: int, room: int) -> Figure:
        share = int((Decimal(held) * 100 / room).to_integral_value())
        told = {"held": number(held), "room": number(room), "share": percent(Decimal(held) / room)}
        return Figure(share, told["share"], _("%(held)s of %(room)s") % told, _("%(share)s: %(held)s held, room for %(room)s") % told, asked.places(region))

    figures = {region: figure(region, room.held, room.room) for region, room in rooms.items()}
    whole = figure("", sum(room.held for room in rooms.values()), sum(room.room for room in rooms.values())) if rooms else unknown("", asked)
    return Measured(figures, lambda region: unknown(region, asked), whole, fullness_bands(), percent=True)


def unknown(region: str, asked: Asked) -> Figure:
    """Nobody counted there."""
    return Figure(None, "—", "", _("not known"), asked.places(region))


MEASURES: dict[str, Callable[[Asked], Measured]] = {
    "places": working_places,
    "recommendations": open_recommendations,
    "capacity": capacity,
    "occupancy": occupancy,
    "visited": standing("this_year", lambda count: ngettext("%(count)s place visited this year", "%(count)s places visited this year", count)),
    "past": standing("past", lambda count: ngettext("%(count)s place past the interval", "%(count)s places past the interval", count)),
    "never": standing("never", lambda count: ngettext("%(count)s place never visited", "%(count)s places never visited", count)),
}
