"""Visits made before the house was there come in as a sheet, count as begun and reported, and go again; what is still ahead never comes in so."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.accounts import account_of, sign_in
from tests.foundation.sheets.bringing import applied, told, tried, undone
from tests.people import analyst, deputy, leader, member, secretary
from tests.world import begun, members, planned, prison
from tirek.foundation.ledger.models import Entry
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.listing import rows
from tirek.records.visits.models import Visit
from tirek.records.visits.queries import is_past_visit, last_visits, visits

pytestmark = pytest.mark.django_db
HEAD = ["Reference", "Place", "Kind of visit", "First day of the visit", "Last day of the visit", "Announced", "Day of the report"]


@pytest.fixture(autouse=True)
def office():
    account_of(secretary)


def test_past_visits_come_in_and_go_again():
    known = str(prison())
    ahead = timezone.localdate() + timedelta(days=3)
    found = applied("visits", [
        HEAD, ["V-1", known, "periodic", "05.03.2019", "06.03.2019", "нет", "20.03.2019"], ["V-2", known, "periodic", "05.03.2020", None, "да", None],
        ["V-3", known, "periodic", ahead], ["V-4", known, "periodic", "05.03.2019", "01.03.2019"], ["V-5", known, "periodic", "05.03.2019", None, None, "01.03.2019"],
    ], secretary)  # fmt: skip
    assert told(found.id, secretary) == [
        (2, "made", []), (3, "made", []), (4, "refused", ["visit-not-over"]), (5, "refused", ["visit-dates"]), (6, "refused", ["visit-reported-before"]),
    ]  # fmt: skip
    first, second = Visit.objects.order_by("starts_on")
    assert (first.state, second.state, first.announced, second.announced) == ("reported", "concluded", False, True)
    assert is_past_visit(first.pk) and last_visits(country="demo")[first.place_id] == second.starts_on
    assert [each.id for each in visits(by=analyst, country="demo")] == [first.pk]
    client = sign_in(Client(), secretary)
    for page in ("", "access/", "findings/", "history/"):
        assert client.get(f"/desk/visits/{second.pk}/{page}").status_code in (200, 302), page
    assert not Entry.objects.filter(verb="visit.past-entered").exclude(veil="").exists()
    again = applied("visits", [HEAD, ["V-2", None, None, None, None, None, "15.04.2020"]], secretary)
    second.refresh_from_db()
    assert (second.state, str(second.reported_on)) == ("reported", "2020-04-15")
    assert undone(again.id, secretary).stay == 0
    second.refresh_from_db()
    assert (second.state, second.reported_on) == ("concluded", None)
    assert undone(found.id, secretary).stay == 0 and not Visit.objects.exists()


def test_a_visit_of_the_house_itself_is_not_changed_by_a_sheet():
    team, known = members(), prison()
    mine = planned(known, team, announced=True)
    found = tried("visits", [HEAD, [str(mine), None, "special", None, None]], secretary)
    assert told(found.id, secretary)[0][2] in (["sheet-not-by-sheet"], ["sheet-choice"], ["sheet-not-on-list"])


def test_a_visit_that_has_not_begun_stands_in_nobodys_file():
    team = members()
    hidden, open_one = planned(prison(), team), planned(prison("Второй дом"), team, announced=True)
    for who in (leader, member, deputy, secretary, analyst):
        assert not {str(hidden), str(open_one)} & {row[0] for row in rows(sheet_kind("visits"), by=who, country="demo")}, who.name
    assert tried("visits", [HEAD, [str(hidden), None, None, "05.03.2019"]], secretary).counts == {"refused": 1}


def test_why_a_visit_was_made_stands_in_the_register_of_head_and_secretariat_alone():
    """What the others take out says it nowhere, and brought in again changes nothing."""
    visit = begun(prison(), members(), kind="special")
    kind, announced = (1 + [column.key for column in sheet_kind("visits").columns("demo")].index(key) for key in ("kind", "announced"))
    for who in (leader, member, secretary):
        (row,) = rows(sheet_kind("visits"), by=who, country="demo")
        told = who is secretary
        assert row[0] == str(visit) and (row[kind] is not None, row[announced] is not None) == (told, told), who.name
