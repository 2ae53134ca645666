"""Members come in as a sheet, are found again by their reference, and go again when the import is taken back."""

import pytest

from tests.accounts import account_of
from tests.foundation.sheets.bringing import applied, told, tried, undone
from tests.people import member, secretary
from tests.world import members, planned, prison
from tirek.foundation.sheets import queries
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.registers.mandate.models import Member

pytestmark = pytest.mark.django_db
HEAD = ["Учётный номер", "ФИО", "Профессия", "Пол", "Регион", "Языки", "Участник с", "Участник по"]
FIRST = ["У-1", "Нора Бельт", "lawyer", "женщина", "LU-TA", "kk; ru", "01.02.2023", "31.01.2026"]
SECOND = ["У-2", "Ринат Осте", "doctor", "мужчина", None, "ru", "01.02.2023", None]


@pytest.fixture(autouse=True)
def office():
    account_of(secretary)


def test_members_come_in_change_and_go_again():
    first = applied("members", [HEAD, FIRST, SECOND, ["У-3", "Без срока", "lawyer"]], secretary)
    assert told(first.id, secretary) == [(2, "made", []), (3, "made", []), (4, "refused", ["sheet-missing"])]
    assert tried("members", [HEAD, FIRST, SECOND], secretary).counts == {"same": 2}
    second = applied("members", [HEAD, [*FIRST[:6], None, "30.06.2026"], ["У-2", None, "psychologist"]], secretary)
    found = Member.objects.get(name="Нора Бельт")
    assert (str(found.term_until), found.languages, found.sex) == ("2026-06-30", ["kk", "ru"], "female")
    assert undone(second.id, secretary).stay == 0 and undone(first.id, secretary).stay == 0
    assert not Member.objects.filter(name__in=("Нора Бельт", "Ринат Осте")).exists()


def test_a_member_who_went_somewhere_stays():
    team = members()
    kind = sheet_kind("members")
    planned(prison(), team)
    from tirek.foundation.sheets.planning import unmade
    from tirek.ground.rules.sheet_refusals import StillUsed

    with pytest.raises(StillUsed):
        unmade(kind, team["doctor"], by=secretary, country="demo")
    assert Member.objects.filter(pk=team["doctor"]).exists()


def test_who_may_take_the_list_gets_what_the_screen_shows():
    applied("members", [HEAD, FIRST], secretary)
    from tirek.foundation.sheets.listing import rows

    assert [row[1] for row in rows(sheet_kind("members"), by=member, country="demo")] == ["Нора Бельт"]
    assert queries.template("members", by=member, country="demo").startswith(b"PK")
