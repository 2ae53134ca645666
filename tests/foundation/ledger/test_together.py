"""Several acts in one transaction: what is refused of one keeps no other back, what stops the whole leaves nothing, and a trial leaves nothing either."""

from uuid import uuid4

import pytest

from tests import world
from tests.people import secretary
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.together import together
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
