"""What a map of points needs: working places with coordinates, and the outline that the operator gave."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor
from tirek.ground.rules.outlines import Shape
from tirek.ground.rules.words import Words
from tirek.registers.places.models import PARTS, Outline
from tirek.registers.places.ordering import BY_NAME
from tirek.registers.places.queries.lists import PlaceFilters, narrowed


@dataclass(frozen=True, slots=True)
class PlacePoint:
    """A place and where it stands, in degrees."""

    id: UUID
    name: Words
    kind: str
    region: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class OutlineFacts:
    """The outline in force: its shapes, whose it is, and since when."""

    shapes: tuple[Shape, ...]
    source: str
    given_at: datetime


def place_points(*, by: Actor, country: str, on: date, kind: str = "", region: str = "", most: int | None = None) -> tuple[PlacePoint, ...]:
    """Places that work on a day and have coordinates, in order of name, at most so many. Cost: one query."""
    found = narrowed(by, country, PlaceFilters(kind=kind, region=region, state="open", on=on)).filter(latitude__isnull=False).order_by(*BY_NAME)
    rows = found.values_list("pk", "name", "kind", "region", "latitude", "longitude")[:most]
    return tuple(
        PlacePoint(key, name, sort, area, float(latitude), float(longitude))
        for key, name, sort, area, latitude, longitude in rows
        if latitude is not None and longitude is not None
    )


def outline(*, by: Actor, country: str) -> OutlineFacts | None:
    """The outline in force, for whoever sees the register; None without one. Cost: one query."""
    if not (by == SYSTEM or by.has(*MECHANISM, country=country)):
        return None
    row = Outline.objects.filter(country=country).order_by("-given_at", "-pk").first()
    if row is None or not row.shapes:
        return None
    shapes = tuple(Shape(one["region"], tuple(tuple((x / PARTS, y / PARTS) for x, y in ring) for ring in one["rings"])) for one in row.shapes)
    return OutlineFacts(shapes, row.source, row.given_at)
