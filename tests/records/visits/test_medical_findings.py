"""Medical findings: who the doctor is, what others know of one before and after the release, and who changes it."""

from dataclasses import replace

import pytest

from tests import world
from tests.people import deputy, doctor, head, leader, member, secretary
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import DoctorOnly
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
TEXT = "Следы на запястьях."
REASON = "Есть только рентгеновский снимок."
OTHERS = (leader, member, secretary, head, deputy, SYSTEM)


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def visit(team):
    return world.begun(world.prison(), team)


def medical(visit, by=doctor, **given):
    """A medical finding that its doctor has written and not released; its id."""
    seen = replace(world.seen(TEXT, area="health_care", medical=True), **given)
    return services.add_finding(visit_id=visit, seen=seen, by=by).value


def stands_as(visit, team, role):
    """Gives the medical expert this role in the delegation."""
    delegates = [(team["leader"], "leader"), (team["member"], "member"), (team["doctor"], role)]
    services.set_delegation(visit_id=visit, delegates=delegates, by=leader)


@pytest.mark.parametrize("role", ["member", "interpreter", "observer"])
def test_a_medical_expert_who_goes_as_something_else_is_not_the_doctor(visit, team, role):
    finding = medical(visit)
    stands_as(visit, team, role)
    assert not queries.finding(finding, by=doctor).text
    assert not queries.findings(visit, by=doctor)[0].text and not queries.part(visit, by=doctor).doctor
    with pytest.raises(DoctorOnly if role == "member" else NotAllowed):
        services.release_medical_wording(finding_id=finding, text=world.seen(TEXT).text, by=doctor)
    assert [each.wordings for each in queries.waiting_texts(by=doctor, country="demo")] == []
    stands_as(visit, team, "doctor")
    assert queries.finding(finding, by=doctor).text and queries.part(visit, by=doctor).doctor
    assert [each.wordings for each in queries.waiting_texts(by=doctor, country="demo")] == [1]


def test_a_medical_expert_who_only_organises_is_not_told_what_waits_in_medical_findings(team):
    visit = world.begun(world.prison(), team, organisers=(doctor.id,))
    named = "Осуждённый Петров А.В. не осмотрен."
    services.add_finding(visit_id=visit, seen=world.seen(named, area="health_care", medical=True), by=doctor)
    assert [(each.passages > 0, each.wordings) for each in queries.waiting_texts(by=doctor, country="demo")] == [(True, 1)]
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (team["member"], "member")], by=leader)
    assert queries.waiting_texts(by=doctor, country="demo") == ()


def telling(visit):
    """A medical finding in which every field tells something; its id."""
    told = {"seriousness": "critical", "standards": ("istanbul-consistency",), "sources": ("own_eyes",), "single_source_reason": REASON}
    return medical(visit, **told)


@pytest.mark.parametrize("by", OTHERS, ids=lambda each: each.name or each.id)
def test_before_the_release_others_know_only_that_there_is_a_medical_finding(visit, by):
    finding = telling(visit)
    services.add_finding(visit_id=visit, seen=world.seen(), by=leader)
    for facts in (queries.finding(finding, by=by), queries.findings(visit, by=by)[0]):
        assert (facts.id, facts.visit_id, facts.position) == (finding, visit, 1)
        assert facts.medical and facts.waits_for_doctor
        told = (facts.area, facts.text, facts.seriousness, facts.good_practice, facts.standards, facts.sources, facts.single_source_reason)
        assert not any(told)


def test_the_doctor_reads_all_of_it(visit):
    finding = telling(visit)
    for facts in (queries.finding(finding, by=doctor), queries.findings(visit, by=doctor)[0]):
        assert facts.text.in_("ru") == TEXT and facts.single_source_reason == REASON
        assert (facts.area, facts.seriousness, facts.standards, facts.sources) == ("health_care", "critical", ("istanbul-consistency",), ("own_eyes",))


@pytest.mark.parametrize("by", OTHERS, ids=lambda each: each.name or each.id)
def test_after_the_release_why_there_is_one_source_stays_with_the_doctor(visit, by):
    finding = telling(visit)
    services.release_medical_wording(finding_id=finding, text=world.seen("Помощь оказана поздно.").text, by=doctor)
    for facts in (queries.finding(finding, by=by), queries.findings(visit, by=by)[0]):
        assert facts.text.in_("ru") == "Помощь оказана поздно." and facts.seriousness == "critical" and facts.sources == ("own_eyes",)
        assert facts.single_source_reason == ""
    assert queries.finding(finding, by=doctor).single_source_reason == REASON


RELEASED = world.seen("Помощь оказана поздно.").text


def rewrite(finding, by, **given):
    """Saves the finding with what is given and all the rest as it stands."""
    now = queries.finding(finding, by=doctor)
    stands = {
        "area": now.area, "seriousness": now.seriousness, "standards": now.standards, "sources": now.sources,
        "single_source_reason": now.single_source_reason, "medical": now.medical, "text": now.text,
    }  # fmt: skip
    services.edit_finding(finding_id=finding, seen=Observation(**{**stands, **given}), revision=now.revision, by=by)


CHANGES = {
    "seriousness": "notable", "standards": (), "area": "regime", "single_source_reason": "Иначе.", "sources": ("own_eyes", "records"), "medical": False,
    "good_practice": True, "text": Words(),
}  # fmt: skip


@pytest.mark.parametrize("released", [True, False], ids=["released", "waiting"])
@pytest.mark.parametrize("by", [leader, member, secretary], ids=lambda each: each.name)
def test_nothing_of_a_medical_finding_is_changed_by_others(visit, by, released):
    finding = telling(visit)
    if released:
        services.release_medical_wording(finding_id=finding, text=RELEASED, by=doctor)
    before = queries.finding(finding, by=doctor)
    for name, value in CHANGES.items():
        with pytest.raises(DoctorOnly):
            rewrite(finding, by, **{name: value})
    assert queries.finding(finding, by=doctor) == before


def test_the_doctor_changes_what_else_stands_in_it_and_the_wording_stays_released(visit):
    finding = telling(visit)
    services.release_medical_wording(finding_id=finding, text=RELEASED, by=doctor)
    rewrite(finding, doctor, seriousness="serious", area="regime")
    facts = queries.finding(finding, by=leader)
    assert (facts.seriousness, facts.area, facts.released, facts.text) == ("serious", "regime", True, RELEASED)


def test_what_others_entered_for_the_doctor_is_the_doctor_s_from_then_on(visit):
    finding = medical(visit, by=leader, text=Words())
    with pytest.raises(DoctorOnly):
        rewrite(finding, leader, seriousness="critical")
    rewrite(finding, doctor, seriousness="critical")
    assert queries.finding(finding, by=doctor).seriousness == "critical"


@pytest.mark.parametrize("released", [True, False], ids=["released", "waiting"])
def test_only_the_doctor_takes_a_medical_finding_back(visit, released):
    finding = telling(visit)
    if released:
        services.release_medical_wording(finding_id=finding, text=RELEASED, by=doctor)
    for by in (leader, member, secretary):
        with pytest.raises(DoctorOnly):
            services.take_back_finding(finding_id=finding, by=by)
        assert queries.to_take_back(visit, by=by) == frozenset()
    assert queries.to_take_back(visit, by=doctor) == {finding}
    services.take_back_finding(finding_id=finding, by=doctor)
    assert queries.findings(visit, by=doctor) == ()


def test_what_was_entered_for_the_doctor_is_taken_back_by_who_entered_it_until_the_doctor_has_touched_it(visit):
    first, second = (medical(visit, by=leader, text=Words()) for _ in range(2))
    with pytest.raises(DoctorOnly):
        services.take_back_finding(finding_id=first, by=member)
    services.take_back_finding(finding_id=first, by=leader)
    rewrite(second, doctor, text=RELEASED)
    with pytest.raises(DoctorOnly):
        services.take_back_finding(finding_id=second, by=leader)
