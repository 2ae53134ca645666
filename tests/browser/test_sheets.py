"""A register comes in as a spreadsheet, in a real browser: seen before it is entered, mended, taken back; on every screen."""

import io

import openpyxl
import pytest
from django.test import Client

from tests.accounts import sign_in
from tests.browser.screens import screens
from tests.foundation.sheets.bringing import ended, no_step, tried, workbook
from tests.people import secretary
from tests.world import prison
from tirek.foundation.sheets import services
from tirek.foundation.sheets.models import Sheet, TakenOut

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAD = ["Учётный номер", "Наименование", "Вид места", "Регион", "Первый день"]


@pytest.fixture
def office(walk):
    """A walker of the secretariat, signed in."""

    def start(**options):
        walker = walk(**options)
        signed = sign_in(Client(), secretary)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        walker.context.add_cookies([{"name": "sessionid", "value": signed.cookies["sessionid"].value, "url": walker.base}])
        return walker

    return start


@screens((1280, "light", "ru"), (390, "dark", "kk"), (390, "light", "ky"), (1280, "dark", "en"))
def test_every_page_of_the_sheets_reads_on_every_screen(office, width, scheme, language):
    prison()
    rows = [HEAD, ["1", "Дом у моста", "prison", "LU-TA", "05.01.2010"], ["2", "Дом без вида", None, "LU-TA", "32.01.2010"]]
    found = tried("places", rows, secretary)
    other = services.bring_sheet(kind="places", content=workbook(*rows), country="demo", by=secretary).value
    taken = services.ask_for_list(kind="places", ending="csv", purpose="check", country="demo", by=secretary).value
    services.make_list(list_id=taken, by=secretary, step=no_step)
    ended(taken, TakenOut)
    person = office(width=width, scheme=scheme)
    person.context.add_cookies([{"name": "language", "value": language, "url": person.base}])
    for page in ("", "bring/places/", "take/places/", f"lists/{taken}/", f"{found.id}/", f"{found.id}/?rows=refused", f"{other}/columns/"):
        assert person.open(f"/desk/sheets/{page}") == 200, page
        person.must_be_accessible()
        assert person.sideways() == 0, page


def test_a_secretary_mends_what_was_refused_and_takes_it_all_back(office, tmp_path):
    prison()
    person = office()
    person.open("/desk/sheets/")
    person.page.get_by_role("link", name="Загрузить таблицу").first.click()
    file = tmp_path / "register.xlsx"
    file.write_bytes(workbook(["Реестр"], [], HEAD, ["1", "Дом у моста", "prison", "LU-TA", "05.01.2010"], ["2", "Дом на холме", "prison", "LU-TA", "31.02.2010"]))
    person.page.set_input_files("input[type=file]", file)
    person.page.get_by_role("button", name="Прочитать таблицу").click()
    person.see("Наименование")
    person.page.get_by_role("button", name="Проверить строки").click()
    run(person, services.try_rows)
    person.see("31.02.2010")
    with person.page.expect_download() as saved:
        person.page.get_by_role("link", name="Отклонённые строки как файл").click()
    book = openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes()))
    rows = [list(row) for row in book.worksheets[0].values]
    assert len(rows) == 3 and "всё в этом файле" in rows[0][0] and rows[2][0] == "2" and "31.02.2010" in rows[2][-1]
    person.page.get_by_role("button", name="Внести строки без ошибок").click()
    run(person, services.apply_rows)
    person.see("внесено как новое")
    rows[2][4] = "28.02.2010"
    mended = io.BytesIO()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(mended)
    file.write_bytes(mended.getvalue())
    person.open("/desk/sheets/bring/places/")
    person.page.set_input_files("input[type=file]", file)
    person.page.get_by_role("button", name="Прочитать таблицу").click()
    person.page.get_by_role("button", name="Проверить строки").click()
    run(person, services.try_rows)
    person.page.get_by_role("button", name="Внести строки без ошибок").click()
    run(person, services.apply_rows)
    person.open("/desk/places/")
    person.see("Дом на холме")
    person.see("Дом у моста")


def run(person, work):
    """The worker does the newest sheet's job, and the person looks again."""
    sheet = Sheet.objects.order_by("-brought_at").first()
    work(sheet_id=sheet.pk, by=secretary, step=no_step)
    ended(sheet.pk)
    person.page.reload()
