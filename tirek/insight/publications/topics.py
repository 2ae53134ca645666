"""A published topic as a page shows it: frozen values, ready for a template. They know no address and no style."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tirek.ground.rules.words import Words
from tirek.insight.publications.figures import read_as, when
from tirek.insight.publications.topic_words import BASES, DIMENSIONS, DISTANCES, LABELS, SILENCES

Plain = Mapping[str, Any]
FRAGMENT = 6
"""Words at each end of a quote that are enough to find it in its document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """Where a statement stands: its document, the edition of the document's page, and a figure of it within the quote."""

    code: str
    edition: int
    figure: int | None
    title: Words
    publisher: Words
    dated: date | None
    date_note: Words
    distance: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """One statement. `says` is the figure or the silence in the reader's words, "" where a position tells it; `dimensions` name and value."""

    key: str
    point: str
    quote: str
    document: ShownDocument
    speaker: Words
    retold_by: Words
    of_whom: Words
    position: Words
    says: str
    when: str
    inferred: Words
    dimensions: tuple[tuple[str, Words | str], ...]
    role: Words
    role_source: Words

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last words of the quote's first line, by which a browser finds it on the document's page."""
        words = self.quote.replace("\t", " ").split()
        return " ".join(words[:FRAGMENT]), " ".join(words[-FRAGMENT:]) if len(words) > 2 * FRAGMENT else ""


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point with its statements in order of date."""

    key: str
    question: Words
    statements: tuple[ShownStatement, ...]


@dataclass(frozen=True, slots=True)
class ShownReason:
    """A dimension in words; `inferred` where it rests on a time that a source does not state."""

    word: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What speakers say alike on a point, and in what they stand apart all the same."""

    question: Words
    statements: tuple[ShownStatement, ...]
    apart: tuple[ShownReason, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Two statements that differ, what explains it, and what one of them leaves open."""

    question: Words
    one: ShownStatement
    other: ShownStatement
    reasons: tuple[ShownReason, ...]
    unstated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A point that sources leave open, or of which none speaks."""

    question: Words
    statements: tuple[ShownStatement, ...]


@dataclass(frozen=True, slots=True)
class ShownRival:
    """One explanation, with the statement that gives it, if a source does."""

    text: Words
    statement: ShownStatement | None


@dataclass(frozen=True, slots=True)
class ShownBreak:
    """A break in a series, by its day."""

    on: date
    text: Words
    source: Words
    verified: bool


@dataclass(frozen=True, slots=True)
class ShownTopic:
    """Everything of a topic. `beside` is (country, key) of a question of another country, or nothing."""

    question: Words
    about: Words
    points: tuple[ShownPoint, ...]
    agree: tuple[Agreed, ...]
    differ: tuple[Differing, ...]
    unknown: tuple[Open, ...]
    alone: tuple[Words, ...]
    rivals: tuple[ShownRival, ...]
    breaks: tuple[ShownBreak, ...]
    beside: tuple[str, str] | None
    statements: tuple[ShownStatement, ...]

    @property
    def speakers(self) -> tuple[Words, ...]:
        """Whoever speaks, each once, in order of date."""
        return tuple({each.speaker.to_json().__repr__(): each.speaker for each in self.statements}.values())


def shown_topic(body: Plain) -> ShownTopic:
    """The topic of an edition's body, in the active language where words are ours."""
    statements = tuple(map(_statement, body["statements"]))
    by_key = {each.key: each for each in statements}
    questions = {each["key"]: _words(each["question"]) for each in body["points"]}
    lists = body["lists"]
    beside = tuple(body["beside"].split("/", 1)) if "/" in body["beside"] else None
    return ShownTopic(
        question=_words(body["title"]), about=_words(body["about"]),
        points=tuple(ShownPoint(key, question, tuple(each for each in statements if each.point == key)) for key, question in questions.items()),
        agree=tuple(Agreed(questions[each["point"]], _named(each["keys"], by_key), _reasons(each["apart"])) for each in lists["agree"]),
        differ=tuple(_difference(each, questions, by_key) for each in lists["differ"]),
        unknown=tuple(Open(questions[each["point"]], _named(each["keys"], by_key)) for each in lists["unknown"]),
        alone=tuple(questions[each] for each in lists["alone"]),
        rivals=tuple(ShownRival(_words(each["text"]), by_key.get(each["statement"])) for each in body["rivals"]),
        breaks=tuple(_break(each) for each in body["breaks"]), beside=beside, statements=statements,
    )  # fmt: skip


def _named(keys: list[str], by_key: Mapping[str, ShownStatement]) -> tuple[ShownStatement, ...]:
    return tuple(by_key[key] for key in keys)


def _difference(told: Plain, questions: Mapping[str, Words], by_key: Mapping[str, ShownStatement]) -> Differing:
    unstated = tuple(str(DIMENSIONS[each]) for each in told["unstated"])
    return Differing(questions[told["point"]], by_key[told["one"]], by_key[told["other"]], _reasons(told["reasons"]), unstated)


def _reasons(told: list[list[Any]]) -> tuple[ShownReason, ...]:
    return tuple(ShownReason(str(DIMENSIONS[name]), inferred) for name, inferred in told)


def _break(told: Plain) -> ShownBreak:
    return ShownBreak(date.fromisoformat(told["on"]), _words(told["text"]), _words(told["source"]), told["verified"])


def _statement(told: Plain) -> ShownStatement:
    period = {"from": told["since"], "to": told["until"]} if told["since"] or told["until"] else None
    given = [(str(LABELS[name]), _words(told[name])) for name in ("location", "scope", "stage", "people") if _words(told[name])]
    basis = [(str(LABELS["basis"]), str(BASES[told["basis"]]))] if told["basis"] else []
    plain = {name: _words(told[name]) for name in ("speaker", "retold_by", "of_whom", "position", "inferred", "role", "role_source")}
    return ShownStatement(
        key=told["key"], point=told["point"], quote=told["quote"], document=_document(told["document"]), says=_says(told), when=when(period),
        dimensions=(*given, *basis), **plain,
    )  # fmt: skip


def _says(told: Plain) -> str:
    if told["missing"]:
        return str(SILENCES[told["missing"]])
    return read_as({**told["figure"], "period": None}) if told["figure"] else ""


def _document(told: Plain) -> ShownDocument:
    return ShownDocument(
        code=told["code"], edition=told["edition"], figure=told["figure"], title=_words(told["title"]), publisher=_words(told["publisher"]),
        dated=date.fromisoformat(told["dated"]) if told["dated"] else None, date_note=_words(told["date_note"]), distance=str(DISTANCES[told["distance"]]),
        language=told["language"],
    )  # fmt: skip


def _words(told: Plain) -> Words:
    return Words.from_json(told)
