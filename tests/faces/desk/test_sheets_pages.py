"""The pages of a sheet: what they remark on a table is said in the reader's language, and a row says what became of it when all was taken back."""

import pytest
from django.urls import reverse

from tests.accounts import account_of, sign_in
from tests.faces.desk.visiting import page
from tests.foundation.sheets.bringing import applied, undone, workbook
from tests.people import secretary
from tests.world import members, planned, prison
from tirek.foundation.files.tables import NOTES
from tirek.foundation.sheets import queries, services

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


def test_what_was_not_taken_back_is_found_among_many_rows(client):
    prison()
    found = applied("places", [HEAD, ["P-1", "Дом у моста", "prison", "LU-TA", None], ["P-2", "Дом на холме", "prison", "LU-TA", None]], secretary)
    _, used = queries.lines_of(found.id, by=secretary, country="demo")
    planned(used.subject, members())
    undone(found.id, secretary)
    assert "Not taken back" in page(client, "sheet", found.id)[1]
    shown = client.get(reverse("desk:sheet", args=[found.id]), {"rows": "stays"}).content.decode()
    assert "Дом на холме" in shown and "Дом у моста" not in shown and "entered as new" in shown
