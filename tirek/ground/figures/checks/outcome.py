"""What a check says: one of four verdicts, the calculation shown, and the smallest changes under which the relation would hold."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    """The four verdicts; there is no fifth."""

    HOLDS = "holds"
    HOLDS_WITH_ROUNDING = "holds_with_rounding"
    DOES_NOT_FOLLOW = "does_not_follow"
    CANNOT_BE_CHECKED = "cannot_be_checked"


@dataclass(frozen=True, slots=True)
class Repair:
    """One stated figure changed, all others as stated: the relation would hold."""

    operand: int
    """Place of the figure among the check's operands, from 0."""
    stated: Fraction
    instead: Fraction


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reasons.

    `calculation` is arithmetic in signs alone ("13 + 15 + 8 = 36"), the same in every language; `remark` names a sentence that a face
    tells in the reader's language, with `values` for its places.
    """

    verdict: Verdict
    calculation: str
    remark: str = ""
    values: tuple[tuple[str, str], ...] = ()
    repairs: tuple[Repair, ...] = ()
