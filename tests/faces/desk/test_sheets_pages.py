"""The pages of a sheet: what they remark on a table is said in the reader's language, and a row says what became of it when all was taken back."""

import pytest

from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import page
from tests.foundation.sheets.bringing import applied, undone, workbook
from tests.people import secretary
from tests.world import prison
from tirek.foundation.files.tables import NOTES
from tirek.foundation.sheets import services

pytestmark = pytest.mark.django_db
HEAD = ["Reference", "Name in Russian", "Kind of place", "Region", "Address"]


@pytest.fixture(autouse=True)
def office(client):
    account_of(secretary)
    sign_in(client, secretary)


def test_a_remark_on_the_table_is_said_in_the_language_of_the_page(client):
    content = workbook(HEAD, ["P-1", "Дом у моста", "prison", "LU-TA", "=A1"])
    brought = services.bring_sheet(kind="places", content=content, country="demo", by=secretary).value
    assert NOTES["formulas"] in page(client, "sheet-columns", brought)[1]
    client.cookies["language"] = "ru"
    shown = page(client, "sheet-columns", brought)[1]
    assert "формулы" in shown and NOTES["formulas"] not in shown


def test_rows_that_were_taken_back_do_not_say_that_they_would_be_entered(client):
    prison()
    found = applied("places", [HEAD, ["P-1", "Дом у моста", "prison", "LU-TA", None]], secretary)
    assert "entered as new" in page(client, "sheet", found.id)[1]
    undone(found.id, secretary)
    shown = page(client, "sheet", found.id)[1]
    assert "would be new" not in shown and shown.count("taken back") == 3
