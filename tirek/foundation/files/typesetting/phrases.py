"""Phrases: the fixed words of documents, complete in every document language, with plurals, dates and figures in words.

The language of a document does not depend on the reader's interface, therefore these words are data files and not gettext.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date

from tirek.ground.rules.words import LANGUAGES, Words

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Some ten times quicker where libyaml is there; every command reads these files."""
_FORMS = {language: frozenset(Locale.parse(language).plural_form.tags) | {"other"} for language in LANGUAGES}


class PhraseMissing(ValueError):
    """A file of phrases lacks a language or a plural form, or a document asks for a phrase that is not there."""


class Phrases:
    """The phrases of one YAML file: `key: {ru, kk, ky, en}`, each a text or plural forms. Refuses an incomplete file."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._phrases: dict[str, dict[str, str | dict[str, str]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  either is safe
        for key, phrase in self._phrases.items():
            self._check(key, phrase)

    def _check(self, key: str, phrase: Mapping[str, str | dict[str, str]]) -> None:
        missing = [language for language in LANGUAGES if not phrase.get(language)]
        if missing:
            raise PhraseMissing(f"{self._name}: the phrase “{key}” has no text in {', '.join(missing)}. Add it.")
        for language, text in phrase.items():
            if isinstance(text, dict) and not _FORMS[language] <= set(text):
                lacking = ", ".join(sorted(_FORMS[language] - set(text)))
                raise PhraseMissing(f"{self._name}: the phrase “{key}” in {language} has no plural form {lacking}. Add it.")

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of the file, in its order."""
        return tuple(self._phrases)

    def say(self, key: str, language: str) -> str:
        """The phrase in that language; for a phrase with plurals use `count`."""
        text = self._phrase(key)[language]
        if isinstance(text, dict):
            raise PhraseMissing(f"{self._name}: the phrase “{key}” has plural forms; ask for it with a number.")
        return text

    def count(self, key: str, language: str, number: int) -> str:
        """The plural form for that number, with `{n}` still standing where the number goes."""
        text = self._phrase(key)[language]
        return text if isinstance(text, str) else text[Locale.parse(language).plural_form(number)]

    def words(self, key: str) -> Words:
        """The phrase in all languages as Words."""
        return Words.of({language: self.say(key, language) for language in LANGUAGES})

    def _phrase(self, key: str) -> dict[str, str | dict[str, str]]:
        if key not in self._phrases:
            raise PhraseMissing(f"{self._name}: there is no phrase “{key}”. Add it in all languages.")
        return self._phrases[key]


def date_words(day: date, language: str) -> str:
    """A date in words, as a letter writes it."""
    return format_date(day, format="long", locale=_locale(language))


def days_words(began: date, ended: date, language: str) -> str:
    """The days from the first to the last in words; one day is one date."""
    if began == ended:
        return date_words(began, language)
    if (began.year, began.month) == (ended.year, ended.month):
        return re.sub(rf"\b{ended.day}\b", f"{began.day}–{ended.day}", date_words(ended, language), count=1)
    return f"{date_words(began, language)} – {date_words(ended, language)}"


def _locale(language: str) -> str:
    return "en_GB" if language == "en" else language


def figure_words(value: int) -> str:
    """A whole number with a narrow space between thousands."""
    return f"{value:,}".replace(",", "\u202f")
