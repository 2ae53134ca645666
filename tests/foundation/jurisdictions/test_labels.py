"""Labels of recommendations as data: kinds, themes and labels are whole in four languages, and a label that cannot be meant is refused on loading."""

from pathlib import Path

import pytest

from tests.foundation.jurisdictions.test_refusals import packs, planted, refusal
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.ground.rules.words import LANGUAGES

__all__ = ["packs"]
pytestmark = pytest.mark.pure
FILE, KINDS = "common/labels.yaml", "common/label_kinds.yaml"


def test_the_five_kinds_stand_and_each_has_labels_named_once_in_every_language():
    assert [kind.code for kind in queries.label_kinds()] == ["right", "group", "measure", "sdg", "standard"]
    for kind in queries.label_kinds():
        found = queries.labels_of("demo", kind.code)
        assert found and all(queries.kind_of_label("demo", one.id) == kind.code for one in found)
    for language in LANGUAGES:
        for code in ("right", "group", "measure", "sdg"):
            named = [one.name.in_(language) for one in queries.labels_of("demo", code)]
            assert all(named) and len(set(named)) == len(named), (language, code)


def test_the_named_themes_stand_among_the_areas_and_other_comes_last():
    themes = {one.code: one.name.in_("en") for one in queries.themes()}
    assert (themes["victims_justice"], themes["law_policy"]) == ("victims’ access to justice", "law and policy")
    assert "rehabilitation" in themes["release"] and "reintegration" in themes["release"] and "staff conditions" in themes["staff"]
    assert list(themes)[-1] == "other" and {one.code for one in catalogue().common.areas} <= set(themes)


def test_targets_and_rights_say_where_they_stand_and_kazakh_and_kyrgyz_wait_for_a_native_speaker():
    assert {(one.source, bool(one.number)) for one in catalogue().common.labels if one.kind == "sdg"} == {("ares-70-1", True)}
    assert all(one.source and one.number for one in catalogue().common.labels if one.kind == "right")
    assert {kind.native_check for kind in queries.label_kinds()} == {("kk", "ky")}


def test_a_rule_of_the_country_is_a_label_of_that_country_alone():
    own = catalogue().packs["demo"].standards[0].id
    assert queries.kind_of_label("demo", own) == "standard" and queries.kind_of_label("kz", own) == "" and queries.label_with("kz", own) is None


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (FILE, "id: group-women, kind: group", "id: group-women, kind: penguins", "unknown kind “penguins”"),
        (FILE, "id: group-women, kind: group", "id: group-women, kind: standard", "unknown kind “standard”"),
        (FILE, "source: iccpr, number: \"6\"", "source: penguins, number: \"6\"", "unknown source “penguins”"),
        (FILE, "id: group-women", "id: mandela-24", "“mandela-24” is the name of a rule"),
        (FILE, "id: group-women", "id: group-staff", "duplicate id “group-staff”"),
        (FILE, 'number: "3.4", ', 'number: "3.3", ', "each a number of its own"),
        (FILE, 'source: ares-70-1, number: "3.3", ', "", "each a number of its own"),
        (KINDS, "native_check: [kk, ky]", "native_check: [kk, xx]", "unknown language “xx”"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_its_line(packs: Path, file: str, old: str, new: str, told: str):
    planted(packs, file, old, new)
    assert any(told in problem.what for problem in refusal(packs).problems), [problem.what for problem in refusal(packs).problems]
