"""A figure of a text: where it stands and how much it says of what."""

from dataclasses import dataclass

from .periods import Period
from .quantities import Kind, Missing, Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands: `place` and `after` are its tokens in the line, `noun` the words of what is counted."""

    start: int
    end: int
    quantity: Quantity
    line: int
    sentence: int
    place: int
    after: int
    noun: str = ""
    period: Period | None = None
    missing: Missing | None = None
    of_them: bool = False
    """Whether a suffix says "of them" (kk, ky)."""
    ablative: bool = False
    """Whether a suffix says "from" (kk, ky)."""
    dative: bool = False
    """Whether a suffix says "to" (kk, ky)."""
    column: int | None = None
    row: int | None = None
    earlier: bool = False
    """Whether it is what was before a change, and its period that of the change alone: "in 2023 from 920 to 462" does not say when it was 920."""

    @property
    def unit(self) -> str | None:
        """What is counted."""
        return self.quantity.unit

    @property
    def kind(self) -> Kind:
        """What sort of quantity it is."""
        return self.quantity.kind
