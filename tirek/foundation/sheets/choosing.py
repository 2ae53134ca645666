"""Choices of a column out of words in several languages: the reader's language first, all others understood."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, override

from tirek.foundation.jurisdictions.queries import pack
from tirek.ground.rules.sheet_columns import Choice
from tirek.ground.rules.words import LANGUAGES, Words


def choice(code: str, *names: Words) -> Choice:
    """A code with its names, the one to write first."""
    language = get_language() or "en"
    first = [name.best(language) for name in names]
    others = [text for name in names for _, text in name.texts]
    return Choice(code, tuple(dict.fromkeys(each for each in (*first, *others) if each)))


def bodies(country: str) -> tuple[Choice, ...]:
    """The pack's authorities under all names that they ever had, the newest first."""
    found = []
    for body in pack(country).authorities:
        newest = sorted(body.periods, key=lambda one: one.since or date.min, reverse=True)
        found.append(choice(body.code, *(name for period in newest for name in (period.name, period.short))))
    return tuple(found)


def translated(codes: Iterable[tuple[str, "str | Promise"]]) -> tuple[Choice, ...]:
    """Codes with lazily translated words each, named in all four languages."""
    found = list(codes)
    names: dict[str, list[str]] = {code: [str(words)] for code, words in found}
    for language in LANGUAGES:
        with override(language):
            for code, words in found:
                names[code].append(str(words))
    return tuple(Choice(code, tuple(dict.fromkeys(names[code]))) for code, _words in found)
