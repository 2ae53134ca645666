"""What a page costs: no page asks the database more than thirty times, and none asks more often because there are more rows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.followup.recommendations.making import answer, verify
from tests.insight.reports import flow
from tests.people import head, leader, secretary
from tirek.faces.desk.visits.words import PURPOSES
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.people.services import disable_account
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.reports import services
from tirek.records.visits import services as visits
from tirek.registers.mandate.services import enter_member

pytestmark = [pytest.mark.django_db, pytest.mark.trial]
MOST = 30
HOME = 29
"""What the home asks at most: whoever brings one more question to it has room for it."""
LISTS = ("charts", "lately", "map", "map-points", "findings", "standards", "publications", "home", "plan", "visits", "places", "members", "recommendations", "recommendations-rates", "recommendations-board", "recommendations-timeline", "reports", "missions", "international", "international-calendar")
REPORT_TABS = ("report", "report-text", "report-passages", "report-documents")
VISIT_TABS = ("visit", "visit-team", "visit-access", "visit-findings", "visit-report", "visit-recommendations", "visit-history")


def asked(client, name, *args):
    """How often a page of the desk asks the database, when nothing of the session is to be written.

    The cast are demonstration persons; of everybody else it is asked too whether there is a second factor: one more.
    """
    address = reverse(f"desk:{name}", args=args)
    client.get(address)
    with CaptureQueriesContext(connection) as questions:
        answer = client.get(address)
    if answer.status_code == 302:  # a reader from outside says first what for
        client.post(answer.headers["Location"], {"purpose": next(iter(PURPOSES))})
        return asked(client, name, *args)
    assert answer.status_code == 200, name
    return len(questions) + 1


def costs(client, person, pages):
    """The cost of each page for somebody."""
    sign_in(client, person)
    return {(person.name, *map(str, page)): asked(client, *page) for page in pages}


def asked_by(client, person, name, *args):
    """The cost of one page for somebody."""
    sign_in(client, person)
    return asked(client, name, *args)


def a_round(team, number):
    """A place with a visit in every state, its reports, recommendations that were answered, and one more member."""
    place = world.prison(f"Дом {number}")
    first = timezone.localdate() + timedelta(days=20)
    visits.plan_visit(place_id=place, country="demo", kind="periodic", announced=True, first_day=first, last_day=first, by=leader)
    world.planned(place, team, announced=True)
    world.concluded(place, team)
    for bring in (flow.drafted, flow.in_review, flow.for_signature, flow.signed):
        bring(with_recommendation(place, team))
    done = with_recommendation(place, team)
    flow.issued(done)
    for each in visit_recommendations(done, by=secretary, today=timezone.localdate()):
        answer(each.id)
        verify(each.id)
    enter_member(
        country="demo", name=f"Member {number}", profession="lawyer", sex="female", languages=["ru"], term_since=first - timedelta(days=90),
        term_until=first, by=secretary,
    )  # fmt: skip
    return place


def with_recommendation(place, team):
    made = world.concluded(place, team)
    flow.recommend(made)
    return made


def grown(visit, number):
    """More of everything that a visit holds."""
    for each in range(number):
        visits.add_finding(visit_id=visit, seen=world.seen(f"В корпусе {each} темно."), by=leader)
        flow.recommend(visit, f"Осветить корпус {each}.")


def test_a_list_asks_as_often_for_many_rows_as_for_few(client, team):
    place = a_round(team, 0)
    pages = [(name,) for name in LISTS] + [("place", place)]
    people = (head, leader, secretary)
    few = [costs(client, person, pages) for person in people]
    for number in (1, 2):
        a_round(team, number)
    for _again in range(2):
        world.concluded(place, team)
    many = [costs(client, person, pages) for person in people]
    assert many == few
    for person, found in zip(people, many, strict=True):
        assert {page: cost for page, cost in found.items() if cost > MOST} == {} and found[person.name, "home"] <= HOME


def test_the_sheet_for_a_speech_asks_as_often_for_many_rows_as_for_few(client, team):
    a_round(team, 0)
    few = [costs(client, person, [("speeches",)]) for person in (head, secretary)]
    a_round(team, 1)
    many = [costs(client, person, [("speeches",)]) for person in (head, secretary)]
    assert many == few and all(cost <= MOST for found in many for cost in found.values())


def test_a_leader_who_cannot_sign_in_costs_no_page_more_than_it_may(client, team):
    place = a_round(team, 0)
    visit = world.begun(place, team)
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    found = costs(client, head, [("home",), ("visit", visit), ("visit-team", visit)])
    assert {page: cost for page, cost in found.items() if cost > MOST} == {} and found[head.name, "home"] <= HOME


@pytest.mark.parametrize("bring", [flow.drafted, flow.for_signature, flow.issued], ids=lambda each: each.__name__)
def test_a_report_asks_as_often_for_many_findings_as_for_few(client, place, team, bring):
    tabs = [tab for tab in REPORT_TABS if tab != "report-passages" or bring is not flow.issued]
    few, many = pair(client, place, team, lambda visit: bring(visit), tabs)
    assert many == few
    assert {page: cost for page, cost in many.items() if cost > MOST} == {}


def test_a_correction_asks_no_more_than_thirty_times(client, place, team):
    report = flow.issued(with_recommendation(place, team))
    new = services.correct_report(report_id=report, changes=flow.both("Исправлена опечатка."), by=secretary).value
    found = costs(client, leader, [(tab, new) for tab in (*REPORT_TABS, "report-compare", "report-recommendations", "report-add-recommendation")])
    found |= costs(client, secretary, [("report-answers", report), ("report-compare", report)])
    assert {page: cost for page, cost in found.items() if cost > MOST} == {}


@pytest.mark.parametrize("bring", [lambda visit: visit, flow.drafted, flow.issued], ids=["concluded", "drafted", "issued"])
def test_a_visit_asks_as_often_for_many_findings_as_for_few(client, place, team, bring):
    few, many = pair(client, place, team, lambda visit: bring(visit) and visit, VISIT_TABS)
    assert many == few
    assert {page: cost for page, cost in many.items() if cost > MOST} == {}


def test_a_recommendation_asks_as_often_for_many_answers_as_for_few(client, place, team):
    visit = with_recommendation(place, team)
    flow.issued(visit)
    (one,) = visit_recommendations(visit, by=secretary, today=timezone.localdate())
    answer(one.id)
    verify(one.id, outcome="not_implemented")
    few = costs(client, head, [("recommendation", one.id)])
    for word, outcome in (("in_progress", "partially_implemented"), ("claimed_implemented", "not_implemented")):
        answer(one.id, word)
        verify(one.id, outcome=outcome, text=f"After {word}.")
    many = costs(client, head, [("recommendation", one.id)])
    assert many == few
    assert max(many.values()) <= MOST


def pair(client, place, team, bring, tabs):
    """The costs of the tabs of what is made of a small visit and of a large one, for the leader and for the head."""
    found = []
    for more in (2, 6):
        visit = with_recommendation(place, team)
        grown(visit, more)
        thing = bring(visit)
        found.append({(person.name, tab): asked_by(client, person, tab, thing) for person in (leader, head) for tab in tabs})
    return found
