"""The ladder on which a recommendation is taken further when nothing came of it: from the head of the body to the public. Each rung is a person's decision.

What is asked here is only whether there is a ground and which rungs are left: whether a step is wise no rule can tell.
"""

from collections.abc import Collection

RUNGS = ("head_of_body", "ministry", "prosecution", "parliament", "spt", "public")
"""In their order: the head of the body addressed, whoever stands above it, the prosecution, parliament, the Subcommittee on Prevention of Torture, the public."""
SILENT = frozenset({"none", "acknowledged"})
UNDONE = frozenset({"not_implemented", "partially_implemented"})


def grounds(*, state: str, word: str, verification: str, overdue: bool) -> tuple[str, ...]:
    """Why a recommendation may be taken further: “silence” after the day of the answer, “refusal”, “undone” by what was verified. None once it is not in force.

    `overdue`: the day of the answer is past. A receipt is no answer.
    """
    if state != "issued":
        return ()
    found = {"silence": word in SILENT and overdue, "refusal": word == "rejected", "undone": verification in UNDONE}
    return tuple(ground for ground, holds in found.items() if holds)


def left(taken: Collection[str]) -> tuple[str, ...]:
    """The rungs above the highest that was taken, lowest first. A rung may be left out: a danger does not wait for a ministry."""
    highest = max((RUNGS.index(each) for each in taken), default=-1)
    return RUNGS[highest + 1 :]
