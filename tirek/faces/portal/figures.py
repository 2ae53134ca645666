"""A figure as the reader's language writes it. It computes nothing and knows no source of figures."""

from decimal import Decimal
from typing import Protocol

from tirek.foundation.ui import formats

SIGNS = {"exact": "", "more_than": "> ", "at_least": "≥ ", "at_most": "≤ ", "about": "≈ "}


class Counted(Protocol):
    """What has a value with its hedge, or neither."""

    @property
    def value(self) -> Decimal | None:
        """The value; nothing where the source uses words."""

    @property
    def hedge(self) -> str:
        """How exact the source says it is."""


def figure_of(fact: Counted) -> str:
    """The figure with its hedge as a sign: “> 500”; nothing where there is none."""
    if fact.value is None:
        return ""
    whole = fact.value == fact.value.to_integral_value()
    return SIGNS[fact.hedge] + formats.number(int(fact.value) if whole else fact.value)
