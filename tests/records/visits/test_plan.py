"""The plan: who sees an entry, how it changes, and whom a delegation finds free without learning of hidden visits."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import EVERYBODY, conflicted, deputy, head, leader, member, secretary
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.visibility import plan_entry_visible
from tirek.records.visits import queries, services
from tirek.records.visits.models import PlanEntry
from tirek.records.visits.refusals import DatesWrong, PlaceNotOpen, UnknownCode
from tirek.registers.places.services import close_place

pytestmark = pytest.mark.django_db
FIRST = timezone.localdate() + timedelta(days=200)
DAYS = {"first_day": FIRST, "last_day": FIRST + timedelta(days=2)}


@pytest.fixture
def place():
    return world.prison()


def entered(place, by=secretary, announced=True, **given):
    asked = {"kind": "periodic", **DAYS, **given}
    return services.plan_visit(place_id=place, country="demo", announced=announced, by=by, **asked).value


def test_every_person_sees_exactly_the_entries_of_the_rule(place):
    made = {}
    for announced, organiser in itertools.product((True, False), (secretary, leader, member)):
        by, further = (organiser, ()) if organiser != member else (deputy, (member.id,))
        made[entered(place, by=by, announced=announced, organisers=further)] = (announced, {by.id, *further})
    for person in (*EVERYBODY, deputy):
        seen = set(PlanEntry.objects.visible_to(person, "demo").values_list("pk", flat=True))
        expected = {
            key for key, (announced, organisers) in made.items()
            if plan_entry_visible(country="demo", announced=announced, organisers=frozenset(organisers), visit_begun=False, actor=person)
        }  # fmt: skip
        assert seen == expected, person.name


def test_an_entry_of_a_begun_visit_is_open_to_leaders_but_the_visit_itself_is_not(place):
    visit = world.planned(place, world.members())
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    (seen,) = queries.plan_entries(by=head, country="demo")
    assert seen.visit_id == visit
    from tests.people import person
    from tirek.ground.rules.actors import Role

    other = person("other-leader", Role.LEADER)
    (seen,) = queries.plan_entries(by=other, country="demo")
    assert seen.visit_id is None and queries.plan_entry(seen.id, by=other).visit_id is None


def test_a_proposed_entry_is_changed_and_its_organisers_only_grow(place):
    entry = entered(place, announced=False, organisers=(member.id,))
    services.change_plan_entry(entry_id=entry, kind="special", announced=False, purpose="Две жалобы", organisers=(head.id,), by=secretary, **DAYS)
    facts = queries.plan_entry(entry, by=secretary)
    assert (facts.kind, facts.purpose, set(facts.organisers)) == ("special", "Две жалобы", {secretary.id, member.id, head.id})
    with pytest.raises(UnknownCode):
        services.change_plan_entry(entry_id=entry, kind="nothing", announced=True, by=secretary, **DAYS)
    with pytest.raises(DatesWrong):
        services.change_plan_entry(entry_id=entry, kind="special", announced=True, first_day=FIRST, last_day=FIRST - timedelta(days=1), by=secretary)
    with pytest.raises(NotAllowed):
        services.change_plan_entry(entry_id=entry, kind="special", announced=False, by=member, **DAYS)
    with pytest.raises(NotFound):
        services.change_plan_entry(entry_id=entry, kind="special", announced=False, by=leader, **DAYS)
    services.approve_plan_entry(entry_id=entry, by=secretary)
    with pytest.raises(IllegalMove):
        services.change_plan_entry(entry_id=entry, kind="special", announced=False, by=secretary, **DAYS)


def test_whoever_hides_an_announced_entry_organises_it_and_does_not_lose_it(place):
    entry = entered(place)
    services.change_plan_entry(entry_id=entry, kind="periodic", announced=True, purpose="Вода", by=leader, **DAYS)
    assert set(queries.plan_entry(entry, by=leader).organisers) == {secretary.id}
    services.change_plan_entry(entry_id=entry, kind="periodic", announced=False, by=leader, **DAYS)
    assert set(queries.plan_entry(entry, by=leader).organisers) == {secretary.id, leader.id}
    with pytest.raises(NotFound):
        queries.plan_entry(entry, by=head)


def test_a_place_that_does_not_work_on_the_day_is_not_planned(place):
    close_place(place_id=place, on=FIRST - timedelta(days=1), by=secretary)
    with pytest.raises(PlaceNotOpen):
        entered(place)
    entered(place, first_day=FIRST - timedelta(days=2), last_day=FIRST - timedelta(days=1))


def test_a_list_of_visits_counts_searches_and_pages_only_what_its_reader_may_know_of(place):
    team = world.members()
    for announced in (True, False):
        world.planned(place, team, announced=announced)
    for reader, number in ((head, 1), (deputy, 2), (leader, 2), (conflicted, 0)):
        for asked in (queries.VisitFilters(), queries.VisitFilters(text="ТАРНОБОР"), queries.VisitFilters(kind="periodic", state="planned")):
            assert queries.visit_count(by=reader, country="demo", filters=asked) == number
            assert len(queries.visits(by=reader, country="demo", filters=asked)) == number
        assert queries.visit_count(by=reader, country="demo", filters=queries.VisitFilters(text="нигде")) == 0
    assert len(queries.visits(by=deputy, country="demo", start=1, size=1)) == 1


def test_a_member_on_a_hidden_visit_looks_free_to_everybody_outside_it(place):
    team = world.members()
    first = timezone.localdate()
    hidden = world.planned(place, team)
    days = {"first": first, "last": first + timedelta(days=10), "country": "demo"}
    assert queries.busy_members(by=head, **days) == {}
    assert set(queries.busy_members(by=deputy, **days)) == {team["leader"], team["member"], team["doctor"]}
    assert queries.busy_members(by=deputy, but=hidden, **days) == {}
    assert queries.busy_members(by=deputy, first=first + timedelta(days=30), last=first + timedelta(days=31), country="demo") == {}
    services.begin(visit_id=hidden, by=leader, because=world.WHY)
    assert set(queries.busy_members(by=head, **days)) == {team["leader"], team["member"], team["doctor"]}
