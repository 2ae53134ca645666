"""A personal calendar as a program outside reads it, by a parser that is not ours: the least that helps, no place of an unannounced visit, nothing without the address."""

import logging
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from tests import world
from tests.accounts import account_of, sign_in
from tests.followup.recommendations import making
from tests.people import administrator, conflicted, focal, head, leader, member, secretary
from tirek.followup.international.services import enter_due
from tirek.followup.recommendations.services import hand_over, move_due
from tirek.foundation.feeds.models import CalendarAddress
from tirek.foundation.feeds.services import make_address
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.people.models import Account
from tirek.project.logs import pattern_of, words_of
from tirek.records.visits import services as visits

pytestmark = pytest.mark.django_db
PLACE = "Тарноборский исправительный дом"
OTHER = "Старый мост, изолятор"


def address(by=member, days_alone=False):
    return f"/calendar/{make_address(country='demo', days_alone=days_alone, by=by).value}.ics"


def read(path, **given):
    answer = Client(HTTP_HOST="localhost").get(path, **given)
    assert answer.status_code == 200 and not answer.cookies
    return list(Calendar.from_ical(answer.content).walk("VEVENT")), answer


def titles(by=member, days_alone=False):
    return [str(each["SUMMARY"]) for each in read(address(by, days_alone))[0]]


@pytest.fixture
def two_visits(place, team):
    """One announced, one not, both ahead: leader, member and doctor go on both."""
    open_one = world.planned(place, team, announced=True)
    hidden = world.planned(world.prison(OTHER), team, announced=False, days=20)
    return open_one, hidden


def test_an_announced_visit_stands_with_its_place_and_an_unannounced_one_not_at_all(two_visits):
    events, answer = read(address())
    [one] = events
    first = date.today() + timedelta(days=3)
    assert (str(one["SUMMARY"]), str(one["LOCATION"])) == ("Visit", PLACE) and (one["DTSTART"].dt, one["DTEND"].dt) == (first, first + timedelta(days=2))
    assert one["URL"].endswith(f"/desk/visits/{two_visits[0]}/")
    for told in (OTHER, str(two_visits[1]), "periodic", "unannounced", "Leader"):
        assert told not in answer.content.decode().replace("\r\n ", "")


def test_with_days_alone_both_look_exactly_alike_and_nothing_leads_to_either(two_visits):
    events, answer = read(address(days_alone=True))
    told = answer.content.decode().replace("\r\n ", "")
    assert [str(each["SUMMARY"]) for each in events] == ["Visit", "Visit"] and {frozenset(each) for each in events} == {frozenset(events[0])}
    for secret in (PLACE, OTHER, "Тарнобор", *map(str, two_visits), "desk/visits", "periodic", member.id):
        assert secret not in told
    assert {len(str(each["UID"])) for each in events} == {40}


def test_also_a_hidden_visit_that_has_begun_never_shows_its_place(place, team):
    world.begun(place, team, announced=False)
    assert PLACE not in read(address())[1].content.decode().replace("\r\n ", "") and titles(days_alone=True) == ["Visit"]


def test_whoever_does_not_go_or_left_the_delegation_has_nothing_of_it(two_visits, team):
    for who in (head, secretary, conflicted):
        account_of(who)
        assert titles(who) == titles(who, days_alone=True) == []
    visits.set_delegation(visit_id=two_visits[1], delegates=[(team["leader"], "leader"), (team["doctor"], "doctor")], by=leader)
    assert titles(days_alone=True) == ["Visit"]


def test_an_event_keeps_its_name_for_one_address_and_has_another_for_each_other(two_visits):
    first, second = address(days_alone=True), address(leader, days_alone=True)
    names = [{str(each["UID"]) for each in read(path)[0]} for path in (first, first, second)]
    assert names[0] == names[1] and not names[0] & names[2]


def test_days_of_what_one_follows_up_stand_by_number_and_of_nobody_elses(place, team):
    issued = making.issued(world.concluded(place, team))
    on = today("demo") + timedelta(days=10)
    move_due(recommendation_id=issued, due_on=on, reason="Просили время.", by=secretary)
    hand_over(recommendation_id=issued, caretaker=member.id, by=secretary)
    [one] = [each for each in read(address())[0] if "due" in str(each["SUMMARY"])]
    assert str(one["SUMMARY"]).startswith("Answer due: ") and one["DTSTART"].dt == on and one["TRANSP"] == "TRANSPARENT"
    assert not any("due" in each for each in titles(leader))
    making.answer(issued, "claimed_implemented")
    assert [each.partition(":")[0] for each in titles() if "due" in each] == ["Verification due"]


def test_what_is_due_to_an_international_body_names_the_body_alone(team):
    name = making.words("Доклад Комитету о случае в Тарноборе")
    enter_due(country="demo", procedure="cat", name=name, due_on=today("demo") + timedelta(days=40), source="Письмо", by=secretary)
    assert titles() == ["Due: Committee against Torture (CAT)"]


def test_what_opens_nothing_is_answered_alike(two_visits):
    good = address()
    ended = address()
    browser = sign_in(Client(), member)
    newest = CalendarAddress.objects.order_by("-made_at").first()
    assert browser.post(f"/accounts/calendar/{newest.pk}/end/").status_code == 302
    paths = (ended, good.replace(good[10:14], "xxxx"), "/calendar/x.ics")
    answers = [Client(HTTP_HOST="localhost").get(path) for path in paths]
    assert {each.status_code for each in answers} == {404} and not any(each.cookies for each in answers)
    assert len({each.content.decode().replace(path, "") for path, each in zip(paths, answers, strict=True)}) == 1
    assert read(good)[0]


def test_no_cache_keeps_it_no_engine_lists_it_and_what_did_not_change_is_not_sent_again(two_visits):
    path = address()
    answer = read(path)[1]
    assert answer["Cache-Control"] == "private, no-cache" and "noindex" in answer["X-Robots-Tag"] and answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert Client(HTTP_HOST="localhost").get(path, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    Account.objects.filter(pk=member.id).update(language="kk")
    assert Client(HTTP_HOST="localhost").get(path, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 200
    assert Client(HTTP_HOST="localhost").post(path).status_code == 405


def test_the_log_never_holds_the_address():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", ("/calendar/verysecret.ics",), None)
    assert "verysecret" not in words_of(record) and pattern_of("/calendar/verysecret.ics") == "/calendar/<str:secret>.ics"


def test_a_reading_costs_few_questions(two_visits, django_assert_max_num_queries):
    path = address()
    read(path)
    with django_assert_max_num_queries(16):
        read(path)


def test_the_own_page_makes_an_address_that_is_shown_once_and_ends_it(team):
    browser = sign_in(Client(), member)
    assert "No address yet" in browser.get("/accounts/calendar/").content.decode()
    shown = browser.post("/accounts/calendar/new/", {"holds": "days"}).content.decode()
    path = "/calendar/" + shown.partition("data-whole>")[2].partition("</textarea>")[0].rpartition("/")[2]
    assert path.endswith(".ics") and read(path)[0] == []
    listed = browser.get("/accounts/calendar/").content.decode()
    assert path not in listed and "with its days alone" in listed and "not yet" not in listed
    browser.post(f"/accounts/calendar/{CalendarAddress.objects.get().pk}/end/")
    assert Client(HTTP_HOST="localhost").get(path).status_code == 404


def test_making_one_asks_who_is_there_and_somebody_without_a_role_in_the_mechanism_is_offered_none():
    browser = sign_in(Client(), secretary)
    session = browser.session
    session["confirmed_at"] = 0
    session.save()
    assert browser.post("/accounts/calendar/new/", {"holds": "days"}).status_code in (200, 302)
    outside = sign_in(Client(), focal)
    assert "Make an address" not in outside.get("/accounts/calendar/").content.decode()
    assert outside.post("/accounts/calendar/new/", {"holds": "days"}).status_code == 403 and not CalendarAddress.objects.filter(owner=focal.id).exists()


def test_the_administrator_sees_on_the_account_that_a_program_reads_its_calendar(team):
    read(address())
    told = " ".join(sign_in(Client(), administrator).get(f"/desk/accounts/{member.id}/").content.decode().split())
    assert "1 address · last read" in told and "ends with the sessions" in told
