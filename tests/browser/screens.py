"""The screens that a page is read on: a width in pixels, light or dark, a language.

`make test` opens the living page of components in every language, in both schemes, on a desk and a telephone, and goes the ways of people through
the house; `make trials` opens every page on all of its screens.
"""

from typing import Any

import pytest

LANGUAGES = ("ru", "kk", "ky", "en")
Screen = tuple[int, str, str]
AT_EVERY_RUN: list[Screen] = []
EACH: tuple[Screen, ...] = ((1280, "light", "ru"), (390, "dark", "kk"), (390, "light", "ky"), (1280, "dark", "en"))
"""Every language, both schemes, a desk and a telephone: for files that open many pages, of which nobody would wait for each on each."""


def screens(*given: Screen, at_every_run: int = 0) -> pytest.MarkDecorator:
    """A test for each screen: so many of the first at every run, the others only as trials."""
    AT_EVERY_RUN.extend(given[:at_every_run])
    return pytest.mark.parametrize(("width", "scheme", "language"), [*given[:at_every_run], *map(_later, given[at_every_run:])])


def languages(first: str) -> pytest.MarkDecorator:
    """A test for each language: the first at every run, the others only as trials."""
    return pytest.mark.parametrize("language", [first, *(pytest.param(each, marks=pytest.mark.trial) for each in LANGUAGES if each != first)])


def _later(screen: Screen) -> Any:
    return pytest.param(*screen, marks=pytest.mark.trial)
