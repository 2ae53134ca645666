"""Medical findings: who the doctor is."""

import pytest

from tests import world
from tests.people import doctor, leader
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import DoctorOnly

pytestmark = pytest.mark.django_db
TEXT = "Следы на запястьях."


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def visit(team):
    return world.begun(world.prison(), team)


def medical(visit, by=doctor, **given):
    """A medical finding that its doctor has written and not released; its id."""
    return services.add_finding(visit_id=visit, seen=world.seen(TEXT, **{"area": "health_care", "medical": True, **given}), by=by).value


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
