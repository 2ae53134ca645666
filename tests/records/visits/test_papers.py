from datetime import UTC, datetime

import pytest
import yaml

from tests.insight.reports import reading
from tirek.foundation import jurisdictions
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.records.visits.papers import Checklist, EntitlementLine, EntitlementsCard, areas_of, checklist_pdf, entitlements_card_pdf
from tirek.records.visits.papers.printing import NoQuestions, questions

pytestmark = pytest.mark.pure

needs_pdftotext = pytest.mark.skipif(reading.WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed")
STAMP = datetime(2026, 3, 20, tzinfo=UTC)
MECHANISM = Words.of({"ru": "Национальный превентивный механизм", "kk": "Ұлттық алдын алу тетігі", "ky": "Улуттук алдын алуу механизми", "en": "National Preventive Mechanism"})  # fmt: skip
KIND = Words.of({"ru": "Изолятор временного содержания", "kk": "Уақытша ұстау изоляторы", "ky": "Убактылуу кармоочу жай", "en": "Temporary detention facility"})  # fmt: skip


def common(name: str) -> list[dict]:
    from pathlib import Path

    return yaml.safe_load((Path(jurisdictions.__file__).parent / "packs" / "common" / f"{name}.yaml").read_text(encoding="utf-8"))


def checklist(languages=("ru", "kk"), **changes) -> Checklist:
    areas = areas_of(tuple((area["code"], Words.of(area["name"])) for area in common("areas")))
    return Checklist(**{"mechanism": MECHANISM, "place_kind": KIND, "areas": areas, "languages": languages, "stamp": STAMP, **changes})


def card(languages=("ru", "kk"), **changes) -> EntitlementsCard:
    lines = tuple(EntitlementLine(Words.of(line["name"]), line["article"]) for line in common("entitlements"))
    return EntitlementsCard(
        **{"mechanism": MECHANISM, "entitlements": lines, "languages": languages, "stamp": STAMP, "contact": "+000 00 00", **changes}
    )


def test_every_area_with_questions_is_an_area_of_the_packs_and_has_three_to_six():
    codes = {area["code"] for area in common("areas")}
    assert set(questions()) <= codes
    assert len(questions()) >= 12
    assert all(3 <= len(asked) <= 6 for asked in questions().values())


@pytest.mark.parametrize("languages", [("ru", "kk"), ("ky", "ru"), ("en",)])
def test_the_checklist_is_a_tagged_paper(languages):
    pdf = checklist_pdf(checklist(languages))
    assert reading.claims_conformance(pdf)
    tags = reading.tags_of(pdf)
    assert tags["/H1"] >= 12 and tags["/TH"] >= 60
    assert str(reading.opened(pdf).Root.Lang) == languages[0]
    assert reading.unembedded_fonts(pdf) == [] and reading.outside_addresses(pdf) == []
    assert checklist_pdf(checklist(languages)) == pdf


@needs_pdftotext
def test_the_checklist_prints_every_question_in_both_languages():
    text = reading.text_of(checklist_pdf(checklist())).replace("- ", "").replace("-", "")
    for asked in questions().values():
        for question in asked:
            assert question.text.in_("ru").replace("-", "") in text and question.text.in_("kk").replace("-", "") in text


def test_a_question_of_how_many_or_how_soon_is_answered_on_a_line_and_not_ticked():
    asked = [question for area in questions().values() for question in area]
    written = [question for question in asked if question.line]
    assert {question for question in asked if question.text.in_("en").startswith(("How ", "For how "))} == set(written) and len(written) == 3
    assert reading.tags_of(checklist_pdf(checklist()))["/TD"] == 5 * len(asked) - 2 * len(written)


@needs_pdftotext
def test_the_papers_of_a_demonstration_say_so():
    for make, paper in ((checklist_pdf, checklist), (entitlements_card_pdf, card)):
        assert "ДЕМОНСТРАЦИЯ" in reading.text_of(make(paper(demonstration=True)))
        assert "ДЕМОНСТРАЦИЯ" not in reading.text_of(make(paper()))


@pytest.mark.parametrize("languages", [("ru", "kk"), ("ky", "ru"), ("kk", "en"), ("en",)])
def test_the_card_is_one_tagged_page_with_every_entitlement(languages):
    pdf = entitlements_card_pdf(card(languages))
    assert reading.claims_conformance(pdf)
    assert len(reading.opened(pdf).pages) == 1
    if not reading.WITHOUT_PDFTOTEXT:
        text = reading.text_of(pdf)
        assert all(line.article in text for line in card().entitlements)


def test_an_area_without_questions_is_refused():
    with pytest.raises(NoQuestions, match="nowhere"):
        checklist_pdf(checklist(areas=(("nowhere", KIND),)))


def test_the_questions_are_complete_in_all_languages():
    assert all(set(question.text.languages) == set(LANGUAGES) for asked in questions().values() for question in asked)


def test_a_checklist_leaves_out_what_its_kind_of_place_cannot_have():
    from tirek.records.visits.papers.kinds import LEFT_OUT, areas_for

    areas = tuple((area["code"], Words.of(area["name"])) for area in common("areas"))
    whole = {code for code, _ in areas_for("prison", areas)}
    assert whole == set(questions())
    for category, left_out in LEFT_OUT.items():
        asked = {code for code, _ in areas_for(category, areas)}
        assert asked == whole - left_out and len(asked) >= 10 and left_out <= whole, category
