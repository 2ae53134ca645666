"""Planned days lie ahead, within the years of the plan, and are no more than a visit takes; who brings in older plans says when they were made."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import conflicted, leader, secretary
from tirek.foundation.jurisdictions.queries import longest_visit
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import DatesWrong, DayGoneBy, MomentAhead, PlannedTooFar, VisitTooLong

pytestmark = pytest.mark.django_db


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


FAR = date(timezone.localdate().year + 73, 12, 10)
IMPOSSIBLE = [
    (date(1999, 3, 1), date(1999, 3, 2), DayGoneBy),
    (today(-1), today(1), DayGoneBy),
    (today(15), FAR, VisitTooLong),
    (today(15), today(75), VisitTooLong),
    (FAR, FAR, PlannedTooFar),
    (today(15), today(14), DatesWrong),
]


@pytest.fixture
def place():
    return world.prison()


def entered(place, first, last, **given):
    return services.plan_visit(
        place_id=place, country="demo", kind="periodic", announced=False, first_day=first, last_day=last, by=secretary, **given
    ).value


@pytest.mark.parametrize(("first", "last", "refusal"), IMPOSSIBLE)
def test_an_impossible_plan_is_refused_when_entered_changed_or_moved(place, first, last, refusal):
    with pytest.raises(refusal):
        entered(place, first, last)
    entry = entered(place, today(), today(59))
    with pytest.raises(refusal):
        services.change_plan_entry(entry_id=entry, kind="special", announced=False, first_day=first, last_day=last, by=secretary)
    visit = world.planned(place, world.members())
    with pytest.raises(refusal):
        services.postpone(visit_id=visit, starts_on=first, ends_on=last, by=leader)
    facts = queries.visit(visit, by=leader)
    assert (facts.starts_on, facts.ends_on) == (today(3), today(4))
    assert longest_visit("demo") == 60


def test_the_plan_reaches_to_the_end_of_the_year_after_next(place):
    end = date(timezone.localdate().year + 2, 12, 31)
    entered(place, end, end)
    with pytest.raises(VisitTooLong):
        entered(place, end, end + timedelta(days=1))


def test_an_entry_whose_days_went_by_can_still_be_described_better(place):
    entry = entered(place, today(-20), today(-19), on=today(-30))
    days = {"first_day": today(-20), "last_day": today(-19)}
    services.change_plan_entry(entry_id=entry, kind="special", announced=False, purpose="Уточнено", by=secretary, **days)
    assert queries.plan_entry(entry, by=secretary).purpose == "Уточнено"


def test_a_plan_that_is_brought_in_was_made_on_a_day_that_has_been(place):
    with pytest.raises(MomentAhead):
        entered(place, today(5), today(5), on=today(1))
    with pytest.raises(DayGoneBy):
        entered(place, today(-20), today(-19), on=today(-10))


def test_a_stranger_to_a_hidden_visit_learns_nothing_from_impossible_days(place):
    visit = world.planned(place, world.members())
    for first, last, _refusal in IMPOSSIBLE:
        with pytest.raises(NotFound):
            services.postpone(visit_id=visit, starts_on=first, ends_on=last, by=conflicted)
