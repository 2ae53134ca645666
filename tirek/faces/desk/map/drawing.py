"""Squares on a sheet: where each region stands, and with which shade. Regions that the pack gives no square follow below, in its order.

A shade is never alone: the number stands on the square, and a row of four marks says the step in print and to every eye.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tirek.faces.desk.map.measuring import Figure, Measured
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.pack import Region
from tirek.foundation.ui.formats import number
from tirek.ground.rules.bands import MOST_BANDS, Band, step_of

SIDE, GAP, ACROSS = 96, 8, 6
MARK = 12
"""A mark of the step, in the units of the drawing."""


@dataclass(frozen=True, slots=True)
class Square:
    """A region as it is drawn. `shade`: 0 to 4, or "unknown"; `marks`: where each of the four marks stands, and whether it is full."""

    code: str
    name: str
    short: str
    figure: Figure
    x: int
    y: int
    shade: str
    marks: tuple[tuple[int, bool], ...]

    @property
    def middle(self) -> int:
        """Where its words stand, across."""
        return self.x + SIDE // 2

    @property
    def label(self) -> str:
        """Everything the square says, in words."""
        return region_label(self.name, self.figure)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The squares and how large the drawing is. `loose`: some have no place on the map and stand below it."""

    squares: tuple[Square, ...]
    width: int
    height: int
    side: int
    loose: bool

    @property
    def broad(self) -> bool:
        """Whether a telephone would make its words too small, so that it is moved sideways there."""
        return self.width > 4 * (SIDE + GAP) + GAP


@dataclass(frozen=True, slots=True)
class Key:
    """A shade of the legend."""

    shade: str
    words: str
    marks: tuple[tuple[int, bool], ...]


def region_label(name: str, figure: Figure) -> str:
    """A region's name and number in words."""
    return _("%(region)s: %(figure)s") % {"region": name, "figure": figure.sentence}


def drawn(regions: Iterable[Region], measured: Measured) -> Sheet:
    """The sheet of a country."""
    regions = tuple(regions)
    placed = [(region, region.tile.column, region.tile.row) for region in regions if region.tile]
    below = max((row for _region, _column, row in placed), default=0)
    below += 1 if placed else 0
    loose = [(region, at % ACROSS + 1, below + at // ACROSS + 1) for at, region in enumerate(one for one in regions if not one.tile)]
    every = sorted((*placed, *loose), key=lambda one: (one[2], one[1]))
    if not every:
        return Sheet((), 0, 0, SIDE, False)
    first = min(column for _region, column, _row in every)
    across, down = max(column for _region, column, _row in every) - first + 1, max(row for _region, _column, row in every)
    squares = tuple(square(region, column - first, row - 1, measured) for region, column, row in every)
    return Sheet(squares, across * (SIDE + GAP) + GAP, down * (SIDE + GAP) + GAP, SIDE, bool(loose) and bool(placed))


def square(region: Region, column: int, row: int, measured: Measured) -> Square:
    """One region."""
    figure, (x, y) = measured.of(region.code), (GAP + column * (SIDE + GAP), GAP + row * (SIDE + GAP))
    step = step_of(figure.value, measured.bands)
    short = said(region.tile.short) if region.tile else region.code
    return Square(region.code, said(region.name), short, figure, x, y, shade_of(step), marks(step, x + (SIDE - MOST_BANDS * (MARK + 2) + 2) // 2))


def shade_of(step: int | None) -> str:
    """The shade of a step as the style sheet calls it."""
    return "unknown" if step is None else str(step)


def marks(step: int | None, x: int) -> tuple[tuple[int, bool], ...]:
    """The four marks from there on; none where nothing is known."""
    return tuple((x + at * (MARK + 2), at < step) for at in range(MOST_BANDS)) if step is not None else ()


def legend(measured: Measured, squares: Iterable[Square]) -> tuple[Key, ...]:
    """What each shade means: those that some square has, and the bands between them."""
    used = {square.shade for square in squares}
    keys = [Key("unknown", _("not known"), ()), Key("0", number(0), marks(0, 2))]
    shown = [key for key in keys if key.shade in used]
    return (*shown, *(Key(str(step), band_words(band, measured.percent), marks(step, 2)) for step, band in enumerate(measured.bands, start=1)))


def band_words(band: Band, of_hundred: bool) -> str:
    """A band in words."""
    first, last = number(band.first), number(band.last) if band.last is not None else ""
    words = _("more than %(last)s") % {"last": number(band.first - 1)} if band.last is None else first if first == last else f"{first}–{last}"
    return f"{words}\u00a0%" if of_hundred else words
