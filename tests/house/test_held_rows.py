"""A row is held so that nobody waits who only names it: an act that holds the ledger's head and inserts a row naming a held one would wait for an act that waits for the head."""

import re
from pathlib import Path

import tirek

HOUSE = Path(tirek.__file__).parent
NAMED_BY_NONE = ("foundation/jobs", "foundation/ledger", "foundation/feeds", "foundation/webhooks")
"""Rooms whose held rows no other act names, and the ledger's own head."""


def test_rows_are_held_without_keeping_others_from_naming_them():
    held = [
        f"{path.relative_to(HOUSE)}: {each}"
        for path in sorted(HOUSE.rglob("*.py")) if not str(path.relative_to(HOUSE)).startswith(NAMED_BY_NONE)
        for each in re.findall(r"select_for_update\((?:[^()]|\([^()]*\))*\)", path.read_text())
    ]  # fmt: skip
    assert len(held) > 50, "this test no longer finds what it looks for"
    assert [each for each in held if "no_key=True" not in each] == []
