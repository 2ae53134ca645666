"""The collector of sentences finds both forms of a refusal that hangs on a number."""

from pathlib import Path

import pytest

from tools.messages import from_tables

pytestmark = pytest.mark.pure


def test_a_refusal_with_a_plural_is_collected_with_both_forms():
    people = Path(__file__).resolve().parents[2] / "tirek/foundation/people/refusals.py"
    pairs = [text for _, _, text, _ in from_tables(people) if isinstance(text, tuple)]
    assert [(one[:28], "minute," in one, "minutes," in more) for one, more in pairs] == [("Too many attempts. Wait %(mi", True, True)]
