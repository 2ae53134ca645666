"""The index of a published year: its ordinal values under the reader's weights, what is missing, and how far the score moves under random weights."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tirek.ground.rules.open_index import Answer, Band, Index, band, index
from tirek.ground.rules.words import Words
from tirek.insight.publications import measures
from tirek.insight.publications.measures import words
from tirek.insight.publications.queries.editions import edition

Plain = Mapping[str, Any]
DRAWS = 1_000
HEAVIEST = 10
"""The greatest weight, of a reader as of chance."""


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One ordinal value of the index: its class in words, its step of the scale (None: not known, and `silence` says why) and its weight."""

    code: str
    name: Words
    measure: str
    step: int | None
    top: int
    meaning: Words
    silence: str
    inferred: bool
    weight: int


@dataclass(frozen=True, slots=True)
class ShownIndex:
    """The index of some values with the seed that its band was drawn from."""

    items: tuple[ShownItem, ...]
    result: Index
    band: Band | None
    seed: int
    draws: int = DRAWS


def index_items(country: str, year: int) -> tuple[ShownItem, ...]:
    """The ordinal values of a published year, each with weight 1; what is told in words alone is not among them. Raises NotFound. Costs two queries."""
    body = edition("profile", country, str(year)).body
    return tuple(item(line, body["scales"][line["scale"]]) for line in body["lines"] if line["profile"] and line["kind"] == "ordinal")


def weighed(items: Sequence[ShownItem], seed: int) -> ShownIndex:
    """The index under the weights of the items; a thousand draws of weights, each anew from 0 to 10, from the seed. Costs some twenty milliseconds."""
    answers = [Answer(one.code, one.step, one.top, Fraction(one.weight)) for one in items]
    chance = random.Random(seed)  # noqa: S311 — a reader repeats it from the seed; nothing is kept secret by it
    drawn = ([chance.randint(0, HEAVIEST) for _ in answers] for _ in range(DRAWS))
    return ShownIndex(tuple(items), index(answers), band(answers, drawn), seed)


def item(line: Plain, scale: Plain) -> ShownItem:
    """A line as an item. Two sources that give different steps make none: which is right the index does not say."""
    steps = sorted({one["step"] for one in line["values"] if one["step"] is not None})
    step = steps[0] if len(steps) == 1 else None
    missing = next((one["missing"] for one in line["values"] if one["missing"]), "")
    silence = "" if step is not None else measures.no_step(len(steps), bool(line["values"]), missing)
    meaning = words(scale["steps"][step]) if step is not None else Words()
    inferred = any(one["inferred"] for one in line["values"])
    return ShownItem(line["code"], words(line["name"]), measures.measure(line["measure"]), step, len(scale["steps"]) - 1, meaning, silence, inferred, 1)
