"""The screens that a page is read on: a width in pixels, light or dark, a language.

Every test of "every page" sees its pages on one screen in `make test`, another one in each file, so that every run meets all languages,
both schemes, a desk and a telephone. `make trials` opens the same pages on all the other screens.
"""

from typing import Any

import pytest

LANGUAGES = ("ru", "kk", "ky", "en")
Screen = tuple[int, str, str]
AT_EVERY_RUN: list[Screen] = []
EACH: tuple[Screen, ...] = ((1280, "light", "ru"), (390, "dark", "kk"), (390, "light", "ky"), (1280, "dark", "en"), (390, "dark", "ru"))
"""Every language, both schemes, a desk and a telephone: for files that open many pages, of which nobody would wait for each on each."""


def screens(first: Screen, *others: Screen) -> pytest.MarkDecorator:
    """A test for each screen: the first at every run, the others only as trials."""
    AT_EVERY_RUN.append(first)
    return pytest.mark.parametrize(("width", "scheme", "language"), [first, *map(_later, others)])


def languages(first: str) -> pytest.MarkDecorator:
    """A test for each language: the first at every run, the others only as trials."""
    return pytest.mark.parametrize("language", [first, *(pytest.param(each, marks=pytest.mark.trial) for each in LANGUAGES if each != first)])


def _later(screen: Screen) -> Any:
    return pytest.param(*screen, marks=pytest.mark.trial)
