"""Rates of the rows that a reader may count, held against a count one by one."""

import pytest

from tests import world
from tests.followup.recommendations import making
from tests.people import analyst, auditor, foreigner, head, leader, nobody, secretary
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.services import issue, set_theme, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def six():
    """Six issued at two places, of which one is withdrawn; two claimed, one of them seen to be untrue; one verified in silence."""
    team = world.members()
    made = []
    for number, place in enumerate((world.prison("Дом первый"), world.prison("Дом второй"))):
        visit = world.concluded(place, team, announced=True)
        drafts = [making.draft(visit, addressee="lum-schools-old" if number else "lum-prison-service") for _each in range(3)]
        issue(visit_id=visit, report_number=f"2026/{number + 1}", on=making.ago(60), by=leader)
        made += drafts
    set_theme(recommendation_id=made[0], theme="health_care", by=secretary)
    making.answer(made[0], "claimed_implemented", days=10)
    making.verify(made[0], "not_implemented", days=1)
    making.answer(made[1], "claimed_implemented", days=10)
    making.verify(made[3], "implemented", days=1)
    withdraw(recommendation_id=made[5], reason="Ошибка.", by=secretary)
    return made


def told(dimension, by=analyst, **given):
    found = queries.rates(by=by, country="demo", dimension=dimension, today=making.today(), **given)
    return {group: (each.total, each.verified, each.said, each.otherwise) for group, each in found}


def test_what_is_in_force_is_counted_by_each_of_the_five(six):
    year = str(making.ago(60).year)
    assert told("year") == {year: (5, 1, 3, 1)}
    assert told("theme") == {"": (4, 1, 2, 0), "health_care": (1, 0, 1, 1)}
    assert told("authority") == {"lum-prison-service": (3, 0, 2, 1), "lum-schools": (2, 1, 1, 0)}, "whoever stands in the addressee's place today"
    assert told("region", head) == {"LU-TA": (5, 1, 3, 1)} and told("place_kind", head) == {"prison": (5, 1, 3, 1)}
    assert told("region") == {}, "no report of these visits is issued: an analyst knows of none"
    all_of_them = queries.rate_of_all(by=analyst, country="demo")
    assert (all_of_them.total, all_of_them.verified, all_of_them.said) == (5, 1, 3)


def test_days_narrow_it_and_others_are_told_nothing(six):
    assert told("year", since=making.ago(59)) == {} and told("year", until=making.ago(60)) != {}
    for by in (auditor, foreigner, nobody):
        assert all(told(dimension, by) == {} for dimension in queries.DIMENSIONS)
    assert told("theme", head) == told("theme", leader)


@pytest.mark.parametrize("dimension", queries.DIMENSIONS)
def test_it_asks_as_often_for_many_as_for_few(six, dimension, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        told(dimension)
