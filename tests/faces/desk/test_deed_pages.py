"""The page of plan and deed."""

import pytest
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.people import deputy, head, leader, member, secretary
from tirek.records.visits import services as visits

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


def test_what_was_planned_done_and_left_is_told_with_reasons_and_denominators(client, place, team):
    sign_in(client, head)
    assert "Nothing to compare yet" in page(client, "plan-deed", YEAR)[1]
    world.begun(place, team)
    hidden = world.planned(place, team, days=0)
    visits.cancel(visit_id=hidden, reason="Мост закрыт.", by=leader)
    today = timezone.localdate()
    entry = visits.plan_visit(place_id=place, country="demo", kind="special", announced=True, first_day=today, last_day=today, by=secretary).value
    assert send(client, "plan-drop", entry, reason="Опоздали с заявкой.")[0] == 302
    assert "Опоздали с заявкой." in page(client, "plan-entry", entry)[1]
    text = page(client, "plan-deed", YEAR)[1]
    assert "Опоздали с заявкой." in text and "Мост закрыт." not in text and "50% (1 of 2)" in text and "0% (0 of 1)" in text
    sign_in(client, deputy)
    text = page(client, "plan-deed", YEAR)[1]
    assert "Мост закрыт." in text and "33% (1 of 3)" in text
    assert page(client, "plan-deed", YEAR - 1)[0] == 200 and page(client, "plan-deed", 1900)[0] == 404
    sign_in(client, member)
    assert page(client, "plan-deed", YEAR)[0] == 403


def test_a_reason_that_could_name_somebody_is_not_kept_unasked(client, place):
    today = timezone.localdate()
    entry = visits.plan_visit(place_id=place, country="demo", kind="special", announced=True, first_day=today, last_day=today, by=secretary).value
    sign_in(client, secretary)
    answer = client.post(f"/desk/plan/{entry}/drop/", {"reason": "Жаловался Петров А.В."}, follow=True)
    assert "dropped; it stays" not in answer.content.decode() and "Drop the entry" in answer.content.decode()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_the_page_opens_in_every_language(client, place, team, language):
    world.begun(place, team)
    sign_in(client, secretary)
    client.cookies["language"] = language
    assert page(client, "plan-deed", YEAR)[0] == 200
