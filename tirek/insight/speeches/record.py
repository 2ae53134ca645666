"""A frozen sheet as numbers that a speech may say: which figure, what of it, what it counts, its year. By which words it is named stands in vocabulary.yaml. It knows no text of a speech."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tirek.ground.rules.speech_matching import HUNDRED, PERCENT, Standing, Vocabulary
from tirek.ground.rules.speech_sheet import Told

UNITS = {
    "visits_made": ("visits",), "visits_all": ("visits",), "places_visited": ("places",), "places_never": ("places",), "places_past": ("places",),
    "reports_issued": ("reports", "visits"), "reports_answered": ("reports",), "answered": ("recommendations",), "carried_out": ("recommendations",),
    "partly": ("recommendations",), "otherwise": ("recommendations",), "repeated": ("recommendations",), "overdue": ("recommendations",),
}  # fmt: skip
"""As what a speech counts them."""
ALSO = dict.fromkeys(("places_visited", "places_never", "places_past"), ("beds",))
"""A Russian speech says the same word for a place on the register and for a place to sleep."""
ENDS = {
    "part": ("verif", "провер", "тексер", "текшер"),
    "upper": ("claim", "said", "say", "word", "сообщ", "заяв", "слов", "айт", "мәлім", "хабар", "билдир"),
}
"""By which words a speech says which end of an interval it means."""


def _vocabulary() -> Vocabulary:
    loaded: dict[str, list[list[str]]] = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text(encoding="utf-8"))
    return {code: tuple(tuple(group) for group in groups) for code, groups in loaded.items()}


VOCABULARY = _vocabulary()


def standings(figures: tuple[Told, ...], year: int, source: str) -> Iterator[Standing]:
    """Every number of a sheet that is told: counts, shares as per cent, counts beside."""
    for each in figures:
        yield from of_figure(each, year, source)


def of_figure(figure: Told, year: int, source: str) -> Iterator[Standing]:
    """The numbers of one figure. An interval's two ends know each other."""
    said: dict[str, Any] = {"year": year, "source": source, "also": frozenset(ALSO.get(figure.code, ()))}
    units, percent = frozenset(UNITS[figure.code]), frozenset({PERCENT})
    ends = (("part", figure.part, figure.low), ("upper", figure.upper, figure.high))
    for what, count, share in ends:
        if count is None or not figure.whole:
            continue
        other, rest = (figure.upper, figure.high) if what == "part" else (figure.part, figure.low)
        tied: dict[str, Any] = {"end": figure.interval, "told_by": ENDS[what] if figure.interval else ()}
        yield Standing(figure.code, what, Decimal(count), units, **said, **tied, other=decimal(other))
        if share is not None:
            yield Standing(figure.code, what, share * HUNDRED, percent, **said, **tied, other=None if rest is None else rest * HUNDRED)
    if figure.whole:
        yield Standing(figure.code, "whole", Decimal(figure.whole), units, **said)
    for name, count in figure.beside:
        if count is not None:
            yield Standing(figure.code, name, Decimal(count), frozenset(UNITS[name]), **said)


def decimal(count: int | None) -> Decimal | None:
    """A count as a number of the record."""
    return None if count is None else Decimal(count)
