"""True statements as they are written, one relation each: the relation is found, it holds, and nothing in them is said to fail."""

from pathlib import Path

import pytest

from tirek.insight.claims.extracting import extract

pytestmark = pytest.mark.pure
STATEMENTS = [line.split("\t") for line in Path(__file__).with_name("statements.txt").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "text"), STATEMENTS, ids=[f"{number}-{kind}" for number, (kind, _) in enumerate(STATEMENTS, 1)])
def test_a_true_statement_is_read_and_holds(kind, text):
    told = [(one.relation.kind, one.outcome.verdict.value) for one in extract(text).checks]
    assert {(kind, "holds"), (kind, "holds_with_rounding")} & set(told), told
    assert "does_not_follow" not in {verdict for _, verdict in told}
