"""Which screens `make test` opens: together every language, both schemes, a desk and a telephone."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.browser.screens import AT_EVERY_RUN, LANGUAGES

pytestmark = pytest.mark.pure


def test_every_run_meets_all_languages_both_schemes_a_desk_and_a_telephone():
    for each in sorted(Path(__file__).parent.glob("test_*.py")):
        import_module(f"tests.browser.{each.stem}")
    assert {language for _, _, language in AT_EVERY_RUN} == set(LANGUAGES)
    assert len({(width <= 390, scheme) for width, scheme, _ in AT_EVERY_RUN}) == 4
