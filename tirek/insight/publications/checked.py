"""A checked text as a page shows it: frozen values, ready for a template. They know no address and no style."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure of the text: its number from 1, its words, what it was read as, of what, and the numbers of its checks.

    `sign` is that of the weightiest of its checks, `verdict` its code; both "" where no check speaks of it.
    """

    number: int
    quote: str
    read_as: str
    of: str
    checks: tuple[int, ...]
    verdict: str = ""
    sign: str = ""
    here: bool = True
    """Whether its place is shown: of a long text a part is."""

    @property
    def check(self) -> int | None:
        """The check to which the figure leads."""
        return self.checks[0] if self.checks else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; with its figure where it is one."""

    text: str
    figure: ShownFigure | None = None
    out: str = ""
    """Why what stood here was taken out: words for the reader in place of the text."""


@dataclass(frozen=True, slots=True)
class ShownRole:
    """Who has which part in a check."""

    name: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A smallest change under which the relation would hold: this figure otherwise, all others as stated."""

    figure: ShownFigure
    stated: str
    instead: str


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """One check: what it is, as what the figures were read, the calculation, what else there is to say, and the smallest changes."""

    number: int
    name: str
    reading: str
    calculation: str
    remark: str
    roles: tuple[ShownRole, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The checks with one verdict that are shown, and how many the whole text has. `folded`: shown only when opened."""

    code: str
    title: str
    sign: str
    checks: tuple[ShownCheck, ...]
    folded: bool = False
    total: int = 0


@dataclass(frozen=True, slots=True)
class CheckedText:
    """The text in pieces, its checks in groups, the figures of which no check speaks, and remarks on how a document was read.

    Of a long text one of the `parts` is shown, that with the number `part`: its pieces, its figures, and the checks in which one of these takes part.
    """

    text: str
    language: str
    notes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    figures: tuple[ShownFigure, ...]
    groups: tuple[Group, ...]
    parts: tuple[int, ...] = ()
    part: int = 1
    lone_total: int = 0
    """Figures of the whole text of which no check speaks."""

    @property
    def lone(self) -> tuple[ShownFigure, ...]:
        """Figures without a check."""
        return tuple(one for one in self.figures if not one.checks)

    @property
    def checks(self) -> Iterator[ShownCheck]:
        """All checks, group by group."""
        return (check for group in self.groups for check in group.checks)
