"""Pages show the days on which a visit was, and say on which it had been planned; the day by which its report is due runs from its real end."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.people import head, leader, secretary
from tirek.faces.desk.plan.year import coverage_of
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ui.formats import day, span
from tirek.insight.reports.queries import waiting_for
from tirek.records.visits import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved():
    """A visit planned for eight days ahead that was from three days ago until yesterday: its place and its id."""
    place = world.prison()
    visit = world.planned(place, world.members(), days=8)
    services.begin(visit_id=visit, by=leader, at=timezone.now() - timedelta(days=3), because=world.WHY)
    services.end(visit_id=visit, by=leader, at=timezone.now() - timedelta(days=1))
    return place, visit


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def page(client, name, *args):
    return client.get(reverse(f"desk:{name}", args=args)).content.decode()


def test_the_visit_shows_its_real_days_and_what_had_been_planned(client, moved):
    sign_in(client, leader)
    text = page(client, "visit", moved[1])
    assert str(span(today(-3), today(-1))) in text and "Planned for" in text and str(span(today(8), today(9))) in text


def test_the_place_s_time_line_shows_the_real_day_alone(client, moved):
    sign_in(client, secretary)
    text = page(client, "place", moved[0])
    assert str(day(today(-3))) in text and str(day(today(8))) not in text


def test_coverage_and_the_report_s_term_run_from_the_real_days(moved):
    covered = coverage_of(today(-3).year, head, "demo", today())
    assert covered is not None and covered.visited == 1
    (left,) = waiting_for(by=leader, country="demo").visits
    assert left.due_on == due("demo", "report", today(-1))
