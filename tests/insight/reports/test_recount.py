"""The documents of a report made from rows: every number is counted again from the database, by SQL of our own, and every row is there."""

import io
import re
from dataclasses import replace

import docx
import pytest
from django.db import connection

from tests.insight.reports import flow, reading
from tests.insight.reports.test_report_docx import all_text
from tests.people import analyst, head, leader, secretary
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.files.typesetting import figure_words
from tirek.insight.reports import queries, services
from tirek.insight.reports.models import Report
from tirek.insight.reports.services.documents import MAKERS

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(reading.WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed"),
]
TABLES = {
    "finding": "visits_finding", "access": "visits_accessitem", "measure": "visits_urgentmeasure",
    "recommendation": "recommendations_recommendation", "meeting": "visits_meeting", "talk": "visits_closingtalk",
}  # fmt: skip
FOUND = "SELECT id FROM visits_finding WHERE visit_id = %s AND taken_back = %s AND good_practice = %s"
COUNTED = {
    "Наблюдений": (FOUND, False, False),
    "из них критических": (FOUND + " AND seriousness = 'critical'", False, False),
    "из них серьёзных": (FOUND + " AND seriousness = 'serious'", False, False),
    "Положительная практика": (FOUND, False, True),
    "Рекомендаций": ("SELECT id FROM recommendations_recommendation WHERE visit_id = %s AND state = 'issued'",),
    "Прав, в которых отказано, с которыми медлили или которые нарушены": ("SELECT id FROM visits_accessitem WHERE visit_id = %s AND outcome <> 'granted'",),
    "Неотложных мер": ("SELECT id FROM visits_urgentmeasure WHERE visit_id = %s AND sent_at IS NOT NULL",),
    "Материально-бытовые условия": (FOUND + " AND area = 'living_conditions'", False, False),
    "Медицинская помощь": (FOUND + " AND area = 'health_care'", False, False),
}


def ids(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, [value.hex if connection.vendor == "sqlite" and hasattr(value, "hex") else value for value in params])
        return {str(row[0]).replace("-", "") for row in cursor.fetchall()}


@pytest.fixture
def visit():
    return flow.full_visit()


@pytest.fixture
def report(visit):
    return flow.issued(visit)


def made(report, form, *languages):
    """The document as the worker makes it; that it is the same is a test below."""
    layout = "side_by_side" if len(languages) == 2 else "apart"
    return MAKERS[form](replace(queries.report_document(report, by=head), layout=layout, languages=languages))


def provenance(text):
    """Mark -> value and rows, as the provenance page says them; lines may have been broken anywhere in an id."""
    table = text[text.index("Знак Белгі Число Саны") : text.rindex("Записи, из которых взяты пункты")]
    pieces = re.split(r" (N\d+) (\d+(?: \d{3})*) (?=[а-я])", table)[1:]
    named = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return {mark: (int(value.replace(" ", "")), rows_in(rest)) for mark, value, rest in named}


def rows_in(cell):
    """Kinds and ids in a cell."""
    found = re.findall(r"(finding|access|measure|recommendation)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", cell.replace(" ", ""))
    return {(kind, one.replace("-", "")) for kind, one in found}


def test_every_counted_number_of_the_pdf_is_the_database_s(visit, report):
    text = reading.text_of(made(report, "pdf", "ru", "kk"))
    said = provenance(text)
    for label, (sql, *values) in COUNTED.items():
        wanted = ids(sql, visit, *values)
        shown = re.search(rf"{re.escape(label)} [^\d]*?(\d+) \[(N\d+)\]", text)
        assert shown, label
        value, rows = said[shown[2]]
        assert int(shown[1]) == value == len(wanted), label
        assert {one for _, one in rows} == wanted, label
    assert len(COUNTED) + 3 == len(said)


def test_numbers_read_from_a_row_are_that_row_s(visit, report):
    text = reading.text_of(made(report, "pdf", "ru", "kk"))
    said = provenance(text)
    (delayed,) = ids("SELECT minutes FROM visits_accessitem WHERE visit_id = %s AND minutes IS NOT NULL", visit)
    (hours,) = ids("SELECT limit_hours FROM visits_urgentmeasure WHERE visit_id = %s", visit)
    for pattern, value in ((r"Задержка: (\d+) \[(N\d+)\]", delayed), (r"Срок ответа: (\d+) \[(N\d+)\]", hours)):
        shown = re.search(pattern, text)
        assert shown and shown[1] == value and said[shown[2]][0] == int(value)
        assert len(said[shown[2]][1]) == 1
    shown = re.search(r"Срок: (\d+) \[(N\d+)\] календарных дней, до", text)
    assert shown and said[shown[2]][0] == int(shown[1]) == 60
    assert {one for _, one in said[shown[2]][1]} == ids("SELECT id FROM recommendations_recommendation WHERE visit_id = %s", visit)


def test_no_number_is_printed_with_two_values_and_none_without_its_line(report):
    for languages in (("ru", "kk"), ("ky",), ("en",)):
        text = reading.text_of(made(report, "pdf", *languages))
        printed = {}
        for value, mark in re.findall(r"(\d{1,3}(?: \d{3})*) \[(N\d+)\]", text):
            printed.setdefault(mark, set()).add(value.replace(" ", ""))
        document = queries.report_document(report, by=head)
        assert printed == {document.mark(each.id): {str(each.value)} for each in document.numbers}, languages


def test_every_row_that_is_named_stands_in_its_table(report):
    document = queries.report_document(report, by=head)
    named = {row for number in document.numbers for row in number.rows}
    named |= {paragraph.row for section in document.sections for paragraph in section.paragraphs}
    text = reading.text_of(made(report, "pdf", "ru", "kk")).replace(" ", "")
    for row in named:
        kind, _, one = row.partition("-")
        assert one.replace("-", "") in ids(f"SELECT id FROM {TABLES[kind]}"), row
        assert row in text, row


def test_what_was_taken_back_is_not_printed(report):
    assert "Эта запись снята" not in reading.text_of(made(report, "pdf", "ru"))


def test_the_docx_prints_the_same_numbers_and_rows(report):
    document, text = queries.report_document(report, by=head), all_text(docx.Document(io.BytesIO(made(report, "docx", "ru", "kk"))))
    for number in document.numbers:
        assert f"{figure_words(number.value)} [{document.mark(number.id)}]" in text
        assert all(row in text for row in number.rows)


def test_the_digest_that_was_signed_is_printed(report):
    digest = Report.objects.get(pk=report).digest
    text = reading.text_of(made(report, "pdf", "ru", "kk")).replace(" ", "")
    assert text.count(digest) == 3


def test_the_pdf_conforms_names_its_language_and_is_tagged(report):
    for languages in (("ru", "kk"), ("en",)):
        pdf = made(report, "pdf", *languages)
        assert reading.claims_conformance(pdf)
        assert str(reading.opened(pdf).Root.Lang) == languages[0]
        tags = reading.tags_of(pdf)
        assert tags["/H1"] >= 10 and tags["/Table"] >= 4 and tags["/TH"] > 8 and tags["/Figure"] >= 2
        assert all(str(element.Alt) for element in reading.elements(pdf) if element.get("/S") == "/Figure")
        assert reading.unembedded_fonts(pdf) == [] and reading.outside_addresses(pdf) == []


def test_both_say_inside_that_everything_is_invented(report):
    for languages, words in ((("ru",), "ДЕМОНСТРАЦИЯ — вымышленные данные"), (("en",), "DEMONSTRATION — invented data")):
        pdf = made(report, "pdf", *languages)
        assert reading.text_of(pdf).count(words) >= len(reading.opened(pdf).pages)
        assert words in all_text(docx.Document(io.BytesIO(made(report, "docx", *languages))))


def test_the_worker_keeps_these_documents_and_made_again_nothing_is_made(report):
    services.make_documents(report_id=report, by=secretary)
    found = queries.document_files(report, by=analyst)
    assert {(each.form, each.languages) for each in found} == {
        (form, languages) for form in ("pdf", "docx") for languages in (("ru", "kk"), ("ru",), ("kk",), ("ky",), ("en",))
    }
    assert all(file_bytes(each.file.id) == made(report, each.form, *each.languages) for each in found if "ru" in each.languages)
    before = {each.id: each.file.sha256 for each in found}
    assert services.make_documents(report_id=report, by=leader).value == 0
    assert {each.id: each.file.sha256 for each in queries.document_files(report, by=head)} == before


def test_a_draft_s_documents_say_that_it_is_a_draft_and_are_made_anew_when_it_changes(visit):
    draft = flow.drafted(visit)
    assert "Проект: отчёт не выпущен" in reading.text_of(made(draft, "pdf", "ru", "kk"))
    services.make_documents(report_id=draft, by=leader)
    assert len(queries.document_files(draft, by=leader)) == 10
    services.edit_report(report_id=draft, summary=flow.both("Другая сводка."), revision=2, by=leader)
    assert queries.document_files(draft, by=leader) == ()
