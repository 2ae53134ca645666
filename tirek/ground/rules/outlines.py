"""Outlines of a country from GeoJSON (RFC 7946), and how degrees become places on a sheet. Plain values; it knows no file and no row.

The projection is the equirectangular one with the cosine of the middle latitude: true enough for a country, wrong for a continent, and anybody can
compute it again. A country across the 180th meridian is drawn in two halves.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LARGEST, MOST_POINTS = 2_000_000, 200_000
"""Bytes of a file, and points of all its rings."""
FINE = 1 / 900
"""Points of a ring that lie nearer to each other than this part of the whole width are one on the screen."""
CODES = ("region", "code", "iso_3166_2", "shapeISO", "ISO", "iso")
"""Properties in which published outlines name a region by its ISO 3166-2 code, the first that is there."""
Point = tuple[float, float]
"""Longitude and latitude in degrees, as GeoJSON writes them."""


class OutlineFault(ValueError):
    """The file is no outline; the code says why, `where` at which feature (counted from 1)."""

    def __init__(self, code: str, where: int = 0, what: str = "") -> None:
        super().__init__(code)
        self.code, self.where, self.what = code, where, what


@dataclass(frozen=True, slots=True)
class Shape:
    """A region's rings, or a part of the country that names no region (""). Holes are rings like others: they are drawn by the even-odd rule."""

    region: str
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a stretch of the earth stands on a sheet that is so many units wide and high, its north above."""

    west: float
    north: float
    scale: float
    narrow: float
    edge: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> Point:
        """The place of a point on the sheet, in units from its upper left corner."""
        return self.edge + (longitude - self.west) * self.narrow * self.scale, self.edge + (self.north - latitude) * self.scale


def framed(points: Iterable[Point], width: float, edge: float, tallest: float) -> Frame | None:
    """The frame that holds all the points; None without any. A single point stands in the middle of half a degree."""
    found = list(points)
    if not found:
        return None
    west, east = spread([longitude for longitude, _latitude in found])
    south, north = spread([latitude for _longitude, latitude in found])
    narrow = max(math.cos(math.radians((south + north) / 2)), 0.05)
    scale = min((width - 2 * edge) / ((east - west) * narrow), (tallest - 2 * edge) / (north - south))
    return Frame(west, north, scale, narrow, edge, 2 * edge + (east - west) * narrow * scale, 2 * edge + (north - south) * scale)


def spread(numbers: list[float]) -> tuple[float, float]:
    """The least and the greatest, at least half a degree from each other."""
    low, high = min(numbers), max(numbers)
    missing = max(0.0, 0.5 - (high - low)) / 2
    return low - missing, high + missing


def net(first: float, last: float, most: int = 6) -> tuple[float, ...]:
    """Round degrees between two, at most so many."""
    step = next(one for one in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 360) if (last - first) / one <= most)
    return tuple(at * step for at in range(math.ceil(first / step), math.floor(last / step) + 1))


def read_outline(content: bytes, regions: Iterable[str]) -> tuple[Shape, ...]:
    """The shapes of a GeoJSON file, thinned to what a screen shows. `regions` are the codes that a feature may name. Raises OutlineFault."""
    if len(content) > LARGEST:
        raise OutlineFault("too-large")
    known, shapes = frozenset(regions), []
    for number, feature in enumerate(features_of(content), start=1):
        shapes.append(Shape(code_of(feature, known, number), tuple(rings_of(feature.get("geometry"), number))))
    if sum(len(ring) for shape in shapes for ring in shape.rings) > MOST_POINTS:
        raise OutlineFault("too-many-points")
    named = [shape.region for shape in shapes if shape.region]
    if twice := next((code for code in named if named.count(code) > 1), ""):
        raise OutlineFault("region-twice", what=twice)
    return thinned(shapes)


def features_of(content: bytes) -> list[Mapping[str, Any]]:
    """The features of the file."""
    try:
        read = json.loads(content.decode("utf-8-sig"), parse_constant=refused)
    except (ValueError, RecursionError) as error:
        raise OutlineFault("not-json") from error
    features = read.get("features") if isinstance(read, dict) and read.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        raise OutlineFault("no-collection")
    return features


def refused(constant: str) -> float:
    """NaN and Infinity are no numbers of JSON."""
    raise ValueError(constant)


def code_of(feature: Mapping[str, Any], known: frozenset[str], number: int) -> str:
    """The region that the feature names; nothing where it names none."""
    properties = feature.get("properties")
    told = str(next((properties[key] for key in CODES if properties.get(key)), "")) if isinstance(properties, dict) else ""
    if told and told not in known:
        raise OutlineFault("region-unknown", number, told[:40])
    return told


def rings_of(geometry: Any, number: int) -> Iterator[tuple[Point, ...]]:
    """The rings of a Polygon or MultiPolygon."""
    kind, parts = (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, dict) else ("", None)
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(parts, list) or not parts:
        raise OutlineFault("no-polygon", number)
    for polygon in parts if kind == "MultiPolygon" else [parts]:
        if not isinstance(polygon, list) or not polygon:
            raise OutlineFault("no-polygon", number)
        for ring in polygon:
            yield ring_of(ring, number)


def ring_of(ring: Any, number: int) -> tuple[Point, ...]:
    """A ring: at least four points in degrees, the last one the first."""
    if not isinstance(ring, list) or len(ring) < 4 or ring[0] != ring[-1]:
        raise OutlineFault("no-ring", number)
    points = []
    for one in ring:
        if not isinstance(one, list) or len(one) < 2 or not all(isinstance(each, int | float) and not isinstance(each, bool) for each in one[:2]):
            raise OutlineFault("no-ring", number)
        longitude, latitude = one[:2]
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise OutlineFault("not-degrees", number)
        points.append((float(longitude), float(latitude)))
    return tuple(points)


def thinned(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The shapes without points that no screen tells apart, and without islands that are smaller than that; no shape loses its largest ring."""
    shapes = tuple(shapes)
    longitudes = [point[0] for shape in shapes for ring in shape.rings for point in ring]
    near = (max(longitudes) - min(longitudes)) * FINE
    return tuple(Shape(shape.region, kept([thin(ring, near) for ring in shape.rings])) for shape in shapes)


def kept(rings: list[tuple[Point, ...]]) -> tuple[tuple[Point, ...], ...]:
    """The rings that are still rings; the longest one in any case."""
    return tuple(ring for ring in rings if len(ring) >= 4) or (max(rings, key=len),)


def thin(ring: tuple[Point, ...], near: float) -> tuple[Point, ...]:
    """A ring without points nearer than that to the one before them. Its ends stay."""
    found = [ring[0]]
    for point in ring[1:-1]:
        if math.dist(point, found[-1]) >= near:
            found.append(point)
    return tuple((round(longitude, 4), round(latitude, 4)) for longitude, latitude in (*found, ring[-1]))  # ten metres
