"""The commonest misuse of a figure, by its series, else by its unit: sentences in four languages, read from misuse.yaml. It knows no page."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from tirek.ground.rules.words import LANGUAGES, Words

FILE = Path(__file__).with_name("misuse.yaml")


class MisuseUntold(Exception):
    """A sentence of misuse.yaml lacks a language. Write it in ru, kk, ky and en."""


@cache
def misuses() -> Mapping[str, Words]:
    """The sentences by key: a series of a country, a unit, or "any". Raises MisuseUntold."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for key, texts in told.items():
        if set(texts) != set(LANGUAGES):
            raise MisuseUntold(f"{FILE.name}: “{key}” must be told in {', '.join(LANGUAGES)} and in nothing else.")
    return {key: Words.of(texts, "ru") for key, texts in told.items()}


def misuse_key(country: str, series: str | None, unit: str | None) -> str:
    """Under which key the sentence for a figure stands."""
    told = misuses()
    return next(key for key in (f"{country}/{series}", unit or "", "any") if key in told)
