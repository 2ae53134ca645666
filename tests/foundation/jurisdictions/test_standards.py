"""The catalogue of standards is whole, says itself in four languages, and is found by what people write."""

from pathlib import Path

import pytest

from tests.foundation.jurisdictions.test_refusals import packs, planted, refusal
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.ground.rules.words import LANGUAGES

__all__ = ["packs"]
pytestmark = pytest.mark.pure
WHOLE = {"mandela": 122, "bangkok": 70, "beijing": 30, "havana": 87, "opcat": 37, "cat": 33, "mendez": 6}
FILE = "common/standards.yaml"


@pytest.mark.parametrize(("instrument", "last"), WHOLE.items())
def test_every_rule_of_a_text_stands_in_its_order(instrument: str, last: int) -> None:
    numbers = [one.number for one in catalogue().common.standards if one.instrument == instrument]
    assert numbers == [str(number) for number in range(1, last + 1)]


def test_every_text_of_the_catalogue_has_rules_and_every_rule_a_part() -> None:
    shared = catalogue().common
    assert {one.instrument for one in shared.standards} == {one.id for one in shared.instruments}
    assert [one.id for one in shared.standards if queries.part_of(one.id) is None] == []
    parts = queries.parts_of("demo", "mandela")
    assert [rule.number for rule in parts[0][1]] == ["1", "2", "3", "4", "5"]
    assert sum(len(rules) for _, rules in parts) == 122
    assert [(part, len(rules)) for part, rules in queries.parts_of("demo", "demo-houses-law")] == [(None, 3)]


def test_a_subject_is_one_short_line_of_its_own() -> None:
    for language in LANGUAGES:
        for instrument in catalogue().common.instruments:
            said = [one.subject.in_(language) for one in catalogue().common.standards if one.instrument == instrument.id]
            assert max(map(len, said)) <= 110, max(said, key=len)
            assert [one for one in said if said.count(one) > 1] == []
            assert [one for one in said if one.endswith(".")] == []


def test_kazakh_and_kyrgyz_subjects_wait_for_a_native_speaker() -> None:
    assert {one.native_check for one in catalogue().common.instruments} == {("kk", "ky")}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("NMR 24", ["mandela-24"]),
        ("nmr24", ["mandela-24"]),
        ("Мандела 24", ["mandela-24"]),
        ("Правила Манделы, правило 24", ["mandela-24"]),
        ("пекинские 13", ["beijing-13"]),
        ("ФПКПП статья 20", ["opcat-20"]),
        ("Article 20 OPCAT", ["opcat-20"]),
        ("CPT/Inf (2015) 44", ["cpt-space"]),
        ("обысками женщин", ["bangkok-19", "bangkok-20", "bangkok-21"]),
        ("одиноч", ["mandela-44", "mandela-45", "havana-67", "cpt-solitary", "cpt-space"]),
        ("зачем заключение пингвинов", []),
        ("Мандела 999", []),
        ("   ", []),
    ],
)
def test_a_rule_is_found_by_what_people_write(written: str, found: list[str]) -> None:
    assert [one.id for one in queries.standards_asked("demo", written)] == found


def test_a_number_alone_finds_the_rule_in_every_text() -> None:
    found = [one.id for one in queries.standards_asked("demo", "27")]
    assert found == ["demo-houses-law-27", "mandela-27", "bangkok-27", "beijing-27", "havana-27", "opcat-27", "cat-27"]


def test_words_are_found_in_any_language_and_in_the_countrys_own_law_only() -> None:
    assert "mandela-56" in [one.id for one in queries.standards_asked("demo", "шағымдар")]
    assert "mandela-44" in [one.id for one in queries.standards_asked("demo", "solitary")]
    assert "kz-custody-law-353" in [one.id for one in queries.standards_asked("kz", "стража")]
    assert not [one.id for one in queries.standards_asked("demo", "стража") if one.id.startswith("kz-")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("mandela-24", "mandela-24"), ("NMR 24", "mandela-24"), ("24", None), ("обыск женщин", None), ("порог достойных", "cpt-decency"), ("никакое", None)],
)
def test_a_text_names_one_rule_or_none(written: str, meant: str | None) -> None:
    found = queries.standard_meant("demo", written)
    assert (found.id if found else None) == meant


def test_an_annex_is_cited_in_words() -> None:
    annex = queries.standard("demo", "istanbul-annex-4")
    assert (queries.number_in(annex, "ru"), queries.number_in(annex, "en")) == ("прил. IV", "annex IV")
    assert queries.number_in(queries.standard("demo", "mandela-24"), "ru") == "24"


CASES = {
    "an unknown key": (FILE, 'number: "3", verified', 'nummer: "3", verified', "unknown key “nummer” in Standard"),
    "a missing translation": (FILE, ', kk: "бас бостандығынан айырудың', ', kk: "", xx: "бас', "missing translation of “subject”: kk."),
    "an unknown text": (FILE, "{id: havana-1, instrument: havana", "{id: havana-1, instrument: havanna", "unknown instrument “havanna”"),
    "a number twice": (FILE, 'instrument: havana, number: "2"', 'instrument: havana, number: "1"', "has two rules with the number “1”"),
    "rules apart": (FILE, "{id: bangkok-70, instrument: bangkok,", "{id: bangkok-70, instrument: mandela,", "must stand together"),
    "a part of nowhere": ("common/standard_parts.yaml", "first: mandela-6,", "first: mandela-600,", "unknown standard “mandela-600”"),
    "a part twice": ("common/standard_parts.yaml", "first: mandela-6,", "first: mandela-11,", "two parts begin with “mandela-11”"),
    "a late first part": ("common/standard_parts.yaml", "first: mandela-1,", "first: mandela-2,", "must begin with its first rule, “mandela-1”"),
    "a language of nowhere": ("common/instruments.yaml", "native_check: [kk, ky]", "native_check: [kz, ky]", "unknown language “kz”"),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), CASES.values(), ids=CASES.keys())
def test_a_wrong_catalogue_is_refused_with_file_and_line(packs: Path, file: str, old: str, new: str, told: str) -> None:
    name, line = planted(packs, file, old, new)
    problems = [problem for problem in refusal(packs).problems if told in problem.what]
    assert [(problem.file, problem.line) for problem in problems][:1] == [(name, line)]
