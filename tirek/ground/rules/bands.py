"""Bands: into which steps the numbers of a map fall. A step is a word of the legend; the number itself always stands beside it."""

from dataclasses import dataclass

MOST_BANDS = 4
FULLNESS = (50, 80, 100)
"""Where the bands of occupancy end, in per cent: the last one has no end, and begins where there are more people than room."""


@dataclass(frozen=True, slots=True)
class Band:
    """From the first to the last number, both included; no last is open."""

    first: int
    last: int | None

    def holds(self, number: int) -> bool:
        """Whether the number falls into the band."""
        return self.first <= number and (self.last is None or number <= self.last)


def even_bands(most: int) -> tuple[Band, ...]:
    """At most four bands of one width that hold every number from 1 to `most`; none where nothing is counted."""
    if most < 1:
        return ()
    width = -(-most // MOST_BANDS)
    return tuple(Band(first, first + width - 1) for first in range(1, most + 1, width))


def fullness_bands() -> tuple[Band, ...]:
    """The bands of occupancy in per cent."""
    ends = (*FULLNESS, None)
    return tuple(Band(before + 1 if before is not None else 0, end) for before, end in zip((None, *FULLNESS), ends, strict=True))


def step_of(number: int | None, bands: tuple[Band, ...]) -> int | None:
    """The number of the band, from 1; 0 for what lies before the first, None for what is not known."""
    if number is None:
        return None
    return next((place for place, band in enumerate(bands, start=1) if band.holds(number)), 0)
