"""A body answers many recommendations by a spreadsheet: what is in order is kept, what is not is told row by row."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from tests import world
from tests.followup.exchange.making import ahead, prepare, reply, service_focal, service_head, stranger
from tests.followup.exchange.sheets import fill, said
from tests.followup.recommendations import making
from tests.people import leader
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.refusals import NotTheSheet
from tirek.followup.exchange.services.bringing import passages_of
from tirek.followup.exchange.sheets.phrases import COLUMNS
from tirek.followup.exchange.sheets.writing import SheetRow, write_sheet
from tirek.followup.recommendations.services import issue
from tirek.ground.rules.words import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture
def ten(team):
    """Ten recommendations of one visit to the prison service."""
    visit = world.concluded(world.prison("Дом десяти"), team)
    made = tuple(making.draft(visit, text=making.words(ru=f"До 1 марта заменить светильники корпуса {number}.")) for number in range(10))
    issue(visit_id=visit, report_number="2026/7", on=making.ago(20), by=leader)
    return made


def taken(by=service_focal, language="ru"):
    """The file that a body takes away."""
    return write_sheet(queries.sheet_rows(by=by, country="demo", today=making.today()), language=language, title="Служба домов")


def bring(content, by=service_focal, **given):
    return services.bring_sheet(content=content, country="demo", by=by, **given)


def test_ten_are_answered_with_two_bad_rows_and_eight_are_kept(ten):
    rows = {line: {"word": said("accepted"), "said": f"Светильники корпуса {line} заменят.", "step_1": "Закупить", "until_1": ahead(30)} for line in range(10)}
    rows[3] |= {"word": "да"}
    rows[7] |= {"word": said("rejected"), "said": None, "step_1": None, "until_1": None}
    found = bring(fill(taken(), rows))
    assert [each.state for each in found] == ["kept"] * 3 + ["refused"] + ["kept"] * 3 + ["refused"] + ["kept"] * 2
    assert [each.refusal.code for each in found if each.refusal] == ["row-word", "reply-reason"]
    prepared = [reply(each, by=service_focal) for each in ten]
    assert sum(each is not None for each in prepared) == 8 and prepared[0].steps[0].until == ahead(30)
    assert all(making.read(each).word == "none" for each in ten), "nothing is sent by a file"


def test_the_mended_file_keeps_the_rest_and_says_of_the_others_that_they_stand(ten):
    rows = {0: {"word": said("accepted")}, 1: {"word": "да"}}
    content = taken()
    bring(fill(content, rows))
    found = bring(fill(content, rows | {1: {"word": said("in_progress"), "said": "Идёт закупка."}}))
    assert [each.state for each in found[:3]] == ["stands", "kept", "empty"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_each_language_is_read_whatever_the_reader_speaks(ten, language):
    found = bring(fill(taken(language=language), {0: {"word": said("claimed_implemented", language).upper(), "said": "Сделано."}}))
    assert found[0].state == "kept"


def test_rows_and_columns_may_stand_elsewhere(ten):
    found = bring(fill(taken(), {2: {"word": said("accepted")}}, moved=True))
    assert [each.state for each in found].count("kept") == 1
    services.drop_reply(recommendation_id=ten[2], country="demo", by=service_focal, revision=1)
    book = load_workbook(io.BytesIO(fill(taken(), {2: {"word": said("accepted")}})))
    sheet = book.worksheets[0]
    sheet.delete_rows(2)
    sheet.insert_cols(1)
    stored = io.BytesIO()
    book.save(stored)
    assert [each.state for each in bring(stored.getvalue())].count("kept") == 1


def test_a_row_put_together_of_two_is_refused(ten):
    book = load_workbook(io.BytesIO(fill(taken(), {0: {"word": said("accepted")}, 1: {"word": said("accepted")}})))
    sheet, mark = book.worksheets[0], COLUMNS.index("mark") + 1
    sheet.cell(row=2, column=mark).value = sheet.cell(row=3, column=mark).value
    stored = io.BytesIO()
    book.save(stored)
    found = bring(stored.getvalue())
    assert (found[0].refusal.code, found[1].state) == ("row-foreign", "kept")


def test_a_number_twice_an_unknown_number_and_another_bodys_number_are_refused(ten, team):
    other = making.issued(world.concluded(world.prison("Дом заботы"), team), number="Р-5", addressee="lum-care", days=5)
    rows = {0: {"word": said("accepted")}, 1: {"number": "2026/7-1", "word": said("accepted")}, 2: {"number": "2026/9-1", "word": said("accepted")}, 3: {"number": "Р-5-1", "word": said("accepted")}}
    found = bring(fill(taken(), rows))
    assert [each.refusal.code for each in found[:4]] == ["row-twice", "row-twice", "row-unknown", "row-unknown"]
    assert found[2].refusal.message == found[3].refusal.message and reply(other, by=stranger) is None


def test_a_name_is_refused_in_its_row_and_passes_once_somebody_looked(ten):
    rows = {0: {"word": said("accepted"), "said": "Отвечает Ахметов Ерлан Серикович."}, 1: {"word": said("accepted")}}
    content = fill(taken(), rows)
    first = bring(content)
    assert (first[0].refusal.code, first[1].state) == ("row-may-name", "kept") and "Ахметов" in first[0].refusal.params["passages"]
    assert bring(content, looked=frozenset({"Другое место"}))[0].state == "refused", "what nobody was shown is not confirmed"
    assert bring(content, looked=passages_of(first[0].row))[0].state == "kept"


@pytest.mark.parametrize(("step", "code"), [({"step_1": "Купить"}, "reply-step"), ({"until_1": ahead(3)}, "reply-step"), ({"step_1": "Купить", "until_1": "завтра"}, "row-day"), ({"step_1": "Купить", "until_1": making.ago(2)}, "reply-step-past")])
def test_a_step_that_is_not_whole_is_told(ten, step, code):
    assert bring(fill(taken(), {0: {"word": said("accepted"), **step}}))[0].refusal.code == code


def test_a_day_may_be_typed_as_text(ten):
    bring(fill(taken(), {0: {"word": said("accepted"), "step_1": "Купить", "until_1": f"{ahead(9):%d.%m.%Y}"}}))
    assert reply(ten[0], by=service_focal).steps[0].until == ahead(9)


def test_what_a_colleague_wrote_since_is_not_overwritten(ten):
    content = taken()
    prepare(ten[0], text="Текст коллеги.", by=service_head)
    found = bring(fill(content, {0: {"word": said("in_progress"), "said": "Мой текст."}}))
    assert found[0].refusal.code == "reply-changed" and reply(ten[0], by=service_focal).text == "Текст коллеги."


def test_a_file_holds_what_is_prepared_already_and_taking_it_back_changes_nothing(ten):
    prepare(ten[0], text="Текст.", by=service_head, steps=tuple(services.Plan(f"Шаг {number}", ahead(number)) for number in range(1, 6)))
    found = bring(taken())
    assert [each.state for each in found] == ["stands", *["empty"] * 9]
    assert len(reply(ten[0], by=service_focal).steps) == 5, "steps that no column holds stay"


def test_characters_that_nobody_types_do_no_harm_and_blanks_stay_blanks(ten):
    bring(fill(taken(), {0: {"word": said("accepted"), "said": "Купим 5\u00a0000 ламп_x0000_ и_x0007_ кабель."}}))
    assert reply(ten[0], by=service_focal).text == "Купим 5 000 ламп и кабель."


def test_a_file_of_a_body_holds_nothing_of_another(ten, team):
    making.issued(world.concluded(world.prison("Дом заботы"), team), number="Р-5", addressee="lum-care", days=5)
    numbers = {each.number for each in queries.sheet_rows(by=service_focal, country="demo", today=making.today())}
    assert numbers == {f"2026/7-{number}" for number in range(1, 11)}
    assert {each.number for each in queries.sheet_rows(by=stranger, country="demo", today=making.today())} == {"Р-5-1"}


def test_another_table_is_told_to_be_another(ten):
    book = Workbook()
    book.active.append(["Имя", "Сумма"])
    stored = io.BytesIO()
    book.save(stored)
    with pytest.raises(NotTheSheet):
        bring(stored.getvalue())


def test_a_text_that_begins_like_a_formula_stays_a_text():
    row = SheetRow("=1+1", "=HYPERLINK(\"http://x\")", "@место", None, "", "", "+7", (), 0, "m")
    sheet = load_workbook(io.BytesIO(write_sheet([row], language="ru", title="=x"))).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
