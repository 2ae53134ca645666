"""Topics of the packs: every fault is refused with file and line, and the floor of questions stands."""

import shutil

import pytest

from tirek.foundation.jurisdictions import loading
from tirek.foundation.jurisdictions.queries import topics
from tirek.foundation.jurisdictions.refusals import PackRefused

pytestmark = pytest.mark.pure
FLOOR = {
    "kz": {
        "mechanism-independence", "independent-body", "video", "recordings", "who-investigates", "conflict-of-interest", "istanbul-protocol",
        "medical-examination", "recommendations", "inevitability", "fall-of-registrations", "counts-2021-2022", "funding", "systematic",
        "weight-of-documents", "access-to-dialogue", "break-of-2023", "roles",
    },
    "kg": {"independent-body", "impunity", "funding", "systematic"},
}  # fmt: skip


def test_the_questions_on_which_the_documents_differ_all_stand():
    for country, keys in FLOOR.items():
        assert keys <= {each.id for each in topics(country)}


def test_a_question_beside_another_is_one_of_another_country_and_leads_back():
    for country in FLOOR:
        for each in topics(country):
            if each.beside:
                other, key = each.beside.split("/")
                assert other != country
                assert next(one.beside for one in topics(other) if one.id == key) == f"{country}/{each.id}"


def test_the_fall_of_registrations_has_rival_explanations_of_sources_and_of_none():
    found = next(each for each in topics("kz") if each.id == "fall-of-registrations").rivals
    assert len(found) >= 3 and {each.statement is None for each in found} == {True, False}


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("оснащены более чем 45 тысячами", "оснащены более чем 46 тысячами", "the quote of “cameras-004” was not found verbatim in document 004"),
        ("point: cameras\n", "point: camera\n", "unknown point “camera”"),
        ("speaker: profile-003\n      position: {ru: \"да\"", "speaker: profile\n      position: {ru: \"да\"", "unknown speaker “profile”"),
        ("document: \"003\"\n      quote: \"Видеоконтроль", "document: \"001\"\n      quote: \"Видеоконтроль", "document 001 is of another country"),
        ("      unit: cameras\n", "      unit: cameras\n      missing: closed\n", "needs exactly one of position, value, missing"),
        ("    - id: everywhere-004\n", "    - id: everywhere-003\n", "duplicate id “everywhere-003”"),
        ("statement: why-004", "statement: why-005", "unknown statement “why-005”"),
        ("  beside: kg/funding", "  beside: kz/funding", "“beside” is “kz/funding”"),
        ("question: {ru: \"Кто расследует пытки?\",", "question: {", "missing translation of “question”: ru"),
    ],
)  # fmt: skip
def test_a_fault_is_refused_with_its_line(tmp_path, written, instead, said):
    root = tmp_path / "packs"
    shutil.copytree(loading.PACKS, root)
    file = root / "kz" / "topics.yaml"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        loading.load(root)
    assert said in str(refused.value) and "kz/topics.yaml:" in str(refused.value)
