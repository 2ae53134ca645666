"""A file that is not imported, because none of its tests is wanted, really has none."""

import re
from pathlib import Path

import pytest

from tests.distribution import OF_TRIALS, TESTS, needless

pytestmark = pytest.mark.pure
POSTGRESQL = "not browser and not pure and not page and (long or not (trial or slow))"
BOTH = "import pytest\n@pytest.mark.slow\ndef test_it(): pass\n"
WHOLE = "import pytest\npytestmark = [pytest.mark.django_db, pytest.mark.{}]\n"


@pytest.mark.parametrize(("text", "wanted", "passed_over"), [
    (BOTH, "trial or slow", False), ("", "trial or slow", True), ("from tests.here import test_there as there\n", "trial or slow", False),
    (BOTH, "not trial and not slow", False), (WHOLE.format("slow"), "not trial and not slow", True), (WHOLE.format("slow"), "", False),
    (WHOLE.format("slow"), POSTGRESQL, False), (WHOLE.format("pure"), POSTGRESQL, True), (WHOLE.format("pure"), "not pure or long", False),
    (WHOLE.format("browser"), POSTGRESQL, True), ("x = 1  # pure\n", POSTGRESQL, False),
])  # fmt: skip
def test_a_file_is_passed_over_for_what_it_says_of_itself(tmp_path, text, wanted, passed_over):
    (tmp_path / "test_it.py").write_text(text)
    assert needless(tmp_path / "test_it.py", wanted) is passed_over


def test_what_is_shown_on_postgresql_by_make_test_is_shown_whole():
    """`make trials SHOWN=1` passes over these: none of them may wait for it."""
    folders = re.search(r"^ON_POSTGRESQL = (.*)$", (TESTS.parent / "Makefile").read_text(), re.M)[1].split()
    paths = [path for each in folders for path in ([TESTS.parent / each] if each.endswith(".py") else (TESTS.parent / each).rglob("*.py"))]
    assert len(folders) == 3 and len(paths) > 10
    assert [path.name for path in paths if re.search(r"mark\.long\b", path.read_text(encoding="utf-8"))] == []


def test_pages_are_passed_over_but_what_is_about_the_database_itself():
    pages = {path.name for path in (TESTS / "faces").rglob("test_*.py") if not needless(path, POSTGRESQL)}
    assert pages == {"test_database_role.py"}


def test_only_tests_and_screens_give_the_marks_of_trials():
    other = [path for path in TESTS.rglob("*.py") if not path.name.startswith("test_") and OF_TRIALS.search(path.read_text(encoding="utf-8"))]
    assert sorted(path.relative_to(TESTS) for path in other) == [Path("browser/screens.py")]
