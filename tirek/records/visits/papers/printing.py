"""The printing of the visit's papers: the checklist by kind of place and the entitlements card, as tagged PDF/A.

Pure functions of frozen values; they know no row, no clock and no person's name.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from tirek.foundation.files.typesetting import Phrases, typeset
from tirek.ground.rules.words import LANGUAGES, Words

_HERE = Path(__file__).parent
PHRASES = Phrases(_HERE / "frame.yaml")


class NoQuestions(ValueError):
    """An area is asked for that has no questions, or a question lacks a language: a fault of the data, not of a person."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist for a kind of place. `areas` are (code, name) in the order to print; `languages` one or two.

    The paper names no place, date or person. `stamp` is the moment of printing, aware of its time zone.
    """

    mechanism: Words
    place_kind: Words
    areas: tuple[tuple[str, Words], ...]
    languages: tuple[str, ...]
    stamp: datetime
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class EntitlementLine:
    """One entitlement with its article of the Optional Protocol."""

    name: Words
    article: str


@dataclass(frozen=True, slots=True)
class EntitlementsCard:
    """The card shown at the gate, one page in one or two languages. `contact` is the mechanism's office line, never a person's."""

    mechanism: Words
    entitlements: tuple[EntitlementLine, ...]
    languages: tuple[str, ...]
    stamp: datetime
    contact: str = ""
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the checklist. `line`: its answer is written (how many, how soon), not ticked."""

    text: Words
    line: bool = False


@cache
def questions() -> dict[str, tuple[Question, ...]]:
    """The questions of every area, complete in all languages of documents."""
    read = yaml.safe_load((_HERE / "questions.yaml").read_text(encoding="utf-8"))
    known = {area: tuple(Question(Words.of(texts), line) for texts, line in map(_parted, asked)) for area, asked in read.items()}
    for area, asked in known.items():
        if any(question.text.missing(LANGUAGES) for question in asked):
            raise NoQuestions(f"questions.yaml: a question of the area “{area}” lacks a language. Add it.")
    return known


def _parted(asked: dict[str, object]) -> tuple[dict[str, str], bool]:
    """A question of the file as its texts and whether it is answered on a line."""
    return {code: str(text) for code, text in asked.items() if code != "line"}, bool(asked.get("line"))


def areas_of(areas: tuple[tuple[str, Words], ...]) -> tuple[tuple[str, Words], ...]:
    """Those of the areas that have questions to print."""
    return tuple((code, name) for code, name in areas if code in questions())


def checklist_pdf(checklist: Checklist) -> bytes:
    """The printed checklist: for every area its questions, boxes to tick, a line for sources and lines for notes."""
    unknown = [code for code, _ in checklist.areas if code not in questions()]
    if unknown:
        raise NoQuestions(f"There are no questions for the areas {', '.join(unknown)}. Leave them out or add questions.")
    languages = checklist.languages
    areas = [
        {
            "name": [_headline(one) for one in _each(name, languages)],
            "questions": [{"words": _each(question.text, languages), "line": question.line} for question in questions()[code]],
        }
        for code, name in checklist.areas
    ]
    content = {
        **_frame("checklist", checklist.mechanism, languages, checklist.stamp, checklist.demonstration),
        "place_kind": _each(checklist.place_kind, languages),
        "words": {key: _say(key, languages) for key in ("no_names", "question", "yes", "partly", "no", "source", "sources_key", "notes")},
        "areas": areas,
    }
    return typeset(_HERE / "templates" / "checklist.typ", content, stamp=checklist.stamp)


def entitlements_card_pdf(card: EntitlementsCard) -> bytes:
    """The entitlements card on one A5 sheet."""
    lines = [
        {
            "name": _each(line.name, card.languages),
            "article": [{"l": one, "t": PHRASES.say("article", one).format(number=line.article)} for one in card.languages],
        }
        for line in card.entitlements
    ]
    content = {
        **_frame("card", card.mechanism, card.languages, card.stamp, card.demonstration),
        "words": {key: _say(key, card.languages) for key in ("card_intro", "refused", "contact")},
        "lines": lines,
        "contact": card.contact,
    }
    return typeset(_HERE / "templates" / "card.typ", content, stamp=card.stamp)


def _frame(title: str, mechanism: Words, languages: tuple[str, ...], stamp: datetime, demonstration: bool) -> dict[str, object]:
    first = languages[0]
    mark = f" ({PHRASES.say('demonstration', first)})" if demonstration else ""
    return {
        "title": f"{PHRASES.say(title, first)}{mark}",
        "author": mechanism.best(first),
        "language": first,
        "stamp": [stamp.year, stamp.month, stamp.day],
        "mechanism": _each(mechanism, languages),
        "heading": _say(title, languages),
        "marks": _say("demonstration", languages) if demonstration else [],
    }


def _each(words: Words, languages: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"l": words.best_language(one), "t": words.best(one)} for one in languages]


def _headline(said: dict[str, str]) -> dict[str, str]:
    return {"l": said["l"], "t": said["t"][:1].upper() + said["t"][1:]}


def _say(key: str, languages: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"l": one, "t": PHRASES.say(key, one)} for one in languages]
