"""What an instance is filled with at start: the sourced record always, the invented country in a demonstration."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """One loading: a name for its stamp, words for the terminal, a digest of what it loads, and the work (idempotent)."""

    name: str
    words: str
    digest: Callable[[], str]
    work: Callable[[], None]


def loads(*, demo: bool) -> list[Load]:
    """The loadings of an edition, in order."""
    return [PEOPLE] if demo else []


def people() -> None:
    """Makes the demonstration's persons."""
    from tirek.project.demonstration.people import load_people

    load_people()


PEOPLE = Load("people", "People of the demonstration", lambda: "1", people)
