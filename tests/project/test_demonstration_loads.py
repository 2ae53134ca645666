"""The invented country is told once: a second telling changes nothing, a killed one goes on where it stopped."""

from datetime import date

import pytest

from tirek.foundation.people.queries import demonstration_people
from tirek.ground.rules.actors import SYSTEM
from tirek.project.demonstration.members import load_members, members_by_key
from tirek.project.demonstration.members import stories as member_stories
from tirek.project.demonstration.people import load_people
from tirek.project.demonstration.places import load_places, places_by_code
from tirek.project.demonstration.places import stories as place_stories
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.visits import stories as visit_stories
from tirek.project.demonstration.visits import visits_by_code
from tirek.project.demonstration.year import load_year
from tirek.records.visits import queries as visits
from tirek.registers.mandate.queries import member, members
from tirek.registers.places.queries import place, places

pytestmark = pytest.mark.django_db


def nothing():
    """No dots on the terminal of a test."""


@pytest.fixture
def registers():
    load_people()
    load_places(nothing)
    load_members(nothing)


def every():
    return places(by=SYSTEM, country="demo"), members(by=SYSTEM, country="demo")


def test_every_told_place_and_member_stands_once(registers):
    found_places, found_members = every()
    assert len(found_places) == len(place_stories()) == len(places_by_code())
    assert len(found_members) == len(member_stories()) == len(members_by_key(Telling()))
    assert 10 <= len(found_places) <= 15
    assert len({one.kind for one in found_places}) == 9


def test_a_second_telling_changes_nothing(registers):
    before = every()
    load_places(nothing)
    load_members(nothing)
    assert every() == before


def test_a_killed_telling_goes_on_where_it_stopped():
    load_people()

    class Killed(BaseException):
        pass

    told = []

    def kill():
        told.append(1)
        if len(told) == 5:
            raise Killed

    with pytest.raises(Killed):
        load_places(kill)
    assert len(places(by=SYSTEM, country="demo")) == 5
    load_places(nothing)
    assert len(places(by=SYSTEM, country="demo")) == len(place_stories())


def test_the_registers_hold_a_merger_other_names_other_authorities_and_an_unofficial_place(registers):
    ids = places_by_code()

    def told(code):
        return place(ids[code], by=SYSTEM, country="demo")

    assert told("small-ford").merged_into.place_id == ids["stone-ford"]
    assert told("old-bridge").name_on(date(2013, 12, 31)).in_("ru") != told("old-bridge").name_on(date(2014, 1, 1)).in_("ru")
    assert [told("house-hospital").authority_code_on(date(year, 1, 1)) for year in (2023, 2024)] == ["lum-prison-service", "lum-care"]
    assert told("rook-hall").unofficial and told("rook-hall").events and not told("rook-hall").is_open
    assert len(told("post-weir").openings) == 2 and told("post-weir").is_open
    assert all(one.latitude is None for one in places(by=SYSTEM, country="demo"))


def test_members_are_joined_to_the_persons_who_sign_in(registers):
    telling = Telling()
    found = {key: member(one, by=SYSTEM, country="demo") for key, one in members_by_key(telling).items()}
    logins = {person.login.split("@")[0]: person.id for person in demonstration_people()}
    assert {key: str(one.account_id) for key, one in found.items() if one.account_id} == {
        key: logins[key] for key in ("leader", "member", "second-member", "doctor")
    }
    expired = [one for one in found.values() if not one.serves_on(telling.today)]
    assert len(expired) == 2 and any(term.ended_reason for one in expired for term in one.terms)
    assert [one.name for one in found.values() if one.conflicts] == [found["member"].name]


@pytest.fixture
def year(registers):
    load_year(nothing)


def everything_of_the_year():
    return visits.plan_entries(by=SYSTEM, country="demo"), visits.visits(by=SYSTEM, country="demo")


def test_the_year_is_told_once(year):
    before = everything_of_the_year()
    load_year(nothing)
    assert everything_of_the_year() == before
    assert len(before[0]) == len(visit_stories())


def test_the_year_looks_alive_on_the_day_of_loading(year):
    today = Telling().today
    entries, found = everything_of_the_year()
    assert {"proposed", "approved", "dropped", "visit_opened"} == {one.state for one in entries}
    assert {"planned", "under_way", "concluded", "cancelled"} <= {one.state for one in found}
    planned = [one for one in found if one.state == "planned"]
    assert {one.announced for one in planned} == {True, False}
    assert all(today < one.starts_on and (one.starts_on - today).days < 10 for one in planned)
    assert min(one.starts_on for one in found).year >= today.year - 1
    assert all(one.ends_on <= today for one in found if one.state in {"concluded", "reported"})


def test_findings_stand_on_two_kinds_of_source_and_name_nobody(year):
    waiting = []
    for code, visit_id in visits_by_code().items():
        told = next(one for one in visit_stories() if one.code == code)
        assert all(len(one.sources) >= 2 for one in visits.findings(visit_id, by=SYSTEM))
        waiting += [code for _ in visits.undecided_hits(visit_id, by=SYSTEM)]
        assert len(visits.findings(visit_id, by=SYSTEM)) == len(told.findings)
    assert waiting == ["post-pier-1"]


def test_the_year_holds_refused_and_delayed_access_late_and_running_measures_and_promises(year):
    ids = visits_by_code()
    outcomes = {one.outcome for each in ids.values() for one in visits.access_facts(each, by=SYSTEM)}
    urgencies = {one.clock.urgency for each in ids.values() for one in visits.urgent_measures(each, by=SYSTEM)}
    promises = [one for each in ids.values() if (talk := visits.closing_talk(each, by=SYSTEM)) for one in talk.promises]
    assert outcomes == {"granted", "delayed", "refused"}
    assert urgencies == {"sent_in_time", "sent_late", "running"}
    assert promises and {one.with_whom for each in ids.values() for one in visits.meetings(each, by=SYSTEM)} == {"officials", "staff", "civil_society"}


def test_the_hidden_visit_is_seen_by_its_delegation_and_organisers_alone(year):
    hidden = visits_by_code()["clinic-2"]
    telling = Telling()
    knows = {
        login
        for login in ("head", "secretary", "leader", "member", "second-member", "doctor", "analyst", "auditor")
        if any(one.id == hidden for one in visits.visits(by=telling.actor(login), country="demo"))
    }
    assert knows == {"head", "leader", "member", "doctor"}
