"""The lexicons of the four languages and the morphology of Russian and English, ready for `ground/figures`. It may not know sources or claims."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.numbers import get_currency_name

from tirek.ground.figures.lexicon import Lexicon, Morphology, Tolerance, Words
from tirek.ground.figures.tokens import fold

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Some six times quicker where libyaml is there; each process that extracts a text reads these files first."""
LANGUAGES = ("ru", "en", "kk", "ky")
FOLDER = Path(__file__).with_name("lexicon")
CURRENCIES = (
    "EUR", "USD", "KZT", "KGS", "RUB", "GBP", "CHF", "UZS", "TJS", "TMT", "CNY", "JPY", "TRY", "AMD", "AZN", "GEL", "MDL", "UAH", "BYN", "MNT",
)  # fmt: skip
SIGNS = {"€": "EUR", "$": "USD", "₸": "KZT", "₽": "RUB", "£": "GBP", "₴": "UAH", "₺": "TRY", "₾": "GEL", "₼": "AZN"}
"""Signs that a text of any language may use; CLDR gives most of them to their own country alone."""


_VOWELS = frozenset("аәеёиіоөуұүыэюя")


class _Plain:
    """A language whose words are matched as they stand, or by how they begin; an abbreviation without its ending: "млн-ы", "млрд-тан"."""

    def forms(self, word: str) -> frozenset[str]:
        """The word itself, and an abbreviation, which has no vowel, by itself."""
        short, hyphen, _ = word.partition("-")
        return frozenset({word, short}) if hyphen and not _VOWELS & set(short) else frozenset({word})


class _English:
    """Plurals and verb forms of English, by ending; irregular ones from the lexicon."""

    def __init__(self, irregular: Mapping[str, str]) -> None:
        self._irregular = irregular

    @cache  # noqa: B019 one instance lives as long as the process
    def forms(self, word: str) -> frozenset[str]:
        """What the word may be a form of."""
        found = {word, self._irregular.get(word, word)}
        for ending, instead in (
            ("ies", "y"),
            ("es", ""),
            ("s", ""),
            ("ed", ""),
            ("ed", "e"),
            ("ing", ""),
            ("ing", "e"),
            ("'s", ""),
            ("’s", ""),
        ):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                found.add(word[: -len(ending)] + instead)
        return frozenset(found)


class _Russian:
    """Dictionary forms by pymorphy3, which is begun when the first word is asked."""

    @cache  # noqa: B019 one instance lives as long as the process
    def forms(self, word: str) -> frozenset[str]:
        """What the word may be a form of, ё as е."""
        return frozenset({word, *(fold(one.normal_form) for one in _analyzer().parse(word))})


@cache
def _analyzer() -> Any:
    import pymorphy3_dicts_ru
    from pymorphy3 import MorphAnalyzer  # 25 MB of dictionaries: only for who reads Russian

    return MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")  # without its path all that is installed is looked through


@cache
def _read(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  either is safe
    return loaded


@cache
def morphology(language: str) -> Morphology:
    """The forms of words of a language."""
    return _Russian() if language == "ru" else _English(_read(language).get("irregular", {})) if language == "en" else _Plain()


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language. KeyError for a language that is not among `LANGUAGES`."""
    told = _read(language)
    words = {
        key: Words(told[key])
        for key in (
            "numerals",
            "scales",
            "hedges_before",
            "hedges_after",
            "percents",
            "times",
            "units",
            "months",
            "cues",
            "references",
            "year_words",
            "silences",
        )
    }
    endings = told.get("notes", {}).get("case_forms", "").split()
    words["units"] = Words({**{f"{phrase}{ending}": unit for phrase, unit in told["units"].items() if not phrase.endswith("*") for ending in endings}, **told["units"]})
    distributive = told.get("notes", {}).get("each_of", "").split()
    words["numerals"] = Words({**{f"{phrase}{ending}": value for phrase, value in told["numerals"].items() if 1 < value < 100 and value != 10 and phrase[-1] != "*" for ending in distributive}, **told["numerals"]})
    return Lexicon(
        language=language, decimal=told["decimal"], grouping=told["grouping"], **words, currencies=Words({**_currencies(language), **told["currencies"]}),
        fractions=Words({phrase: _share(value) for phrase, value in told["fractions"].items()}), multiples=Words({phrase: Fraction(str(value)) for phrase, value in told["multiples"].items()}),
        stops=frozenset(map(fold, told["stops"])), tolerances={name: Tolerance(Fraction(pair[0], 100), Fraction(pair[1])) for name, pair in told["tolerances"].items()},
        ranges=tuple((one[0], one[1]) for one in told["ranges"]), ordinal_endings=tuple(told["ordinal_endings"]), case_endings=tuple(told["case_endings"]), notes=told.get("notes", {}),
    )  # fmt: skip


def _share(value: float | str) -> Fraction:
    return Fraction(str(value)) if "/" not in str(value) else Fraction(int(str(value).split("/")[0]), int(str(value).split("/")[1]))


def _currencies(language: str) -> dict[str, str]:
    """Names, codes and signs of currencies as Babel (CLDR) has them: "US dollars", "тенге"."""
    locale, named = Locale.parse(language), dict(SIGNS)
    for code in CURRENCIES:
        named[code] = code
        for name in {get_currency_name(code, count, locale) for count in (None, 1, 2, 5)}:
            named[fold(name)] = code
    return {phrase: code for phrase, code in named.items() if phrase and "." not in phrase}
