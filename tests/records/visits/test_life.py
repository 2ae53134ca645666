"""A visit's life through its services: each refusal says what is wrong, and nothing moves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.people import conflicted, deputy, doctor, head, leader, member, nobody, secretary
from tirek.foundation.ledger.queries import entries
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.visit_clock import SOON
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import (
    AccessIncomplete,
    DatesWrong,
    EndBeforeBeginning,
    LeaderNeeded,
    MemberTwice,
    MomentAhead,
    ReasonNeeded,
    UnknownCode,
    WarningsUndecided,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return world.prison()


@pytest.fixture
def team():
    return world.members()


def test_a_visit_goes_from_the_plan_to_its_end_and_the_ledger_verifies(place, team):
    visit = world.concluded(place, team)
    facts = queries.visit(visit, by=head)
    assert facts.state == "concluded" and facts.delegation[0].role == "leader" and len(queries.findings(visit, by=member)) == 2
    assert verify().holds


def test_an_unannounced_visit_is_known_to_its_organisers_and_delegation_alone(place, team):
    visit = world.planned(place, team)
    assert queries.visit(visit, by=leader) and queries.visit(visit, by=doctor)
    for other in (head, secretary, conflicted, nobody):
        with pytest.raises(NotFound):
            queries.visit(visit, by=other)
        assert queries.visits(by=other, country="demo") == ()
        assert queries.plan_entries(by=other, country="demo") == ()
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert queries.visit(visit, by=head) and queries.plan_entries(by=head, country="demo")


def test_the_ledger_s_reader_learns_of_a_hidden_visit_only_when_it_begins(place, team):
    from tests.people import auditor

    visit = world.planned(place, team)
    shown = entries(by=auditor, country="demo", size=500).entries
    assert not any(each.verb.startswith("visit.") or each.subject == str(visit) for each in shown)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert any(each.verb == "visit.opened" for each in entries(by=auditor, country="demo", size=500).entries)


def test_coverage_does_not_count_what_has_not_begun(place, team):
    visit = world.planned(place, team)
    assert queries.last_visits(country="demo") == {}
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert list(queries.last_visits(country="demo")) == [place]


def test_warnings_must_be_decided_by_the_leader_before_the_visit_begins(place, team):
    first = timezone.localdate()
    entry = services.plan_visit(place_id=place, country="demo", kind="special", announced=False, first_day=first, last_day=first, by=leader, organisers=(deputy.id,)).value
    with pytest.raises(IllegalMove):
        services.open_visit(entry_id=entry, by=leader)
    with pytest.raises(NotAllowed):
        services.approve_plan_entry(entry_id=entry, by=leader)
    services.approve_plan_entry(entry_id=entry, by=deputy)
    visit = services.open_visit(entry_id=entry, by=leader).value
    with pytest.raises(LeaderNeeded):
        services.begin(visit_id=visit, by=leader, because=world.WHY)
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader")], by=leader)
    with pytest.raises(WarningsUndecided):
        services.begin(visit_id=visit, by=leader, because=world.WHY)
    codes = {each.code for each in queries.warnings(visit, by=leader)}
    assert {"no-doctor", "one-sex"} <= codes
    with pytest.raises(ReasonNeeded):
        services.accept_warning(visit_id=visit, code="no-doctor", reason=" ", by=leader)
    with pytest.raises(UnknownCode):
        services.accept_warning(visit_id=visit, code="nothing", reason="x", by=leader)


def test_a_delegation_has_one_leader_and_nobody_twice(place, team):
    visit = world.planned(place, team)
    for wrong, refusal in (
        ([(team["leader"], "member")], LeaderNeeded),
        ([(team["leader"], "leader"), (team["member"], "leader")], LeaderNeeded),
        ([(team["leader"], "leader"), (team["leader"], "member")], MemberTwice),
        ([(team["leader"], "leader"), (team["member"], "king")], UnknownCode),
    ):
        with pytest.raises(refusal):
            services.set_delegation(visit_id=visit, delegates=wrong, by=leader)


def test_who_left_the_delegation_no_longer_sees_the_hidden_visit(place, team):
    visit = world.planned(place, team)
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (team["doctor"], "doctor")], by=leader)
    with pytest.raises(NotFound):
        queries.visit(visit, by=member)


def test_illegal_moves_and_strangers_are_refused(place, team):
    visit = world.planned(place, team)
    with pytest.raises(IllegalMove):
        services.end(visit_id=visit, by=leader)
    with pytest.raises(NotAllowed):
        services.begin(visit_id=visit, by=member, because=world.WHY)
    with pytest.raises(NotFound):
        services.cancel(visit_id=visit, reason="x", by=conflicted)
    with pytest.raises(ReasonNeeded):
        services.cancel(visit_id=visit, reason=" ", by=leader)
    today = timezone.localdate()
    with pytest.raises(DatesWrong):
        services.postpone(visit_id=visit, starts_on=today, ends_on=today - timedelta(days=1), by=leader)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    with pytest.raises(IllegalMove):
        services.cancel(visit_id=visit, reason="поздно", by=leader)
    assert queries.visit(visit, by=leader).state == "under_way"


def test_access_meetings_talk_and_measures_stand_after_the_gate(place, team):
    from tirek.ground.rules.words import Words

    visit = world.begun(place, team)
    for told, missing in (
        ({"outcome": "refused"}, ("by_whom", "ground")),
        ({"outcome": "refused", "ground": "обед"}, ("by_whom",)),
        ({"outcome": "delayed", "by_whom": "дежурный", "ground": " "}, ("ground", "minutes")),
        ({"outcome": "delayed", "by_whom": "дежурный", "ground": "обед", "minutes": 0}, ("minutes",)),
    ):
        with pytest.raises(AccessIncomplete) as refused:
            services.record_access(visit_id=visit, entitlement="private_interview", by=leader, **told)
        assert refused.value.missing == missing
    services.record_access(
        visit_id=visit, entitlement="private_interview", outcome="delayed", by_whom="дежурный помощник", ground="обед", minutes=40, by=leader
    )
    services.add_meeting(visit_id=visit, with_whom="staff", held_on=timezone.localdate(), by=member)
    services.record_closing_talk(
        visit_id=visit, held_on=timezone.localdate(), with_whom="начальник учреждения", promises=[("починить свет", "начальник", None)], by=leader
    )
    seen_at = timezone.now()
    services.send_urgent_measure(
        visit_id=visit, what=Words.of({"ru": "Открыть окна в карцере."}), authority_code="lum-prison-service", observed_at=seen_at, by=leader
    )
    assert queries.access_facts(visit, by=head)[0].minutes == 40
    assert queries.closing_talk(visit, by=head).promises[0].what == "починить свет"
    clock = queries.urgent_measures(visit, by=head)[0].clock
    left = clock.due_at - timezone.now()
    assert timedelta(0) <= left <= timedelta(days=1) and clock.urgency == ("soon" if left <= SOON else "running")


def test_a_language_that_nobody_speaks_is_a_warning_until_the_leader_decides(place, team):
    visit = world.planned(place, team)
    services.prepare_visit(visit_id=visit, joint_with_spt=True, languages=["ru", "ug"], by=leader)
    facts = queries.visit(visit, by=leader)
    assert facts.joint_with_spt and facts.languages == ("ru", "ug")
    (warning,) = [each for each in queries.warnings(visit, by=leader) if each.code == "no-speaker"]
    assert warning.about == "ug"
    with pytest.raises(WarningsUndecided):
        services.begin(visit_id=visit, by=leader, because=world.WHY)
    with pytest.raises(UnknownCode):
        services.prepare_visit(visit_id=visit, joint_with_spt=True, languages=["elvish"], by=leader)
    with pytest.raises(NotAllowed):
        services.prepare_visit(visit_id=visit, joint_with_spt=True, languages=[], by=member)
    services.prepare_visit(visit_id=visit, joint_with_spt=False, languages=["kk"], by=leader)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    with pytest.raises(IllegalMove):
        services.prepare_visit(visit_id=visit, joint_with_spt=True, languages=[], by=leader)


def test_the_delegation_stands_once_the_report_is_issued(place, team):
    visit = world.concluded(place, team)
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (team["member"], "member")], by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    with pytest.raises(IllegalMove):
        services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader")], by=leader)


def test_the_history_tells_what_happened_from_the_plan_on_and_who_read_why(place, team):
    from tirek.foundation.ledger.services import record_export, record_read

    visit = world.planned(place, team)
    record_export(noun="visit", subject=visit, purpose="checklist", by=leader, country="demo", veil=visit)
    with pytest.raises(NotFound):
        queries.history(visit, by=head)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    finding = services.add_finding(visit_id=visit, seen=world.seen(), by=leader).value
    services.move_finding(finding_id=finding, up=True, by=leader)
    record_read(noun="visit", subject=visit, purpose="supervision", by=head, country="demo")
    told = [(each.verb, each.purpose) for each in queries.history(visit, by=head)]
    assert [verb for verb, _ in told][:3] == ["visit.planned", "visit.approved", "visit.opened"]
    assert ("visit.exported", "checklist") in told and ("finding.added", "") in told and told[-1] == ("visit.read", "supervision")
    assert queries.history(visit, by=member)[0].actor == leader.id


def test_an_export_for_a_hidden_visit_is_held_back_from_the_ledger_s_reader(place, team):
    from tests.people import auditor
    from tirek.foundation.ledger.services import record_export

    visit = world.planned(place, team)
    record_export(noun="visit", subject=visit, purpose="card", by=leader, country="demo", veil=visit)
    shown = entries(by=auditor, country="demo", size=500).entries
    assert not any(each.verb == "visit.exported" for each in shown) and str(visit) not in {each.subject for each in shown}
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert any(each.verb == "visit.exported" for each in entries(by=auditor, country="demo", size=500).entries)


def test_what_has_not_come_yet_has_not_happened(place, team):
    visit = world.planned(place, team)
    ahead = timezone.now() + timedelta(hours=1)
    with pytest.raises(MomentAhead):
        services.begin(visit_id=visit, by=leader, at=ahead, because=world.WHY)
    services.begin(visit_id=visit, by=leader, at=timezone.now() - timedelta(hours=2), because=world.WHY)
    with pytest.raises(MomentAhead):
        services.end(visit_id=visit, by=leader, at=ahead)
    with pytest.raises(EndBeforeBeginning):
        services.end(visit_id=visit, by=leader, at=timezone.now() - timedelta(hours=3))
    assert queries.visit(visit, by=leader).state == "under_way"
