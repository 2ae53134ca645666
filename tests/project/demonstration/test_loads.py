"""The invented country is told once: a second telling changes nothing, a killed one goes on where it stopped."""

from datetime import date

import pytest

from tests.followup.recommendations import test_totals as recommendation_totals
from tests.project.demonstration import correcting
from tests.project.demonstration.conftest import nothing
from tests.records.visits import test_totals as finding_totals
from tirek.followup.recommendations.queries import recommendation, recommendations, tally
from tirek.foundation.ledger.writing import head_size
from tirek.foundation.people.queries import demonstration_people
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.planning.queries import annual_plan
from tirek.insight.reports.queries import report, reports
from tirek.project.demonstration.members import load_members, members_by_key
from tirek.project.demonstration.members import stories as member_stories
from tirek.project.demonstration.places import load_places, places_by_code
from tirek.project.demonstration.places import stories as place_stories
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.visits import stories as visit_stories
from tirek.project.demonstration.year import load_year, visits_by_code
from tirek.records.visits import queries as visits
from tirek.registers.mandate.queries import member, members
from tirek.registers.places.queries import open_places, place, places


def every():
    return places(by=SYSTEM, country="demo"), members(by=SYSTEM, country="demo")


def test_every_told_place_and_member_stands_once(told):
    found_places, found_members = every()
    assert len(found_places) == len(place_stories()) == len(places_by_code())
    assert len(found_members) == len(member_stories()) == len(members_by_key(Telling()))
    assert 10 <= len(found_places) <= 15
    assert len({one.kind for one in found_places}) == 9


def test_a_second_telling_changes_nothing(told):
    before = every()
    load_places(nothing)
    load_members(nothing)
    assert every() == before


@pytest.mark.parametrize("far", [correcting.drafted, correcting.signed, correcting.issued])
def test_a_telling_leaves_alone_what_people_added_meanwhile(told, far):
    made = far()
    before = head_size()
    load_year(nothing)
    assert head_size() == before
    assert report(made, by=SYSTEM).state == {"drafted": "draft", "signed": "for_signature", "issued": "issued"}[far.__name__]


def test_the_registers_hold_a_merger_other_names_other_authorities_and_an_unofficial_place(told):
    ids = places_by_code()

    def known(code):
        return place(ids[code], by=SYSTEM, country="demo")

    assert known("small-ford").merged_into.place_id == ids["stone-ford"]
    assert known("old-bridge").name_on(date(2013, 12, 31)).in_("ru") != known("old-bridge").name_on(date(2014, 1, 1)).in_("ru")
    assert [known("house-hospital").authority_code_on(date(year, 1, 1)) for year in (2023, 2024)] == ["lum-prison-service", "lum-care"]
    assert known("rook-hall").unofficial and known("rook-hall").events and not known("rook-hall").is_open
    assert len(known("post-weir").openings) == 2 and known("post-weir").is_open
    assert all(one.latitude is None for one in places(by=SYSTEM, country="demo"))


def test_members_are_joined_to_the_persons_who_sign_in(told):
    telling = Telling()
    found = {key: member(one, by=SYSTEM, country="demo") for key, one in members_by_key(telling).items()}
    logins = {person.login.split("@")[0]: person.id for person in demonstration_people()}
    assert {key: str(one.account_id) for key, one in found.items() if one.account_id} == {
        key: logins[key] for key in ("leader", "member", "second-member", "doctor")
    }
    expired = [one for one in found.values() if not one.serves_on(telling.today)]
    assert len(expired) == 2 and any(term.ended_reason for one in expired for term in one.terms)
    assert [one.name for one in found.values() if one.conflicts] == [found["member"].name]


def everything_of_the_year():
    today = Telling().today
    return (
        visits.plan_entries(by=SYSTEM, country="demo"),
        visits.visits(by=SYSTEM, country="demo"),
        reports(by=SYSTEM, country="demo"),
        [recommendation(one.id, by=SYSTEM, today=today) for one in recommendations(by=SYSTEM, country="demo", today=today)],
    )


def test_the_year_is_told_once(told):
    before = everything_of_the_year()
    load_year(nothing)
    assert everything_of_the_year() == before
    assert len(before[0]) == len(visit_stories())


def test_the_totals_hold_what_the_year_left(told):
    assert finding_totals.kept() == finding_totals.anew() != {}
    assert recommendation_totals.kept() == recommendation_totals.anew() != {}


def test_the_year_looks_alive_on_the_day_of_loading(told):
    today = Telling().today
    entries, found, *_ = everything_of_the_year()
    assert {"proposed", "approved", "dropped", "visit_opened"} == {one.state for one in entries}
    assert {"planned", "under_way", "concluded", "cancelled", "reported"} == {one.state for one in found}
    planned = [one for one in found if one.state == "planned"]
    assert {one.announced for one in planned} == {True, False}
    assert all(today < one.starts_on and (one.starts_on - today).days < 10 for one in planned)
    assert (today - min(one.starts_on for one in found)).days < 560
    assert all(one.ends_on <= today for one in found if one.state in {"concluded", "reported"})


def test_findings_stand_on_two_kinds_of_source_and_name_nobody(told):
    waiting = []
    for code, visit_id in visits_by_code().items():
        story = next(one for one in visit_stories() if one.code == code)
        assert all(one.waits_for_doctor or len(one.sources) >= 2 for one in visits.findings(visit_id, by=SYSTEM))
        waiting += [code for _ in visits.undecided_hits(visit_id, by=SYSTEM)]
        assert len(visits.findings(visit_id, by=SYSTEM)) == len(story.findings)
    assert waiting == ["post-pier-1"] * 2  # a room with a day, a cell with a number: left for a person to decide


def test_the_year_holds_refused_and_delayed_access_late_and_running_measures_and_promises(told):
    ids = visits_by_code()
    outcomes = {one.outcome for each in ids.values() for one in visits.access_facts(each, by=SYSTEM)}
    urgencies = {one.clock.urgency for each in ids.values() for one in visits.urgent_measures(each, by=SYSTEM)}
    promises = [one for each in ids.values() if (talk := visits.closing_talk(each, by=SYSTEM)) for one in talk.promises]
    assert outcomes == {"granted", "delayed", "refused"}
    assert urgencies >= {"sent_in_time", "sent_late"} and urgencies & {"running", "soon", "overdue"}  # the last by the hour of the day
    assert promises and {one.with_whom for each in ids.values() for one in visits.meetings(each, by=SYSTEM)} == {"officials", "staff", "civil_society"}


def test_the_hidden_visit_is_seen_by_its_delegation_and_organisers_alone(told):
    hidden = visits_by_code()["clinic-2"]
    telling = Telling()
    knows = {
        login
        for login in ("head", "secretary", "leader", "member", "second-member", "doctor", "analyst", "auditor")
        if any(one.id == hidden for one in visits.visits(by=telling.actor(login), country="demo"))
    }
    assert knows == {"head", "leader", "member", "doctor"}


def test_reports_stand_in_every_state_and_bear_their_numbers_in_order_of_issue(told):
    lines = reports(by=SYSTEM, country="demo")
    assert {one.state for one in lines} == {"draft", "in_review", "for_signature", "issued"}
    issued = sorted((one for one in lines if one.state == "issued"), key=lambda one: one.issued_on)
    assert len(issued) >= 9 and all(one.starts_on < one.issued_on <= Telling().today for one in issued)
    by_year = {}
    for one in issued:
        number, year = map(int, one.number.split("/"))
        assert year == one.issued_on.year and number == by_year.get(year, 0) + 1
        by_year[year] = number
    waiting = next(one for one in lines if one.state == "for_signature")
    assert (waiting.signed, waiting.signers) == (2, 4)


def test_one_report_has_a_dissent_and_some_signatures_are_missing_for_a_reason(told):
    found = [report(one.id, by=SYSTEM) for one in reports(by=SYSTEM, country="demo")]
    dissents = [(one, dissent) for one in found for dissent in one.dissents]
    assert len(dissents) == 1 and dissents[0][1].given_on < dissents[0][0].issued_on
    missing = [line for one in found for line in one.signatures if line.state == "missing"]
    assert len(missing) == 2 and all(line.reason for line in missing)


def test_recommendations_vary_on_both_axes_and_some_answers_are_overdue(told):
    today = Telling().today
    found = tally(by=SYSTEM, country="demo")
    assert {outcome for outcome, _ in found.by_verification} == {"not_verified", "implemented", "partially_implemented", "not_implemented"}
    lines = recommendations(by=SYSTEM, country="demo", today=today)
    assert {one.word for one in lines} == {"none", "acknowledged", "accepted", "partly_accepted", "rejected", "in_progress", "claimed_implemented"}
    assert [one.overdue for one in lines].count(True) == 2
    assert any(one.due_on and 0 <= (one.due_on - today).days < 14 and one.word == "none" for one in lines)
    assert sum(1 for one in lines if recommendation(one.id, by=SYSTEM, today=today).repeats) == 2


def test_everything_in_an_issued_report_stands_in_four_languages(told):
    for line in reports(by=SYSTEM, country="demo"):
        if line.state == "issued":
            known = report(line.id, by=SYSTEM)
            texts = [known.summary, *(one.text for one in visits.findings(known.visit_id, by=SYSTEM))]
            texts += [one.text for one in recommendations(by=SYSTEM, country="demo", today=Telling().today) if one.number.startswith(f"{line.number}-")]
            assert [text for text in texts if text.missing(("ru", "kk", "ky", "en"))] == []


def test_the_plan_of_the_year_is_approved_and_amended_once(told):
    today = Telling().today
    plan = annual_plan(by=SYSTEM, country="demo", year=today.year)
    assert plan.state == "approved" and len(plan.amendments) == 1
    assert sum(each.visits for each in plan.content.targets) == len(open_places(by=SYSTEM, country="demo", on=today)) + 1
