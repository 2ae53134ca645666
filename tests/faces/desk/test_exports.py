"""Lists that leave the house: streamed, harmless in a spreadsheet, marked inside, and in the ledger."""

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.translation import gettext
from hypothesis import example, given
from hypothesis import strategies as st

from tests.people import auditor, foreigner, head
from tirek.faces.desk.exports import PURPOSES, ExportForm, csv_answer
from tirek.foundation.files.tables import read_table
from tirek.foundation.ledger.queries import entries
from tirek.foundation.ui.cells import SIGNS, as_meant, as_text, written
from tirek.ground.rules.refusals import NotAllowed

DAY = date(2026, 3, 12)
DANGEROUS = (*SIGNS, "\t", "\r", "\n")


def exported(rows, country="demo", by=head, header=("Number", "Text")):
    return csv_answer(noun="recommendations", header=header, rows=rows, country=country, purpose="report", by=by, today=DAY)


def read(answer):
    return cells(b"".join(answer.streaming_content))


def cells(content, delimiter=";"):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


FORMULAS = st.sampled_from([f"{before}{sign}cmd|' /C calc'!A0" for sign in DANGEROUS for before in ("", " ", "\u00a0", "a,", "a; ", 'a,"', "a\t", "a\n", ",\t")])
BITS = st.lists(st.sampled_from([",", ";", "|", "\t", "\r", "\n", '"', "'", " ", "a", *DANGEROUS])).map("".join)


@given(st.text() | FORMULAS | BITS)
def test_no_text_begins_like_a_formula(text):
    made = str(as_text(text))
    assert not made.startswith(DANGEROUS)
    assert made.replace("'", "") == text.replace("'", "")


@given(st.lists(st.text() | FORMULAS | BITS, min_size=1, max_size=3), st.sampled_from([";", ",", "\t", "|"]))
def test_no_reader_gets_a_formula_by_whatever_it_splits_at(texts, delimiter):
    found = [cell for row in cells(written([[1, *texts, 2]]), delimiter) for cell in row]
    assert [cell for cell in found if cell.lstrip(' \t\r\n\u00a0"').startswith(SIGNS)] == []


def test_a_formula_after_a_comma_is_a_formula_for_nobody():
    content = written([["1", "a,=cmd|' /C calc'!A0,b", 5]])
    assert cells(content) == [["1", "a,'=cmd|' /C calc'!A0,b", "5"]]
    assert [cell for cell in cells(content, ",")[0] if cell.startswith("=")] == []


def test_ordinary_text_stays_as_it_was_written_and_every_cell_stands_in_quotes():
    written_text = "Камера 4-7, «карцер»; 3 + 2 = 5, a@b.example"
    assert written([[written_text, 7, None]]) == f'"{written_text}";"7";""\r\n'.encode()


def test_numbers_stay_numbers_and_days_sort():
    assert [as_text(each) for each in (-5, Decimal("-1.5"), None, DAY)] == [-5, Decimal("-1.5"), "", "2026-03-12"]


@pytest.mark.django_db
def test_an_invented_list_says_so_in_its_first_line_and_in_every_row():
    rows = read(exported([["1", "=1+1"], ["2", "a; b\nc"]]))
    mark = "Demonstration: everything in this file is invented"
    assert rows == [[mark], ["Number", "Text", "Origin"], ["1", "'=1+1", mark], ["2", "a; b\nc", mark]]


@pytest.mark.django_db
def test_a_real_list_is_not_marked():
    assert read(exported([["1", "a"]], country="kz", by=foreigner)) == [["Number", "Text"], ["1", "a"]]


@pytest.mark.django_db
def test_the_rows_are_read_while_the_file_goes_out_and_in_the_reader_s_language():
    asked = []

    def rows():
        for number in range(100_000):
            asked.append(number)
            yield [number, gettext("Recommendations")]

    with translation.override("ru"):
        answer = exported(rows())
        expected = gettext("Recommendations")
    assert asked == []
    parts = iter(answer.streaming_content)
    next(parts)
    with translation.override("en"):
        portion = next(parts).decode()
    assert len(asked) < 1000 and expected in portion


@pytest.mark.django_db
def test_an_export_is_an_entry_of_the_country_with_its_purpose_before_the_first_byte():
    exported([["1", "a"]])
    (entry,) = [each for each in entries(by=auditor, country="demo").entries if each.verb == "recommendations.exported"]
    assert (entry.actor, entry.noun, entry.subject, entry.purpose) == (head.id, "recommendations", "demo", "report")
    with pytest.raises(NotAllowed):
        entries(by=foreigner, country="demo")


@pytest.mark.django_db
def test_the_file_s_name_tells_what_it_is_and_the_browser_keeps_nothing():
    answer = exported([])
    assert answer["Content-Disposition"] == 'attachment; filename="recommendations-demo-2026-03-12.csv"'
    assert (answer["Cache-Control"], answer["Content-Type"]) == ("no-store", "text/csv; charset=utf-8")


def test_a_purpose_is_chosen_and_never_written():
    assert not ExportForm({"purpose": ""}).is_valid() and not ExportForm({"purpose": "Петров просил"}).is_valid()
    assert all(ExportForm({"purpose": code}).is_valid() for code, _ in PURPOSES)


@given(st.text(alphabet="=+-@＝'\",;|\t\n аб1", max_size=12))
@example("'\"=")
def test_what_went_out_comes_back_as_it_was(text):
    assert as_meant(str(as_text(text))) == text


@given(st.text(alphabet="=+'\",;|\t\n а", max_size=14))
def test_an_apostrophe_stands_before_every_sign_that_begins_a_cell_and_nowhere_else(text):
    inside = re.sub(r"""([,;|\t\r\n]["\s]*)(?='*[=+])""", r"\1'", text)
    assert as_text(text) == ("'" if re.match(r"""'*(?:[\t\r\n]|["\s]*'*[=+])""", text) else "") + inside


@pytest.mark.parametrize("sign", ["'", "\t", "\t ", ",'", '"', "';"])
def test_a_cell_of_thousands_of_signs_is_written_and_read(sign):
    text = sign * 30_000
    assert as_meant(str(as_text(text))) == text


def test_a_list_as_csv_brought_back_says_the_same():
    texts = ["+7 701 000", "-Дом", "=1+1", "'=1", "Дом; +7", "'tis", "Дом"]
    assert list(read_table(written([texts, texts])).rows[0]) == texts
