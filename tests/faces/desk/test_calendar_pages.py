"""The calendar's pages: what each reader finds on a day, by member and as a warning; and that a veiled visit changes not a letter for others."""

import re
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.people import analyst, conflicted, deputy, doctor, head, leader, member, secretary
from tirek.records.visits import services as visits
from tirek.records.visits.models import PlanEntry, Visit
from tirek.registers.mandate.services import enter_absence

pytestmark = pytest.mark.django_db


def pages():
    """Every page on which something planned could show."""
    today = timezone.localdate()
    day = today + timedelta(days=3)
    return [
        ("plan",), ("plan-year", day.year), ("plan-coverage",), ("plan-calendar", day.year), ("plan-month", day.year, day.month),
        ("plan-members", day.year, day.month), ("visits",), ("home",),
    ]  # fmt: skip


def letters(client, actor):
    """What the pages say to somebody, letter by letter but for the tokens of forms."""
    sign_in(client, actor)
    found = {each: page(client, *each) for each in pages()}
    return {each: (code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)) for each, (code, text) in found.items()}


def test_a_veiled_visit_changes_not_a_letter_of_any_page_for_who_may_not_know_of_it(client, place, team):
    other = world.prison("Дом у реки")
    seen = world.planned(other, team, announced=True, days=3)
    enter_absence(member_id=team["leader"], since=timezone.localdate(), until=timezone.localdate() + timedelta(days=9), by=secretary)
    outside = (head, secretary, conflicted)
    before = {actor: letters(client, actor) for actor in outside}
    with transaction.atomic():
        hidden = world.planned(place, team, days=3)
        for actor in outside:
            for each, told in letters(client, actor).items():
                assert told == before[actor][each], (actor.name, each)
        inside = letters(client, deputy)
        month = next(text for each, (_code, text) in inside.items() if each[0] == "plan-month")
        assert "goes on two visits on the same days" in month and str(hidden) in month and str(seen) in month
        transaction.set_rollback(True)
    assert Visit.objects.count() == 1 and PlanEntry.objects.count() == 1


def test_the_calendar_warns_of_what_does_not_go_together(client, place, team):
    first = timezone.localdate() + timedelta(days=3)
    visit = world.planned(place, team, announced=True, days=3)
    for about in ({"member_id": team["leader"]}, {"member_id": team["doctor"]}):
        enter_absence(**about, since=first, until=first, by=secretary)
    entry = visits.plan_visit(
        place_id=place, country="demo", kind="special", announced=True, first_day=first + timedelta(days=5), last_day=first + timedelta(days=5), by=secretary
    ).value
    sign_in(client, secretary)
    for name, *args in (("plan-calendar", first.year), ("plan-month", first.year, first.month), ("plan-members", first.year, first.month)):
        text = page(client, name, *args)[1]
        for words in ("Leader leads the visit to Тарноборский", "Doctor goes on the visit to", "is to be visited twice within two weeks"):
            assert words in text, (name, words)
    assert "twice within two weeks" in page(client, "plan-entry", entry)[1]
    assert "is away then" in page(client, "visit-team-edit", visit)[1]
    sign_in(client, conflicted)
    text = page(client, "plan-members", first.year, first.month)[1]
    assert "away" in text and "leads the visit" not in text and str(visit) not in text


def test_days_away_are_noted_told_and_taken_back(client, team, place):
    today = timezone.localdate()
    world.planned(place, team, announced=True, days=3)
    sign_in(client, doctor)
    assert reverse("desk:member-away", args=[team["doctor"]]) in page(client, "plan-members", today.year, today.month)[1]
    until = (today + timedelta(days=4)).isoformat()
    answer = client.post(reverse("desk:member-away", args=[team["doctor"]]), {"since": today.isoformat(), "until": until}, follow=True)
    assert "The days are noted" in answer.content.decode() and "Doctor goes on the visit to" in answer.content.decode()
    assert send(client, "member-away", team["doctor"], since=today.isoformat(), until=until)[0] == 422
    assert "Days away" in page(client, "member", team["doctor"])[1]
    (one,) = answer.context["noted"]
    assert send(client, "member-away-back", team["doctor"], one.id)[0] == 302
    assert "No days away are noted" in page(client, "member-away", team["doctor"])[1]
    sign_in(client, member)
    assert page(client, "member-away", team["doctor"])[0] == 403


def test_a_month_that_nobody_plans_in_is_not_there(client):
    sign_in(client, head)
    assert [page(client, "plan-month", *each)[0] for each in ((2026, 13), (1999, 1), (2026, 12), (2100, 12), (2000, 1))] == [404, 404, 200, 200, 200]
    sign_in(client, analyst)
    assert page(client, "plan-calendar", 2026)[0] == 403


def test_a_holiday_has_its_name_in_the_month(client):
    sign_in(client, head)
    client.cookies["language"] = "ru"
    assert 'class="off' in page(client, "plan-month", 2026, 1)[1] and "Новый год" in page(client, "plan-month", 2026, 1)[1]


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_every_page_of_the_calendar_opens_in_every_language(client, place, team, language):
    world.planned(place, team, announced=True, days=3)
    sign_in(client, secretary)
    client.cookies["language"] = language
    for name, *args in (*pages(), ("member-away", team["doctor"])):
        assert page(client, name, *args)[0] == 200, name
    first = page(client, "plan-month", 2026, 1)[1].partition("<h1>")[2][0]
    assert first == first.upper(), "a heading begins with a capital letter, also where months do not"


def test_what_a_leader_knows_of_stands_in_the_month_with_its_members(client, place, team):
    visit = world.planned(place, team, days=3)
    day = timezone.localdate() + timedelta(days=3)
    sign_in(client, leader)
    assert str(visit) in page(client, "plan-month", day.year, day.month)[1]
    text = page(client, "plan-members", day.year, day.month)[1]
    assert 'class="busy"' in text and "(leader)" in text
    visits.cancel(visit_id=visit, reason="Дорогу размыло.", by=leader)
    assert str(visit) not in page(client, "plan-month", day.year, day.month)[1]


def test_a_page_that_is_loaded_again_makes_no_second_address(client):
    sign_in(client, leader)
    sign = {"holds": "places", "once": "abc"}
    assert ".ics" in client.post("/accounts/calendar/new/", sign).content.decode()
    again = client.post("/accounts/calendar/new/", sign, follow=True).content.decode()
    assert again.count("End this address") == 1 and "made already" in again
    assert ".ics" in client.post("/accounts/calendar/new/", {**sign, "once": "def"}).content.decode()
