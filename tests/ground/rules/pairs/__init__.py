"""Pairs of recommendations of which people said beforehand whether one says again what the other said.

They were written before there was a matcher. Half of each kind, in a fixed order of chance, is for tuning; the other half is looked at for the final
figures alone (`python -m benchmarks.repeats`).
"""

import random
from dataclasses import dataclass
from pathlib import Path

import yaml

SEED = 2016


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts with their languages, whether they say the same, and what makes it so."""

    same: bool
    language: str
    text: str
    other_language: str
    other: str
    about: str


def pairs() -> tuple[Pair, ...]:
    """All pairs in the order of their file."""
    return tuple(Pair(*each) for each in yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8")))


def halves() -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Those for tuning and those not looked at, each with half of the repeats and half of the others."""
    drawn = random.Random(SEED)
    tuning: list[Pair] = []
    unseen: list[Pair] = []
    for same in (True, False):
        kind = [each for each in pairs() if each.same is same]
        drawn.shuffle(kind)
        tuning += kind[: (len(kind) + same) // 2]
        unseen += kind[(len(kind) + same) // 2 :]
    return tuple(tuning), tuple(unseen)
