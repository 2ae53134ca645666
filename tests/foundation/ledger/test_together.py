"""Several acts in one transaction: what is refused of one keeps no other back, what stops the whole leaves nothing, and a trial leaves nothing either."""

from uuid import uuid4

import pytest
from django.db import connection

from tests import world
from tests.insight.reports.test_at_once import at_once
from tests.people import secretary
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.together import together
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.registers.places.models import Place
from tirek.registers.places.services import correct_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    return [world.prison(f"Дом {number}") for number in range(3)]


def moving(places, tried=False, breaks=None, **given):
    def work(key):
        if key == places[2] and breaks:
            raise breaks
        correct_region(place_id=key, region="LU-OR", by=secretary)

    return together([places[0], uuid4(), *places], work, rows=Place.objects.all(), tried=tried, **given)


def moved():
    return Place.objects.filter(region="LU-OR").count()


def test_each_once_and_the_refused_one_is_told(places):
    before = Entry.objects.count()
    found = moving(places)
    assert [type(each) for each in found.values()] == [type(None), NotFound, type(None), type(None)] and moved() == 3
    assert Entry.objects.count() == before + 3


@pytest.mark.parametrize("breaks", [NotAllowed(), RuntimeError("the server fell")])
def test_what_stops_the_whole_leaves_nothing(places, breaks):
    before = Entry.objects.count()
    with pytest.raises(type(breaks)):
        moving(places, breaks=breaks, stops=(NotAllowed,))
    assert (moved(), Entry.objects.count()) == (0, before)


def test_a_trial_says_the_same_and_leaves_nothing(places):
    before = Entry.objects.count()
    assert [each is None for each in moving(places, tried=True).values()] == [True, False, True, True]
    assert (moved(), Entry.objects.count()) == (0, before)


@pytest.mark.django_db(transaction=True)
def test_several_and_one_at_the_same_moment_wait_for_each_other_and_none_is_lost():
    if connection.vendor == "sqlite":
        pytest.skip("an in-memory database has one connection; the same test runs on PostgreSQL")
    found = [world.prison(f"Дом {number}") for number in range(8)]
    orders = ("LU-OR", found), ("LU-TA", found[::-1]), ("LU-OR", found[2:6]), ("LU-TA", found[::2])

    def moving_to(region, wanted):
        return together(wanted, lambda key: correct_region(place_id=key, region=region, by=secretary), rows=Place.objects.all(), tried=False)

    outcomes = at_once(
        *(lambda order=order: moving_to(*order) for order in orders * 2), *(lambda key=key: correct_region(place_id=key, region="LU-OR", by=secretary) for key in found)
    )
    assert [len(each) for each in outcomes[:8]] == [8, 8, 4, 4] * 2, "a deed that met another one was broken off"
    assert verify().holds
