"""Reading the told country: the files of `lumeria`, strictly, every fault with file and line. It knows no service and no table."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from tirek.foundation.jurisdictions.reading import BAD, STRING, Reader
from tirek.foundation.jurisdictions.refusals import Problem
from tirek.ground.rules.words import LANGUAGES, Words

FOLDER = Path(__file__).parent / "lumeria"
Told = TypeVar("Told")


class StoryRefused(Exception):
    """The files of the demonstration have faults; all are listed."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("The demonstration cannot be told. Mend these lines:\n" + "\n".join(f"  {problem}" for problem in self.problems))


class StoryReader(Reader):
    """As the reader of packs, but a text need not stand in every language: people write in one, and translate what is asked."""

    def _words(self, node: yaml.Node, name: str) -> Any:
        pairs = self._pairs(node, name)
        if pairs is None:
            return BAD
        for code, (key, text) in pairs.items():
            if code not in LANGUAGES or text.tag != STRING or not str(text.value).strip():
                return self.fault(key, f"“{name}” has “{code}”: write a text in quotation marks in one of {', '.join(LANGUAGES)}.")
        return Words.of({code: text.value for code, (_, text) in pairs.items()})


def list_of(file: str, cls: type[Told]) -> tuple[Told, ...]:
    """All things of a file that is a list. Raises StoryRefused."""
    read: tuple[Told, ...] = _read(file, lambda reader, node: reader.entries(node, cls, {}))
    return read


def one_of(file: str, cls: type[Told]) -> Told:
    """The one thing that a file tells. Raises StoryRefused."""
    read: Told = _read(file, lambda reader, node: reader.thing(node, cls))
    return read


@cache
def files(folder: str) -> tuple[str, ...]:
    """The files of a folder in their order."""
    return tuple(path.relative_to(FOLDER).as_posix() for path in sorted((FOLDER / folder).glob("*.yaml")))


def _read(file: str, work: Any) -> Any:
    problems: list[Problem] = []
    reader = StoryReader(f"lumeria/{file}", problems, {})
    node = reader.compose((FOLDER / file).read_text(encoding="utf-8"))
    read = work(reader, node) if node is not None else None
    if problems:
        raise StoryRefused(problems)
    return read
