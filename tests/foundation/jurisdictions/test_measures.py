"""Definitions and values of indicators: a wrong line is refused with file and line, before anything of it is shown."""

import shutil
from pathlib import Path

import pytest

from tests.foundation.jurisdictions.test_refusals import planted, refusal
from tirek.foundation.jurisdictions.loading import PACKS, load

pytestmark = pytest.mark.pure


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the shared files and of Kazakhstan."""
    for name in ("common", "kz"):
        shutil.copytree(PACKS / name, tmp_path / name)
    return tmp_path


CASES = {
    "an unknown unit": ("common/indicators.yaml", "unit: persons", "unit: souls", "“unit” is “souls”, but must be one of persons"),
    "an unknown key": ("common/indicators.yaml", "  measure: context", "  class: context", "unknown key “class” in Indicator"),
    "an unknown heading": ("common/indicators.yaml", "heading: general", "heading: other", "unknown heading “other”"),
    "an unknown scale": ("common/indicators.yaml", "scale: law5", "scale: law9", "unknown scale “law9”"),
    "a scale of a number": ("common/indicators.yaml", "unit: persons", "scale: law5", "is a number and has no scale"),
    "half a formula": ("common/indicators.yaml", "  denominator: investigators\n", "", "needs both a numerator and a denominator"),
    "a formula of nothing": ("common/indicators.yaml", "numerator: complaints", "numerator: complants", "unknown indicator “complants” in the formula"),
    "a missing translation": ("common/scales.yaml", 'kk: "жоқ"', 'kk: ""', "missing translation"),
    "a quote that does not stand there": ("kz/values.yaml", "Население\\t19 126 000", "Население\\t19 126 001", "was not found verbatim in document 003"),
    "a value of an unknown indicator": ("kz/values.yaml", "indicator: population", "indicator: people", "unknown indicator “people”"),
    "a step that the scale has not": ("kz/values.yaml", "step: 4", "step: 5", "has no step 5"),
    "money without a currency": ("kz/values.yaml", "  currency: KZT\n", "", "needs a currency"),
    "a value that is missing and given": ("kz/values.yaml", "  missing: closed", "  missing: closed\n  amount: 5", "is both given and missing"),
    "a missing code of its own": ("kz/values.yaml", "missing: closed", "missing: lost", "“missing” is “lost”, but must be one of no_data"),
    "an unknown successor": ("kz/values.yaml", "superseded_by: index-2024", "superseded_by: index-2042", "unknown value “index-2042-archive-liability”"),
    "a source of nowhere": ("kz/values.yaml", "source: kz-torture-index-2024", "source: kz-index", "unknown source “kz-index”"),
    "no vintage for a document without a year": ("kz/vintages.yaml", '- id: "003"', '- id: "002"', "vintages.yaml says nothing of document “003”"),
    "a break of an unknown indicator": ("kz/breaks.yaml", "[registered_cases", "[registered", "unknown indicator “registered”"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_line_is_refused_with_file_and_line(packs, case):
    file, old, new, sentence = CASES[case]
    name, _line = planted(packs, file, old, new)
    told = [problem for problem in refusal(packs).problems if sentence in problem.what]
    assert told and {problem.file for problem in told} <= {name, (packs / "kz" / "values.yaml").as_posix()} and all(problem.line > 0 for problem in told)


def test_the_files_as_they_stand_are_sound(packs):
    assert len(load(packs).packs["kz"].values) > 40
