"""Lists as the desk shows them: a face says how it reads one for a person, this room makes a file of it. It knows no list, no column and no filter."""

from collections.abc import Callable, Iterator
from typing import Protocol

from tirek.foundation.jobs.kinds import Step
from tirek.ground.rules.actors import Actor

USUAL, NAME, TEXT = 18, 32, 60
"""Widths of a column in a workbook, in characters: of most, of one that names its row, and of one that holds sentences."""


class ShownList(Protocol):
    """A list as a query shows it to one person, cut to what he or she may see."""

    @property
    def title(self) -> str:
        """What the list is called."""

    @property
    def widths(self) -> list[int]:
        """How wide its columns stand in a workbook."""

    @property
    def headings(self) -> list[str]:
        """The headings of the shown columns."""

    def rows(self, step: Step) -> Iterator[list[object]]:
        """The rows in the shown order, some hundred at a time."""

    def past(self, step: Step) -> "tuple[str, list[str], Iterator[list[object]]] | None":
        """What happened to the things of the list, as a table: its title, its headings, and its rows. None where it is not told."""

    def told(self) -> list[tuple[str, str]]:
        """What the file is, in words: how the list was narrowed, and what a file leaves out."""


Read = Callable[[str, str, Actor, str], ShownList]
"""Reads the list of a key under a query for a person and a country. Raises NotFound, NotAllowed, and what refuses a filter that says nothing."""

Called = Callable[[str], str]
"""What the list of a key is called. Raises NotFound."""

_readers: list[tuple[Read, Called]] = []


def read_lists_by(read: Read, called: Called) -> None:
    """Makes known who reads lists, and who says what they are called."""
    _readers[:] = [(read, called)]


def shown_list(key: str, query: str, *, by: Actor, country: str) -> ShownList:
    """The list as the query shows it to the person. Raises NotFound, NotAllowed, and what refuses a filter that says nothing."""
    return _readers[0][0](key, query, by, country)


def called(key: str) -> str:
    """What the list of that key is called. Raises NotFound."""
    return _readers[0][1](key)
