"""What a letter says: its frame words and one row for each recommendation, in one language. It reads no clock and no row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tirek.foundation.files.typesetting import Phrases, date_words
from tirek.ground.rules.words import Words

PHRASES = Phrases(Path(__file__).parent / "frame.yaml")
TEXT = 1
"""The column with what people wrote, the place above it: it may be in another language than the letter."""
COLUMNS = ("number", "text", "issued", "due", "says", "verified")
SHARES = (3, 9, 3, 3, 4, 4)


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation that a letter is about, as it stands on the day on which the letter is made."""

    number: str
    text: Words
    place: Words
    issued_on: date | None
    due_on: date | None
    word: str
    verification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """What a letter is made of. `intro` is the key of its first sentence; `body` is empty for the Subcommittee. `as_of`: the day on which what is said was looked up.

    `stamp` is aware of its time zone.
    """

    kind: str
    intro: str
    mechanism: Words
    body: Words
    language: str
    asked: tuple[Asked, ...]
    reason: str = ""
    answer_by: date | None = None
    as_of: date
    stamp: datetime
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as it is laid out: its lines in their order, the heads and rows of its table, what stands below. `spoken` is the language of each row's text."""

    title: str
    mechanism: str
    to: str
    number_line: str
    paragraphs: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spoken: tuple[str, ...]
    after: tuple[str, ...]
    signature: str
    marks: tuple[str, ...]
    language: str


def composed(paper: PaperText) -> Composed:
    """The letter laid out. A letter of transmittal holds no answers: its columns of them are left out."""
    first = paper.kind == "transmittal"
    columns = COLUMNS[:4] if first else COLUMNS
    says = say(paper.language)
    reason = (says("reason").format(reason=paper.reason),) if paper.reason else ()
    until = (f"{says('answer_by').format(day=date_words(paper.answer_by, paper.language)).removesuffix('.')}.",) if paper.answer_by else ()
    body = paper.body.best(paper.language) if paper.body else says("spt")
    return Composed(
        title=says(f"title_{paper.kind}"), mechanism=paper.mechanism.best(paper.language), to=says("to").format(body=body), number_line=says("number_line"),
        paragraphs=(says(f"intro_{paper.intro}"), *reason, *until), heads=tuple(map(says, columns)),
        rows=tuple(row(each, paper.language)[: len(columns)] for each in paper.asked),
        spoken=tuple(each.text.best_language(paper.language) for each in paper.asked),
        after=(() if first else (says("two_facts"), says("as_of").format(day=date_words(paper.as_of, paper.language)))), signature=says("signature"),
        marks=(says("demonstration"),) if paper.demonstration else (), language=paper.language,
    )  # fmt: skip


def row(asked: Asked, language: str) -> tuple[str, ...]:
    """A recommendation as a row, all columns."""
    days: Sequence[str] = [f"{each:%d.%m.%Y}" if each else "—" for each in (asked.issued_on, asked.due_on)]
    says, place = say(language), asked.place.best(asked.text.best_language(language))
    return (
        asked.number,
        "\n".join(filter(None, (place, asked.text.best(language)))),
        *days,
        says(f"word_{asked.word}"),
        says(f"found_{asked.verification}"),
    )


def say(language: str) -> Callable[[str], str]:
    """The phrases in one language, by their keys."""
    return lambda key: PHRASES.say(key, language)
