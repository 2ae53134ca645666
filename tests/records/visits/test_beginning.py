"""When a visit began: told with a reason where the day is unusual, and put right until the report is handed in; everything that rests on it follows or says why not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.people import deputy, doctor, head, leader, member, nobody, secretary
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.followup.recommendations.refusals import VerifiedThere
from tirek.followup.recommendations.services import verify as look
from tirek.foundation.ledger.queries import history
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.reports import services as reports
from tirek.insight.reports.refusals import HandedIn
from tirek.insight.reports.services import correct_beginning
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import (
    AlreadyReported,
    BegunBeforePlan,
    BegunLongAgo,
    BegunTooEarly,
    EndBeforeBeginning,
    MomentAhead,
    NotYetBegun,
    ReasonNeeded,
    RecordedBefore,
)

pytestmark = pytest.mark.django_db
WHY = "Записали день выезда, а не входа."


@pytest.fixture
def place():
    return world.prison()


@pytest.fixture
def team():
    return world.members()


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def moment(days):
    return timezone.now() - timedelta(days=days)


def correct(visit, days, by=leader, reason=WHY):
    return correct_beginning(visit_id=visit, at=moment(days), reason=reason, by=by)


def test_a_visit_before_its_planned_day_says_why(place, team):
    visit = world.planned(place, team, days=3)
    with pytest.raises(BegunBeforePlan):
        services.begin(visit_id=visit, by=leader)
    assert queries.visit(visit, by=leader).state == "planned"
    services.begin(visit_id=visit, by=leader, because="Пришло сообщение об опасности.")
    (note,) = queries.beginning_notes(visit, by=head)
    assert (note.told_before, note.reason) == (None, "Пришло сообщение об опасности.")


@pytest.mark.parametrize(("days", "asked"), [(0, False), (3, False), (4, True)])
def test_a_beginning_that_is_entered_days_later_says_why(place, team, days, asked):
    visit = world.planned(place, team, days=-days)
    if asked:
        with pytest.raises(BegunLongAgo):
            services.begin(visit_id=visit, by=leader, at=moment(days))
    services.begin(visit_id=visit, by=leader, at=moment(days), because=WHY if asked else "")
    assert len(queries.beginning_notes(visit, by=leader)) == asked


def test_why_a_visit_began_then_is_searched_for_names(place, team):
    visit = world.planned(place, team)
    with pytest.raises(PassagesUndecided):
        services.begin(visit_id=visit, by=leader, because="Жалоба осуждённого Петрова А.В.")
    services.begin(visit_id=visit, by=leader, because="Жалоба осуждённого Петрова А.В.", names_nobody="Так зовут начальника.")


@pytest.mark.parametrize("by", [leader, deputy])
def test_leader_and_organisers_correct_the_beginning_and_the_days_follow(place, team, by):
    visit = world.begun(place, team, hours=24 * 5, days=-5)
    correct(visit, 3, by=by)
    facts = queries.visit(visit, by=leader)
    assert (facts.starts_on, facts.ends_on, facts.planned_first) == (today(-3), today(-2), today(-5))
    services.end(visit_id=visit, by=leader, at=moment(1))
    correct(visit, 4, by=by)
    facts = queries.visit(visit, by=leader)
    assert (facts.starts_on, facts.ends_on, facts.planned_last) == (today(-4), today(-1), today(-4))
    told = [(each.told_before.date(), each.reason) for each in queries.beginning_notes(visit, by=leader) if each.told_before]
    assert told == [(moment(5).date(), WHY), (moment(3).date(), WHY)]
    assert queries.last_visits(country="demo") == {place: today(-4)}
    assert [each.verb for each in history("visit", visit)].count("visit.beginning-corrected") == 2
    assert verify().holds


def test_nobody_else_corrects_it_and_nothing_without_a_reason(place, team):
    visit = world.begun(place, team)
    for who in (member, doctor, secretary, head):
        with pytest.raises(NotAllowed):
            correct(visit, 1, by=who)
    with pytest.raises(NotFound):
        correct(visit, 1, by=nobody)
    with pytest.raises(ReasonNeeded):
        correct(visit, 1, reason=" ")
    with pytest.raises(PassagesUndecided):
        correct(visit, 1, reason="Так сказал осуждённый Петров А.В.")


def test_a_visit_that_has_not_begun_or_was_reported_has_no_beginning_to_correct(place, team):
    hidden = world.planned(place, team)
    with pytest.raises(NotYetBegun):
        correct(hidden, 1)
    with pytest.raises(NotFound):
        correct(hidden, 1, by=secretary)
    visit = world.concluded(place, team)
    services.mark_reported(visit_id=visit, by=leader)
    with pytest.raises(AlreadyReported):
        correct(visit, 1)


def test_what_is_handed_in_keeps_its_days_until_it_is_returned():
    visit = flow.visit()
    report = flow.drafted(visit)
    correct(visit, 2)
    reports.submit(report_id=report, by=leader)
    with pytest.raises(HandedIn):
        correct(visit, 1)
    reports.approve(report_id=report, by=secretary)
    with pytest.raises(HandedIn):
        correct(visit, 1)
    reports.return_to_draft(report_id=report, reason="дата", by=leader)
    correct(visit, 1)


def test_a_beginning_is_neither_ahead_nor_after_the_end_nor_a_year_ago(place, team):
    visit = world.concluded(place, team)
    for days, refusal in ((-1, MomentAhead), (400, BegunTooEarly)):
        with pytest.raises(refusal):
            correct(visit, days)
    with pytest.raises(EndBeforeBeginning):
        correct_beginning(visit_id=visit, at=timezone.now(), reason=WHY, by=leader)
    assert queries.beginning_notes(visit, by=leader)[1:] == ()


def of_a_meeting(visit):
    services.add_meeting(visit_id=visit, with_whom="staff", held_on=today(-2), by=leader)


def of_the_talk(visit):
    services.record_closing_talk(visit_id=visit, held_on=today(-2), with_whom="начальник", by=leader)


def of_a_measure(visit):
    asked = {"what": Words.of({"ru": "Открыть окна."}), "authority_code": "lum-prison-service", "observed_at": moment(2)}
    services.send_urgent_measure(visit_id=visit, by=leader, **asked)


@pytest.mark.parametrize("happens", [of_a_meeting, of_the_talk, of_a_measure])
def test_nothing_of_the_visit_lies_before_its_beginning(place, team, happens):
    visit = world.begun(place, team, hours=24 * 3, days=-3)
    happens(visit)
    with pytest.raises(RecordedBefore, match=str(today(-2))):
        correct(visit, 1)
    assert queries.visit(visit, by=leader).starts_on == today(-3)
    before = queries.urgent_measures(visit, by=leader)
    correct(visit, 2.5)
    assert [each.clock.due_at for each in queries.urgent_measures(visit, by=leader)] == [each.clock.due_at for each in before], "it runs from what was seen"


def test_what_was_verified_at_a_visit_could_be_seen_there():
    first = flow.visit()
    flow.issued(first)
    (one, *_) = visit_recommendations(first, by=leader, today=today())
    place = queries.visit(first, by=leader).place_id
    team = {each.name.lower(): each.member_id for each in queries.visit(first, by=leader).delegation}
    again = world.begun(place, team, hours=0)
    look(recommendation_id=one.id, outcome="partially_implemented", verified_on=today(), way="on_site", text="Светильники закуплены.", visit_id=again, by=leader)
    with pytest.raises(VerifiedThere, match=one.number):
        correct(again, 1)
    assert queries.visit(again, by=leader).starts_on == today()
