"""Who may read the report of an international body, as dated steps: confidential to the State, publication requested, public. Never back.

OPCAT article 16 (2): the Subcommittee publishes a report when the State party requests so; 16 (4): the Committee against Torture may make it public
where the State does not co-operate. So a report can become public without a request. It knows no row and no clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.transitions import table

CONFIDENTIALITY = table(
    "international report", "confidential",
    ("request", "confidential", "requested"),
    ("publish", "confidential", "public"),
    ("publish", "requested", "public"),
)  # fmt: skip
VERBS = {"requested": "request", "public": "publish"}
"""By which verb a state is reached."""
FIRST = ("confidential", "public")
"""How a report can begin: one to a State alone, or one that a body adopts in public."""


class StepNotPossible(Refusal):
    """A step that does not follow what stands there: backwards, twice, or begun with a request."""

    code = "report-step"
    message = "This cannot follow what stands there now: a report goes from confidential over requested to public, and never back."


class StepAhead(Refusal):
    """A step that has not come."""

    code = "report-step-ahead"
    message = "The day %(on)s has not come yet. Write the day on which it really was."


class StepBefore(Refusal):
    """A step dated before the one that it follows."""

    code = "report-step-before"
    message = "The step before it is dated %(before)s, and %(on)s is earlier. Compare both days with their sources."


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A state and its day. `by_then`: the source tells that it was so on that day, not since when."""

    state: str
    on: date
    by_then: bool = False


def stands(steps: Sequence[DatedStep]) -> str:
    """The state after these steps; confidential where none is told: what nobody said is public is not."""
    return steps[-1].state if steps else CONFIDENTIALITY.first


def check_step(steps: Sequence[DatedStep], new: DatedStep, today: date) -> None:
    """Whether the step may follow these, in their order. Raises StepNotPossible, StepAhead, StepBefore."""
    if new.on > today:
        raise StepAhead(on=new.on)
    if not steps:
        if new.state not in FIRST:
            raise StepNotPossible
        return
    if new.state not in VERBS or not CONFIDENTIALITY.allows(steps[-1].state, VERBS[new.state]):
        raise StepNotPossible
    if new.on < steps[-1].on:
        raise StepBefore(before=steps[-1].on, on=new.on)


def possible(steps: Sequence[DatedStep]) -> tuple[str, ...]:
    """The states that can come next."""
    if not steps:
        return FIRST
    return tuple(state for state, verb in VERBS.items() if CONFIDENTIALITY.allows(steps[-1].state, verb))
