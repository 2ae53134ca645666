"""The collector of sentences finds every one: both forms of a refusal that hangs on a number, and whatever name a gettext function is imported under."""

import ast
from pathlib import Path

import pytest

from tools.messages import KEYWORDS, ROOT, from_tables

pytestmark = pytest.mark.pure


def test_a_refusal_with_a_plural_is_collected_with_both_forms():
    people = Path(__file__).resolve().parents[2] / "tirek/foundation/people/refusals.py"
    pairs = [text for _, _, text, _ in from_tables(people) if isinstance(text, tuple)]
    assert [(one[:28], "minute," in one, "minutes," in more) for one, more in pairs] == [("Too many attempts. Wait %(mi", True, True)]


def test_no_sentence_hides_under_a_name_that_the_collector_does_not_know():
    """`gettext_lazy as _lazy` left sentences in English on the pages of every language: nothing missed them."""
    hidden = set()
    for path in (ROOT / "tirek").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                hidden |= {(path.name, each.asname) for each in node.names if "gettext" in each.name and each.asname and each.asname not in KEYWORDS}
    assert hidden == set()
