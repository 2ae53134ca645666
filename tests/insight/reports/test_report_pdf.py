import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

import pytest

from tests.insight.reports import reading
from tests.insight.reports.sample import FINDINGS, four, row, sample
from tirek.foundation.files.typesetting import PaperNotMade, figure_words
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.reports.documents import model, report_pdf

pytestmark = pytest.mark.pure

needs_pdftotext = pytest.mark.skipif(reading.WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed")
HOSTILE = '#eval("1") $x$ *b* @ref <script>alert(1)</script> {n} [N1] \u0000 \u202eabc \u200f 漢 😀 = + - \\ `raw` //c'


@pytest.fixture(scope="module")
def side() -> bytes:
    return report_pdf(sample())


@pytest.fixture(scope="module")
def apart() -> bytes:
    return report_pdf(sample(layout="apart", languages=("ky", "en")))


def test_claims_pdf_a_and_pdf_ua(side, apart):
    assert reading.claims_conformance(side)
    assert reading.claims_conformance(apart)


def test_is_tagged_with_headings_tables_and_a_described_figure(side):
    tags = reading.tags_of(side)
    assert tags["/H1"] >= 10 and tags["/H2"] >= 4
    assert tags["/Table"] >= 4 and tags["/TR"] > 20 and tags["/TH"] > 8 and tags["/TD"] > 40
    described = [str(element.Alt) for element in reading.elements(side) if element.get("/S") == "/Figure"]
    assert described and all(described)
    assert any("Бағандар: жағдайлар — 1" in alternative for alternative in described)


def test_names_its_language_title_and_author(side, apart):
    document = reading.opened(side)
    assert str(document.Root.Lang) == "ru"
    assert "Тарнобор" in str(document.docinfo["/Title"])
    assert str(document.docinfo["/Author"]) == "Национальный превентивный механизм"
    assert str(reading.opened(apart).Root.Lang) == "ky"
    assert {"kk"} <= {str(element.Lang) for element in reading.elements(side) if "/Lang" in element}


def test_carries_every_font_and_no_outside_address(side):
    assert reading.unembedded_fonts(side) == []
    assert reading.outside_addresses(side) == []


def test_the_same_report_gives_the_same_bytes(side):
    assert report_pdf(sample()) == side
    assert report_pdf(sample(stamp=datetime(2026, 3, 21, tzinfo=UTC))) != side


@needs_pdftotext
def test_kazakh_and_kyrgyz_letters_can_be_read_back(side, apart):
    assert set("әғқңөұүһі") <= set(reading.text_of(report_pdf(sample(summary=four("-", "Әғқңөұүһі", "-", "-")))).lower())
    assert set("ңөү") <= set(reading.text_of(apart).lower())
    assert "Қолжетімділік жағдайы" in reading.text_of(side)


@needs_pdftotext
def test_every_page_of_a_demonstration_says_so(side, apart):
    pages = len(reading.opened(side).pages)
    assert reading.text_of(side).count("ДЕМОНСТРАЦИЯ — вымышленные данные") >= pages
    assert "КӨРСЕТІЛІМ — ойдан шығарылған деректер" in reading.text_of(side)
    assert "invented data" in reading.text_of(apart)
    assert "ДЕМОНСТРАЦИЯ" in reading.metadata(side)


@needs_pdftotext
def test_a_real_report_does_not_speak_of_a_demonstration():
    real = report_pdf(sample(demonstration=False))
    assert "ДЕМОНСТРАЦИЯ" not in reading.text_of(real) + reading.metadata(real)


@needs_pdftotext
def test_a_draft_says_so_and_an_issued_report_does_not(side):
    draft = reading.text_of(report_pdf(sample(number="", issued_on=None)))
    assert "Проект: отчёт не выпущен" in draft
    assert "Проект" not in reading.text_of(side)
    assert "№ 12/2026" in reading.text_of(side)


@needs_pdftotext
@pytest.mark.parametrize("languages", [("ru", "kk"), ("ky", "en")])
def test_every_number_printed_is_the_number_of_the_values(languages):
    document = sample(languages=languages)
    text = reading.text_of(report_pdf(document))
    printed: dict[str, set[str]] = {}
    for value, mark in re.findall(r"(\d{1,3}(?: \d{3})*) \[(N\d+)\]", text):
        printed.setdefault(mark, set()).add(value.replace(" ", ""))
    assert printed == {document.mark(number.id): {str(number.value)} for number in document.numbers}
    for number in document.numbers:
        assert f"{document.mark(number.id)} {figure_words(number.value)}".replace("\u202f", " ") in text
        assert all(origin in text.replace(" ", "").replace("\n", "") for origin in number.rows)


def test_no_integer_stands_in_the_values_outside_number():
    for name in dir(model):
        kind = getattr(model, name)
        if is_dataclass(kind) and kind is not model.Number:
            assert all(field.type not in (int, float) for field in fields(kind)), name


def test_a_number_without_provenance_is_refused():
    with pytest.raises(model.FaultyDocument, match="nothing says which rows"):
        report_pdf(sample(overview=(model.Fact(FINDINGS[0], "unknown"),)))


@needs_pdftotext
def test_hostile_text_is_printed_as_text():
    paragraph = model.Paragraph(Words.of({"ru": HOSTILE, "kk": HOSTILE}), row("finding", 9))
    pdf = report_pdf(
        sample(sections=(model.Section(four("А", "А", "А", "A"), (paragraph,)),), title=Words.of({"ru": HOSTILE, "kk": HOSTILE}))
    )
    text = reading.text_of(pdf)
    assert '#eval("1") $x$ *b* @ref <script>alert(1)</script> {n}' in text
    assert "‹U+0000›" in text and "‹U+202E›" in text and "‹U+6F22›" in text
    assert reading.claims_conformance(pdf)


@needs_pdftotext
@pytest.mark.parametrize("unit", ["Ұ", "слово "])
def test_a_hundred_thousand_letters_stay_on_the_pages(unit):
    long = (unit * 100_000)[:100_000]
    pdf = report_pdf(sample(summary=Words.of({"ru": long, "kk": "қысқа"})))
    assert reading.text_of(pdf).replace(" ", "").count(unit.strip()) >= 100_000 // len(unit) * 0.99
    assert len(reading.opened(pdf).pages) > 20


@needs_pdftotext
def test_ids_and_digests_are_found_and_copied_as_they_are(side):
    text, document = reading.text_of(side), sample()
    ids = {row for number in document.numbers for row in number.rows} | {each.row for each in document.recommendations}
    for wanted in (*ids, *(line.digest for line in document.signatures if line.digest)):
        assert wanted in text, wanted


@needs_pdftotext
def test_the_page_of_numbers_says_that_what_was_attached_was_not_checked():
    said = "система не проверяла, относится ли он к указанному дайджесту"
    signed, unsigned = (reading.text_of(report_pdf(sample(layout="apart", **made))) for made in ({}, {"signatures": ()}))
    assert said in signed.replace("\u00ad ", "") and said not in unsigned.replace("\u00ad ", "")  # a word may be broken at a line's end


@needs_pdftotext
def test_a_run_too_long_for_a_line_is_broken_and_nothing_is_put_into_it():
    run = "0123456789abcdef" * 20
    text = reading.text_of(report_pdf(sample(summary=Words.of({"ru": run, "kk": "қысқа"}))))
    assert "\u200b" not in text and run in text.replace(" ", "")


@needs_pdftotext
def test_a_missing_or_old_translation_is_said():
    summary = Words.of({"ru": "Только по-русски."}, "ru")
    assert "[Қазақ тіліндегі аудармасы әлі жоқ]" in reading.text_of(report_pdf(sample(summary=summary)))
    old = Words.of({"ru": "Новый текст.", "kk": "Ескі мәтін."}, "ru", ("kk",))
    assert "Ескі мәтін. [Аударма бастапқы мәтіннен ескі]" in reading.text_of(report_pdf(sample(summary=old)))


@needs_pdftotext
def test_a_missing_signature_stands_with_its_reason(side):
    assert "Подписи нет. Причина: длительная командировка" in reading.text_of(side)


@needs_pdftotext
def test_a_correction_says_what_it_changes():
    text = reading.text_of(
        report_pdf(sample(version="2", changes=four("Исправлена дата.", "Күні түзетілді.", "Күнү оңдолду.", "A date is corrected.")))
    )
    assert "Редакция 2" in text and "Исправлена дата." in text


def test_an_emblem_that_is_no_picture_is_refused_with_a_sentence():
    with pytest.raises(PaperNotMade, match="could not be made"):
        report_pdf(sample(emblem=model.Emblem(b"not a picture", "png", four("а", "а", "а", "a"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_draft_prints_in_every_language(language):
    empty = replace(
        sample(languages=(language,), number="", issued_on=None, numbers=(), overview=(), chart=None, sections=(), refusals=(), urgent_measures=()),
        good_practices=(), recommendations=(), meetings=(), closing_talk=None, dissents=(), signatures=(), entitlements=(), checkpoint="", emblem=None,
    )  # fmt: skip
    assert reading.claims_conformance(report_pdf(empty))


@pytest.mark.parametrize("languages", [(), ("ru", "ru"), ("ru", "kk", "ky"), ("de",)])
def test_other_than_one_or_two_known_languages_are_refused(languages):
    with pytest.raises(model.FaultyDocument, match="one or two languages"):
        sample(languages=languages)
