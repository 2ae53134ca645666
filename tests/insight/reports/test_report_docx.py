import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from tests.insight.reports.sample import row, sample
from tests.insight.reports.test_report_pdf import HOSTILE
from tirek.foundation.files.typesetting import figure_words
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model, report_docx

pytestmark = pytest.mark.pure


def opened(**changes):
    return docx.Document(io.BytesIO(report_docx(sample(**changes))))


def said(element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def all_text(paper) -> str:
    parts = [paper.element.body, *(section.header._element for section in paper.sections)]
    return "\n".join(said(p) for part in parts for p in part.iter(qn("w:p")))


@pytest.fixture(scope="module")
def side():
    return opened()


def test_has_real_headings_in_both_languages(side):
    headings = [said(p) for p in side.element.body.iter(qn("w:p")) if p.style and p.style.startswith("Heading")]
    assert "Рекомендации" in headings and "Ұсынымдар" in headings


def test_runs_name_their_language(side):
    assert {"ru-RU", "kk-KZ"} <= {tag.get(qn("w:val")) for tag in side.element.body.iter(qn("w:lang"))}


def test_tables_mark_their_header_rows(side):
    assert len(list(side.element.body.iter(qn("w:tblHeader")))) >= 4


def test_the_chart_and_its_words_are_there(side):
    assert any("Бағандар" in (picture.get("descr") or "") for picture in side.element.body.iter(qn("wp:docPr")))


def test_has_a_contents_field_and_page_fields(side):
    assert any("TOC" in (code.text or "") for code in side.element.body.iter(qn("w:instrText")))
    footer = [code.text.strip() for code in side.sections[0].footer._element.iter(qn("w:instrText"))]
    assert footer == ["PAGE", "NUMPAGES"]


def test_a_demonstration_says_so_in_head_and_properties(side):
    assert "ДЕМОНСТРАЦИЯ — вымышленные данные" in said(side.sections[0].header._element)
    assert "ДЕМОНСТРАЦИЯ" in side.core_properties.title
    assert "ДЕМОНСТРАЦИЯ" not in all_text(opened(demonstration=False))


def test_apart_repeats_the_report_in_each_language():
    paper = opened(layout="apart", languages=("ky", "en"))
    assert len(paper.sections) == 2
    text = all_text(paper)
    assert "Сунуштар" in text and "Recommendations" in text


def test_every_number_is_the_number_of_the_values(side):
    document, text = sample(), all_text(side)
    for number in document.numbers:
        assert f"{figure_words(number.value)} [{document.mark(number.id)}]" in text
        assert all(origin in text for origin in number.rows)


def test_links_lead_to_bookmarks(side):
    marks = {mark.get(qn("w:name")) for mark in side.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in side.element.body.iter(qn("w:hyperlink"))} <= marks


def test_the_same_report_gives_the_same_bytes():
    first = report_docx(sample())
    assert report_docx(sample()) == first
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(2026, 3, 20, 9, 0, 0)}


def test_hostile_text_is_stored_as_text():
    long = HOSTILE + "ы" * 100_000
    paragraph = model.Paragraph(Words.of({"ru": long, "kk": HOSTILE}), row("finding", 9))
    text = all_text(
        opened(
            sections=(model.Section(Words.of({"ru": HOSTILE, "kk": HOSTILE}), (paragraph,)),),
            title=Words.of({"ru": HOSTILE, "kk": HOSTILE}),
        )
    )
    assert "<script>alert(1)</script>" in text and "‹U+0000›" in text and "‹U+202E›" in text and "ы" * 100_000 in text
