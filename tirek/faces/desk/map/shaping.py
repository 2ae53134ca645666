"""The regions in the shapes of the operator's own outline, where it names them all: shaded and numbered as the squares are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tirek.faces.desk.map.drawing import region_label, shade_of
from tirek.faces.desk.map.measuring import Figure, Measured
from tirek.faces.desk.map.placing import TALLEST, WIDTH, path_of
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.pack import Region
from tirek.ground.rules.bands import step_of
from tirek.ground.rules.outlines import Frame, Point, Shape, framed
from tirek.registers.places.queries import OutlineFacts

EDGE = 8.0


@dataclass(frozen=True, slots=True)
class Area:
    """A region as it is drawn: its rings as one path, and where its number stands."""

    code: str
    label: str
    figure: Figure
    path: str
    x: str
    y: str
    shade: str


@dataclass(frozen=True, slots=True)
class AreaSheet:
    """The regions and how large the drawing is."""

    areas: tuple[Area, ...]
    width: int
    height: int


def names_all(outline: OutlineFacts | None, regions: Iterable[Region]) -> bool:
    """Whether the outline has a shape for each of these regions."""
    named = {shape.region for shape in outline.shapes} if outline else set()
    codes = {region.code for region in regions}
    return bool(codes) and codes <= named


def shaped(regions: Sequence[Region], outline: OutlineFacts, measured: Measured) -> AreaSheet | None:
    """The regions in their shapes; large ones first, so that a city lies upon its province."""
    frame = framed((point for shape in outline.shapes for ring in shape.rings for point in ring), WIDTH, EDGE, TALLEST)
    if frame is None:
        return None
    shapes = {shape.region: shape for shape in outline.shapes}
    ordered = sorted(regions, key=lambda region: -extent(largest(shapes[region.code])))
    return AreaSheet(tuple(area(one, shapes[one.code], frame, measured) for one in ordered), round(frame.width), round(frame.height))


def area(region: Region, shape: Shape, frame: Frame, measured: Measured) -> Area:
    """One region."""
    figure, (x, y) = measured.of(region.code), frame.at(*centre(largest(shape)))
    shade = shade_of(step_of(figure.value, measured.bands))
    return Area(region.code, region_label(said(region.name), figure), figure, path_of(shape.rings, frame), f"{x:.1f}", f"{y:.1f}", shade)


def largest(shape: Shape) -> tuple[Point, ...]:
    """The ring that encloses most."""
    return max(shape.rings, key=extent)


def extent(ring: Sequence[Point]) -> float:
    """What a ring encloses, in square degrees: good enough for comparing."""
    return abs(doubled(ring)) / 2


def doubled(ring: Sequence[Point]) -> float:
    """Twice the signed area, by the shoelace formula."""
    return sum(here[0] * there[1] - there[0] * here[1] for here, there in pairwise(ring))


def centre(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring; the mean of its points where it encloses nothing."""
    twice = doubled(ring)
    if abs(twice) < 1e-9:
        return sum(point[0] for point in ring) / len(ring), sum(point[1] for point in ring) / len(ring)
    pairs = [(here, there, here[0] * there[1] - there[0] * here[1]) for here, there in pairwise(ring)]
    return sum((here[0] + there[0]) * cross for here, there, cross in pairs) / (3 * twice), sum((here[1] + there[1]) * cross for here, there, cross in pairs) / (3 * twice)
