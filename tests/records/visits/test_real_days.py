"""A visit has the days on which it was: planned until it begins, real from then on, with the planned ones beside. Everything that counts follows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.people import analyst, conflicted, head, leader, nobody, secretary
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import BegunTooEarly, WarningsUndecided
from tirek.registers.mandate.services import end_term, enter_member
from tirek.registers.places.services import change_authority, rename_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return world.prison()


@pytest.fixture
def team():
    return world.members()


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def moment(days):
    """This time of the day so many days before today."""
    return timezone.now() - timedelta(days=days)


def days_of(visit):
    facts = queries.visit(visit, by=leader)
    return facts.starts_on, facts.ends_on


def test_a_visit_that_begins_before_its_planned_day_takes_its_real_days(place, team):
    visit = world.planned(place, team, days=8)
    services.begin(visit_id=visit, by=leader, at=moment(3), because=world.WHY)
    assert days_of(visit) == (today(-3), today(-2)), "as long as planned, until it ends"
    services.end(visit_id=visit, by=leader, at=moment(1))
    facts = queries.visit(visit, by=head)
    assert days_of(visit) == (today(-3), today(-1))
    assert (facts.planned_first, facts.planned_last) == (today(8), today(9)) and facts.moved


def test_a_visit_on_its_planned_days_has_not_moved(place, team):
    visit = world.planned(place, team, days=0)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert not queries.visit(visit, by=leader).moved


def test_a_visit_cannot_have_begun_a_year_ago(place, team):
    visit = world.planned(place, team)
    with pytest.raises(BegunTooEarly):
        services.begin(visit_id=visit, by=leader, at=moment(365), because=world.WHY)
    assert queries.visit(visit, by=leader).state == "planned" and days_of(visit) == (today(3), today(4))
    services.begin(visit_id=visit, by=leader, at=moment(100), because=world.WHY)


def test_the_last_visit_of_a_place_and_the_lists_know_the_real_day(place, team):
    visit = world.planned(place, team, days=8)
    services.begin(visit_id=visit, by=leader, at=moment(3), because=world.WHY)
    assert queries.last_visits(country="demo") == {place: today(-3)}
    assert queries.last_visits(country="demo", until=today()) == {place: today(-3)}
    assert queries.last_visits(country="demo", until=today(-4)) == {}
    services.end(visit_id=visit, by=leader, at=moment(2))
    (line,) = queries.visits_of_place(place, by=head, country="demo")
    assert (line.starts_on, line.ends_on) == (today(-3), today(-2))
    assert queries.visits(by=head, country="demo", filters=queries.VisitFilters(since=today(-1))) == ()
    assert len(queries.visits(by=head, country="demo", filters=queries.VisitFilters(since=today(-3), until=today(-2)))) == 1


def test_an_ended_visit_keeps_nobody_from_another_one(place, team):
    visit = world.planned(place, team, days=0)
    services.begin(visit_id=visit, by=leader, at=moment(5), because=world.WHY)
    busy = {"by": leader, "country": "demo"}
    assert queries.busy_members(first=today(1), last=today(2), **busy) == {}, "its days are over, though it was planned for these"


def test_a_visit_before_its_planned_day_stays_hidden_until_it_begins(place, team):
    visit = world.planned(place, team, days=8)
    with pytest.raises(BegunTooEarly):
        services.begin(visit_id=visit, by=leader, at=moment(400), because=world.WHY)
    for stranger in (head, secretary, conflicted, analyst, nobody):
        with pytest.raises(NotFound):
            services.begin(visit_id=visit, by=stranger, at=moment(400), because=world.WHY)
        with pytest.raises(NotFound):
            queries.visit(visit, by=stranger)
        assert queries.visits(by=stranger, country="demo") == ()
    assert queries.last_visits(country="demo") == {}


def test_the_team_is_weighed_for_the_real_days(place, team):
    visit = world.planned(place, team, days=8)
    end_term(member_id=team["member"], on=today(6), reason="Перешла на другую работу.", by=secretary)
    assert {each.code for each in queries.warnings(visit, by=leader) if not each.reason} == {"term-over"}
    services.begin(visit_id=visit, by=leader, at=moment(2), because=world.WHY)
    assert not [each for each in queries.warnings(visit, by=leader) if each.code == "term-over"], "on the real days the term runs"


def test_a_warning_that_only_the_real_days_bring_waits_for_the_leader_afterwards(client, place, team):
    visit = world.planned(place, team, days=3)
    newcomer = enter_member(country="demo", name="Новая Анна", profession="lawyer", sex="female", languages=["ru"], term_since=today(), by=secretary).value
    whole = [(team["leader"], "leader"), (team["member"], "member"), (team["doctor"], "doctor"), (newcomer, "member")]
    services.set_delegation(visit_id=visit, delegates=whole, by=leader)
    assert all(each.reason for each in queries.warnings(visit, by=leader))
    services.begin(visit_id=visit, by=leader, at=moment(2), because=world.WHY)
    (left,) = [each for each in queries.warnings(visit, by=leader) if not each.reason]
    assert (left.code, left.about) == ("term-over", str(newcomer))
    sign_in(client, leader)
    assert "The leader decides about 1 warning" in client.get(reverse("desk:visit-access", args=[visit])).content.decode()
    told = {"code": left.code, "about": left.about, "reason": "Назначена на другой день после посещения."}
    assert client.post(reverse("desk:visit-warning", args=[visit]), told).status_code == 302
    assert all(each.reason for each in queries.warnings(visit, by=leader))


def test_what_was_undecided_before_the_gate_still_holds_it_up(place, team):
    visit = world.planned(place, team)
    services.prepare_visit(visit_id=visit, joint_with_spt=False, languages=["ug"], by=leader)
    with pytest.raises(WarningsUndecided):
        services.begin(visit_id=visit, by=leader, at=moment(2), because=world.WHY)
    assert days_of(visit) == (today(3), today(4))


def test_the_authority_and_the_name_are_those_of_the_real_day(place, team):
    change_authority(place_id=place, authority="lum-care", since=today(-1), by=secretary)
    rename_place(place_id=place, name=Words.of({"ru": "Новое имя", "kk": "Жаңа атау"}), since=today(-1), by=secretary)
    visit = world.planned(place, team, days=3)
    assert queries.visit(visit, by=leader).authority_code == "lum-care"
    services.begin(visit_id=visit, by=leader, at=moment(3), because=world.WHY)
    facts = queries.visit(visit, by=leader)
    assert facts.authority_code == "lum-prison-service" and facts.place_name.in_("ru") == "Тарноборский исправительный дом"
