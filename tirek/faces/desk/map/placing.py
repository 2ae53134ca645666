"""Places as points on a sheet, over the outline that the operator gave, or on a net of degrees alone. How a place stands is said by the shape of its point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.fields import said
from tirek.ground.rules.outlines import Frame, framed, net
from tirek.records.visits.queries import PlaceStanding
from tirek.registers.places.queries import OutlineFacts, PlacePoint

WIDTH, TALLEST, EDGE = 760.0, 640.0, 36.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A place as it is drawn; `how` names its shape: "plain", "in_time", "past" or "never"."""

    place: PlacePoint
    name: str
    label: str
    href: str
    how: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the net with its degree: across (a parallel) or down (a meridian)."""

    words: str
    x: str
    y: str
    across: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below the points: a region's rings as one path, and its name."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing."""

    width: int
    height: int
    lines: tuple[Line, ...]
    ground: tuple[Ground, ...]
    dots: tuple[Dot, ...]


def charted(
    points: Sequence[PlacePoint], outline: OutlineFacts | None, names: dict[str, str], standing: dict[UUID, PlaceStanding]
) -> Chart | None:
    """The drawing; None where there is nothing to draw. `names` are the regions' names, `standing` how each place stands where the reader is told."""
    rings = [point for shape in (outline.shapes if outline else ()) for ring in shape.rings for point in ring]
    frame = framed([*rings, *((one.longitude, one.latitude) for one in points)], WIDTH, EDGE, TALLEST)
    if frame is None:
        return None
    ground = tuple(Ground(path_of(shape.rings, frame), names.get(shape.region, "")) for shape in (outline.shapes if outline else ()))
    return Chart(round(frame.width), round(frame.height), tuple(lines_of(frame)), ground, tuple(dot(one, frame, names, standing) for one in points))


def path_of(rings: Iterable[Iterable[tuple[float, float]]], frame: Frame) -> str:
    """Rings as one SVG path."""
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (frame.at(*point) for point in ring)) + "Z" for ring in rings)


def lines_of(frame: Frame) -> Iterable[Line]:
    """The net of round degrees within the frame."""
    east = frame.west + (frame.width - 2 * frame.edge) / (frame.narrow * frame.scale)
    south = frame.north - (frame.height - 2 * frame.edge) / frame.scale
    for degree in net(frame.west, east):
        yield Line(degrees(degree, _("%(degree)s° E"), _("%(degree)s° W")), f"{frame.at(degree, south)[0]:.1f}", "0", across=False)
    for degree in net(south, frame.north):
        yield Line(degrees(degree, _("%(degree)s° N"), _("%(degree)s° S")), "0", f"{frame.at(frame.west, degree)[1]:.1f}", across=True)


def degrees(degree: float, above: str, below: str) -> str:
    """A degree in words."""
    return (above if degree >= 0 else below) % {"degree": f"{abs(degree):g}"}


def dot(one: PlacePoint, frame: Frame, names: dict[str, str], standing: dict[UUID, PlaceStanding]) -> Dot:
    """One place."""
    x, y = frame.at(one.longitude, one.latitude)
    how = how_it_stands(standing.get(one.id))
    told = [names.get(one.region, one.region), *([str(stand_words()[how])] if how != "plain" else [])]
    name = said(one.name)
    label = _("%(place)s: %(told)s") % {"place": name, "told": ", ".join(told)}
    return Dot(one, name, label, reverse("desk:place", args=[one.id]), how, f"{x:.1f}", f"{y:.1f}")


def how_it_stands(one: PlaceStanding | None) -> str:
    """The shape of a point."""
    if one is None:
        return "plain"
    return "never" if one.last_visit is None else "past" if one.past else "in_time"


def stand_words() -> dict[str, str]:
    """The shapes in words, in the order of the legend."""
    return {"never": _("never visited"), "past": _("past the interval"), "in_time": _("visited in time")}
