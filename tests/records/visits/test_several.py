"""Planning several visits at once: good ones are made, each refused one says why, and the preview says the same as the deed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import deputy, head, leader, member, secretary
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import DayGoneBy, NoDayLeft, PlaceNotOpen, PlannedAlready, UnknownCode
from tirek.records.visits.several import Wanted, judged
from tirek.registers.places.services import close_place

pytestmark = pytest.mark.django_db
DAY = (timezone.localdate().replace(day=1) + timedelta(days=70)).replace(day=14)
ASKED = {"country": "demo", "kind": "periodic", "announced": False}


def plan(wanted, by=secretary, **given):
    return services.plan_visits(wanted=wanted, by=by, **{**ASKED, **given})


def test_what_is_refused_of_one_keeps_no_other_back_and_the_preview_says_the_same():
    good, shut, taken, late, none = (world.prison(f"Дом {number}") for number in range(5))
    close_place(place_id=shut, on=DAY - timedelta(days=1), by=secretary)
    services.plan_visit(place_id=taken, first_day=DAY + timedelta(days=5), last_day=DAY + timedelta(days=5), by=secretary, **ASKED)
    wanted = [Wanted(each, DAY, DAY) for each in (good, shut, taken)] + [Wanted(late, DAY - timedelta(days=300), DAY), Wanted(none, None, None)]
    preview = judged(wanted, country="demo", by=secretary)
    assert [type(each.refusal) for each in preview] == [type(None), PlaceNotOpen, PlannedAlready, DayGoneBy, NoDayLeft]
    made = plan(wanted)
    assert [type(each.refusal) for each in made] == [type(each.refusal) for each in preview]
    assert [each.entry_id is not None for each in made] == [True, False, False, False, False]
    assert queries.plan_entry(made[0].entry_id, by=secretary).place_id == good
    assert [type(each.refusal) for each in plan(wanted[:1])] == [PlannedAlready], "sent twice, it is made once"


def test_an_entry_that_somebody_may_not_know_of_refuses_nothing():
    place = world.prison()
    services.plan_visit(place_id=place, first_day=DAY, last_day=DAY, by=deputy, **ASKED)
    for person, refused in ((deputy, True), (secretary, False), (head, False)):
        (one,) = judged([Wanted(place, DAY, DAY)], country="demo", by=person)
        assert (one.refusal is not None) == refused, person.name
    assert plan([Wanted(place, DAY, DAY)])[0].entry_id


def test_only_who_plans_plans_several():
    place = world.prison()
    with pytest.raises(NotAllowed):
        plan([Wanted(place, DAY, DAY)], by=member)
    with pytest.raises(UnknownCode):
        plan([Wanted(place, DAY, DAY)], by=leader, kind="nothing")
