"""Which of several relations that a figure may stand in is meant: the nearer before the farther, what agrees by a rare chance before what agrees by a common one.

By Bayes' rule. Each trial has a weight beforehand that falls with its cost, and one more stands for "none of these". A trial that is meant agrees; one that is not agrees by
chance. So the odds of a trial are its weight over its chance, those of none are its own weight, and trials that do not agree fall out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from ..relation import Relation

SURE = 0.8
"""How likely a trial has to be to be proposed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A relation that may be meant: how far-fetched it is (one more is less likely by a factor of e), and the chance of its agreement; None where the arithmetic does not agree."""

    cost: float
    chance: float | None = None
    says: object = None
    """What it says in numbers: trials that say the same, of another mention of a figure, count together."""
    relation: Relation | None = None


def weighed(trials: Sequence[Trial], none: float) -> list[tuple[float, Trial]]:
    """Those that agree with how likely each is meant, the likeliest first; `none` is the weight of there being no such relation."""
    least = min((one.cost for one in trials), default=0.0)
    weights = [exp(least - one.cost) for one in trials]
    whole = sum(weights)
    odds: dict[object, tuple[float, Trial]] = {}
    for weight, one in zip(weights, trials, strict=True):
        if one.chance is not None:
            told, best = odds.get(one.says, (0.0, one))
            odds[one.says] = told + (1 - none) * weight / whole / one.chance, min(best, one, key=lambda each: each.cost)
    every = none + sum(one for one, _ in odds.values())
    return sorted(((one / every, trial) for one, trial in odds.values()), key=lambda pair: -pair[0])


def likeliest(trials: Sequence[Trial], none: float) -> Relation | None:
    """The relation that is most likely meant; None where that is not likely enough."""
    found = weighed(trials, none)
    return found[0][1].relation if found and found[0][0] >= SURE else None
