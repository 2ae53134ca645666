"""Recommendations come in from a workbook, or from the paragraphs of a document; bad rows are told, nothing else is lost, and a row is found again."""

from datetime import date

import pytest

from tests.followup.international import making
from tests.foundation.sheets.bringing import applied, ended, no_step, told, tried, undone
from tests.people import analyst, doctor, head, leader, secretary
from tirek.followup.international import queries, services
from tirek.followup.international.refusals import NoParagraphs, NothingChosen
from tirek.foundation.files.services import NewFile
from tirek.foundation.sheets import services as sheets
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.ground.rules.numbered_paragraphs import numbered
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
HEADINGS = ["Symbol of the report", "Paragraph", "Recommendation in Russian", "Recommendation in English", "Addressee"]
GOOD = ["CV/LUM/1", 45, "Установить светильники.", None, "lum-prison-service"]
TEXT = "41. Cells were dark.\n42. The Council recommends that lamps be put up:\n(a) In every cell;\n(b) In corridors.\n43. Registers should be kept."


@pytest.fixture
def report(visit):
    return making.report(making.review())


def numbers(report):
    return [each.number for each in queries.paragraphs(report, by=head)]


def test_a_trial_shows_each_row_and_two_bad_ones_lose_nothing(report):
    rows = (HEADINGS, GOOD, ["CV/LUM/9", 46, "Текст.", None, None], ["CV/LUM/1", "сорок", "Текст.", None, None], ["cv/lum/1", "п. 47 (a)", None, "Publish it.", None])
    found = tried("international", rows, secretary)
    assert told(found.id, secretary) == [
        (2, "made", []), (3, "refused", ["international-report-unknown"]), (4, "refused", ["international-paragraph"]), (5, "made", []),
    ]  # fmt: skip
    assert numbers(report) == []
    applied("international", rows, secretary)
    assert numbers(report) == ["45", "47 (a)"]


def test_a_row_is_found_again_by_symbol_and_paragraph(report):
    applied("international", (HEADINGS, GOOD), secretary)
    again = applied("international", (HEADINGS, ["CV/LUM/1", "45.", "Установить светильники.", "Put up lamps.", None]), secretary)
    assert [(would, codes) for _number, would, codes in told(again.id, secretary)] == [("changed", [])]
    (held,) = queries.paragraphs(report, by=head)
    assert held.text.in_("en") == "Put up lamps." and held.text.in_("ru") == "Установить светильники." and held.addressee == "lum-prison-service"


def test_an_import_is_taken_back_as_a_whole(report):
    found = applied("international", (HEADINGS, GOOD), secretary)
    undone(found.id, secretary)
    assert numbers(report) == []


def test_two_rows_of_one_paragraph_are_told(report):
    found = tried("international", (HEADINGS, GOOD, ["CV/LUM/1", "§45", "Иначе.", None, None]), secretary)
    assert told(found.id, secretary)[1][1] == "refused"


def test_chosen_paragraphs_of_a_document_become_a_table_that_is_tried(report):
    file = NewFile(TEXT.encode(), "report.txt", "text/plain")
    document = services.bring_document(report_id=report, file=file, text=TEXT, language="en", by=secretary).value
    chosen = [place for place, each in enumerate(numbered(TEXT)) if each.advises]
    sheet = services.bring_paragraphs(document_id=document, text=TEXT, chosen=chosen, by=secretary).value
    sheets.try_rows(sheet_id=sheet, by=secretary, step=no_step)
    ended(sheet)
    sheets.apply_sheet(sheet_id=sheet, by=secretary)
    sheets.apply_rows(sheet_id=sheet, by=secretary, step=no_step)
    lines = queries.paragraphs(report, by=head)
    assert [each.number for each in lines] == ["42", "43"]
    assert lines[0].text.in_("en").splitlines()[1:] == ["(a) In every cell;", "(b) In corridors."]


def test_a_text_without_numbers_and_an_empty_choice_are_refused(report):
    file = NewFile(b"x", "report.txt", "text/plain")
    with pytest.raises(NoParagraphs):
        services.bring_document(report_id=report, file=file, text="No number.", language="en", by=secretary)
    document = services.bring_document(report_id=report, file=file, text=TEXT, language="en", by=secretary).value
    with pytest.raises(NothingChosen):
        services.bring_paragraphs(document_id=document, text=TEXT, chosen=[], by=secretary)


def test_documents_and_tables_are_the_offices_and_lists_are_cut_to_the_reader(report):
    hidden = making.report(making.review(2023), symbol="CV/LUM/2", state="confidential", on=date(2023, 4, 6))
    making.paragraph(hidden, number="31")
    making.paragraph(report)
    kind = sheet_kind("international")
    assert len(list(kind.ids(secretary, "demo"))) == 2
    assert len(list(kind.ids(analyst, "demo"))) == len(list(kind.ids(leader, "demo"))) == 1
    making.named(hidden, doctor)
    assert len(list(kind.ids(doctor, "demo"))) == 2 and not kind.may_bring(doctor, "demo")
    with pytest.raises(NotAllowed):
        queries.documents(hidden, by=doctor)
    with pytest.raises(NotFound):
        queries.documents(hidden, by=leader)
