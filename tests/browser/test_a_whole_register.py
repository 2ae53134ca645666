"""A secretariat moves in, in a real browser: 474 places of which 12 rows are wrong, mended; the year planned, handed in and approved; all taken out again."""

import io

import openpyxl
import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from tests.accounts import account_of
from tests.foundation.sheets.bringing import ended, no_step
from tests.people import head, secretary
from tests.world import prison
from tirek.faces.desk.plan.words import ANNUAL_STATES
from tirek.foundation.ledger.verification import verify
from tirek.foundation.sheets import services
from tirek.foundation.sheets.models import Sheet, TakenOut
from tirek.registers.places.models import Place

pytestmark = [pytest.mark.browser, pytest.mark.trial, pytest.mark.django_db(transaction=True)]
HEAD = ["Номер", "Название на русском", "Название на казахском", "Вид места", "Регион", "Адрес", "Широта", "Долгота", "Первый день", "Примечание"]
PLACES, EVERY = 474, 39
REGIONS = ("LU-TA", "LU-VE", "LU-SK", "LU-OR", "LU-ZE")
WRONG = {0: ("", 1), 1: ("тюрьмма", 3), 2: ("Атлантида", 4), 3: ("сто", 6), 4: ("31.02.2010", 8), 5: ("01.01.2990", 8)}
"""What stands in the wrong rows, each twice: no name, no such kind, no such region, words for a degree, no such day, a day that is not yet."""


def register():
    """The rows as an office has them, and how those that are wrong should read."""
    rows, right = [], {}
    for number in range(1, PLACES + 1):
        row = [f"У-{number:03}", f"Учреждение № {number} в долине", f"Аңғардағы № {number} мекеме", ("prison", "sizo")[number % 2],
               REGIONS[number % 5], f"Долинная улица, {number}", 50 + number / 1000, 70 + number / 1000, "05.01.2010", "x"]  # fmt: skip
        if number % EVERY == 7:
            text, column = WRONG[(number // EVERY) % 6]
            right[row[0]] = list(row)
            row[column] = text
            if column == 1:
                row[2] = ""
        rows.append(row)
    return rows, right


def workbook(rows, path):
    """An office's workbook: a title, an empty line, the heads, the rows."""
    book = openpyxl.Workbook()
    for row in (["Реестр учреждений"], [], HEAD, *rows):
        book.active.append(row)
    book.save(path)


def test_a_secretary_moves_in_plans_a_year_and_takes_all_out_again(enters, tmp_path):
    rows, right = register()
    assert len(right) == 12
    prison("Дом, который уже стоял")
    workbook(rows, tmp_path / "register.xlsx")
    with override("ru"):
        person = enters(secretary, "ru")
        bring(person, tmp_path / "register.xlsx")
        assert counts() == {"made": PLACES - 12, "refused": 12}
        with person.page.expect_download() as saved:
            person.page.get_by_role("link", name=gettext("Refused rows as a file")).click()
        refused = [list(row) for row in openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes())).worksheets[0].values]
        assert len(refused) == 2 + 12 and all(row[-1] for row in refused[2:])
        enter(person)
        assert Place.objects.count() == 1 + PLACES - 12
        workbook([right[row[0]] for row in refused[2:]], tmp_path / "mended.xlsx")
        bring(person, tmp_path / "mended.xlsx")
        assert counts() == {"made": 12}
        enter(person)
        assert Place.objects.count() == 1 + PLACES
        narrow(person)
        plan(person, enters)
        book = take_out(person)
    table = [list(row) for row in book.worksheets[0].values]
    assert sum(row[0] in {each[0] for each in rows} for row in table) == PLACES
    assert {row[1] for row in rows if row[0] not in right} < {cell for row in table for cell in row}
    with override("ru"):
        book.save(tmp_path / "again.xlsx")
        bring(person, tmp_path / "again.xlsx")
        assert counts() == {"same": PLACES + 1}
    assert not verify().faults
    assert person.outside() == [] and person.complaints == []


def bring(person, file):
    """A file is brought, its columns are agreed to, its rows are tried."""
    person.open("/desk/sheets/bring/places/")
    person.page.set_input_files("input[type=file]", file)
    person.press(gettext("Read the table"))
    person.press(gettext("Try the rows"))
    worked(person, services.try_rows)


def enter(person):
    """The good rows are entered."""
    person.press(gettext("Enter the good rows"))
    worked(person, services.apply_rows)


def worked(person, work):
    """The worker does the newest sheet's job, and the person looks again."""
    sheet = newest()
    work(sheet_id=sheet.pk, by=secretary, step=no_step)
    ended(sheet.pk)
    person.page.reload()


def newest():
    """The sheet that was brought last."""
    return Sheet.objects.order_by("-brought_at").first()


def counts():
    """How many rows of the newest sheet would do what."""
    would = list(newest().lines.values_list("would", flat=True))
    return {each: would.count(each) for each in set(would)}


def narrow(person):
    """Of 475 places one is chosen by parts of its name."""
    person.open("/desk/plan/new/")
    field, places = person.page.locator("input.narrows"), person.page.locator("select[name=place_id]")
    whole = places.locator("option").all_inner_texts()
    assert len(whole) == 1 + 1 + PLACES
    wanted = whole[300]
    field.fill(" ".join(reversed(wanted.upper().split())))
    left = places.locator("option").all_inner_texts()
    assert wanted in left and len(left) < len(whole) and left[0] == whole[0]
    field.press("Enter")
    assert person.page.url.endswith("/desk/plan/new/")
    assert places.evaluate("one => one.selectedOptions[0].text") == left[1]
    field.fill("такого нет")
    assert places.locator("option").all_inner_texts() == [whole[0], left[1]]
    field.fill("")
    assert places.locator("option").all_inner_texts() == whole and places.evaluate("one => one.selectedOptions[0].text") == left[1]


def plan(person, enters):
    """Twenty places are planned for a month, targets are written, the head approves."""
    account_of(head)
    person.open("/desk/plan/coverage/")
    boxes = person.page.locator("input[type=checkbox][name=place]")
    for number in range(20):
        boxes.nth(number).check()
    person.press(gettext("Plan the chosen places"))
    person.page.get_by_label(gettext("Month")).select_option(index=1)
    person.page.get_by_label(gettext("Kind of visit")).select_option("periodic")
    person.press(gettext("Show the preview"))
    person.press(gettext("Put these into the plan"))
    year = timezone.localdate().year + 1
    person.open(f"/desk/plan/{year}/")
    person.press(gettext("Begin an empty plan"))
    person.open(f"/desk/plan/{year}/write/")
    person.page.locator("select[name$='-place_kind']").first.select_option("prison")
    person.page.locator("input[name$='-visits']").first.fill("120")
    person.press(gettext("Save the plan"))
    person.press(gettext("Hand in to the head"))
    chief = enters(head, "ru")
    chief.open(f"/desk/plan/{year}/")
    chief.page.on("dialog", lambda asked: asked.accept())
    chief.press(gettext("Approve the plan"))
    chief.see(str(ANNUAL_STATES["approved"][0]))


def take_out(person):
    """The list of places goes out as a workbook."""
    person.open("/desk/sheets/take/places/")
    person.page.locator("select[name=purpose]").select_option("check")
    person.page.locator("main form button[type=submit]").last.click()
    person.page.wait_for_url("**/desk/sheets/lists/**")
    taken = TakenOut.objects.order_by("-asked_at").first()
    services.make_list(list_id=taken.pk, by=secretary, step=no_step)
    ended(taken.pk, TakenOut)
    person.page.reload()
    with person.page.expect_download() as saved:
        person.page.locator("a[href$='/file/']").first.click()
    return openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes()))
