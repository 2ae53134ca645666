"""Meetings and the closing talk are on days of the visit, or soon after it; a promise is for the day of the talk or later."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import leader
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import AfterVisit, BeforeVisit, MomentAhead, PromiseBeforeTalk

pytestmark = pytest.mark.django_db


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def visit():
    """A visit that has been under way for two days."""
    return world.begun(world.prison(), world.members(), hours=48)


@pytest.fixture
def old():
    """A visit that began a hundred days ago and ended on the next day."""
    visit = world.begun(world.prison(), world.members(), hours=2400)
    services.end(visit_id=visit, by=leader, at=timezone.now() - timedelta(days=99))
    return visit


def meet(visit, days):
    services.add_meeting(visit_id=visit, with_whom="officials", held_on=today(days), by=leader)


def talk(visit, days, until=None):
    services.record_closing_talk(visit_id=visit, held_on=today(days), with_whom="начальник", promises=[("починить свет", "", until)], by=leader)


@pytest.mark.parametrize("hold", [meet, talk])
@pytest.mark.parametrize(("days", "refusal"), [(1, MomentAhead), (365 * 4, MomentAhead), (-3, BeforeVisit), (-365 * 27, BeforeVisit)])
def test_what_is_held_in_a_visit_lies_between_its_beginning_and_today(visit, hold, days, refusal):
    with pytest.raises(refusal):
        hold(visit, days)
    assert queries.meetings(visit, by=leader) == () and queries.closing_talk(visit, by=leader) is None


@pytest.mark.parametrize("hold", [meet, talk])
@pytest.mark.parametrize("days", [-2, 0])
def test_its_first_day_and_today_are_days_of_the_visit(visit, hold, days):
    hold(visit, days)


@pytest.mark.parametrize("hold", [meet, talk])
def test_officials_are_met_also_within_sixty_days_after_its_end(old, hold):
    hold(old, -39)
    with pytest.raises(AfterVisit):
        hold(old, -38)


def test_a_promise_is_for_the_day_of_the_talk_or_later(visit):
    with pytest.raises(PromiseBeforeTalk):
        talk(visit, -1, until=today(-2))
    assert queries.closing_talk(visit, by=leader) is None
    talk(visit, -1, until=today(-1))
    talk(visit, -1, until=today(30))
    talk(visit, -1)
