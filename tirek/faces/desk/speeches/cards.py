"""A figure of the sheet as a page shows it, in the reader's language; the words are those of the printed sheet. It decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from tirek.foundation.ui.formats import day
from tirek.ground.rules.speech_sheet import Told
from tirek.ground.rules.words import LANGUAGES
from tirek.insight.speeches.papers import PHRASES, meaning, numbers, shares

WIDE = 200
"""How wide a whole bar is drawn."""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure: its name, the counts and the share in words, what they are of, on which day, what they do not mean; `ends` of an interval on a bar."""

    code: str
    name: str
    numbers: str
    share: str
    meaning: tuple[str, ...]
    on: str
    meant_not: str
    ends: tuple[int, int] | None


def language() -> str:
    """The reader's language, as documents know it."""
    asked = (get_language() or "en")[:2]
    return asked if asked in LANGUAGES else "en"


def say(key: str) -> str:
    """A phrase of the sheet in the reader's language."""
    return PHRASES.say(key, language())


def cards(figures: Iterable[Told]) -> list[Card]:
    """The figures in their order."""
    code = language()
    return [
        Card(each.code, say(f"name_{each.code}"), numbers(each, code), shares(each, code), meaning(each, code), day(each.on), say(f"not_{each.code}"), ends(each))
        for each in figures
    ]  # fmt: skip


def ends(figure: Told) -> tuple[int, int] | None:
    """Where an interval begins on a bar, and how long it is."""
    if figure.low is None or figure.high is None:
        return None
    return round(figure.low * WIDE), max(1, round((figure.high - figure.low) * WIDE))
