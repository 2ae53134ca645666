"""A finding that was taken back is brought back by who took it, or the leader, until the report is handed in; a medical one stays in the doctor's hands."""

import pytest

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.insight.reports import flow
from tests.people import doctor, head, leader, member, nobody, secretary
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.reports import services as reports
from tirek.insight.reports.refusals import HandedIn
from tirek.insight.reports.services import bring_back_finding
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import AlreadyReported
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def ids(visit):
    return [each.id for each in queries.findings(visit, by=leader)]


def take(visit, by=leader, place=0):
    return services.take_back_finding(finding_id=ids(visit)[place], by=by).value


def bring(visit, finding, by):
    return bring_back_finding(visit_id=visit, finding_id=finding, by=by)


@pytest.mark.parametrize(("took", "brings"), [(leader, leader), (member, member), (member, leader), (secretary, secretary)])
def test_who_took_a_finding_back_or_the_leader_brings_it_back_as_it_was(visit, took, brings):
    before = queries.findings(visit, by=leader)[0]
    finding = take(visit, by=took)
    assert [each.id for each in queries.taken_back(visit, by=brings)] == [finding]
    bring(visit, finding, brings)
    again = queries.findings(visit, by=leader)[-1]
    assert (again.id, again.text, again.sources) == (before.id, before.text, before.sources) and queries.taken_back(visit, by=brings) == ()
    assert [each.position for each in queries.findings(visit, by=leader)] == sorted(each.position for each in queries.findings(visit, by=leader))
    assert history("finding", finding)[-1].verb == "finding.brought-back"
    with pytest.raises(NotFound):
        bring(visit, finding, brings)


def test_nobody_else_brings_it_back(visit):
    finding = take(visit)
    for who in (member, doctor, secretary, head):
        assert queries.taken_back(visit, by=who) == ()
        with pytest.raises(NotAllowed):
            bring(visit, finding, who)
    with pytest.raises(NotFound):
        bring(visit, finding, nobody)


def test_what_the_doctor_took_back_the_doctor_brings_back(visit):
    seen = Observation(area="health_care", text=Words.of({"ru": "Осмотра не было."}), sources=("own_eyes", "records"), medical=True)
    finding = services.add_finding(visit_id=visit, seen=seen, by=doctor).value
    services.release_medical_wording(finding_id=finding, text=seen.text, by=doctor)
    services.take_back_finding(finding_id=finding, by=doctor)
    with pytest.raises(NotAllowed):
        bring(visit, finding, leader)
    bring(visit, finding, doctor)
    assert finding in ids(visit)


def test_it_stays_away_once_the_report_is_handed_in():
    visit = flow.visit()
    finding = take(visit, place=1)
    report = flow.drafted(visit)
    reports.submit(report_id=report, by=leader)
    with pytest.raises(HandedIn):
        bring(visit, finding, leader)
    reports.return_to_draft(report_id=report, reason="дописать", by=leader)
    bring(visit, finding, leader)
    gone = take(visit, place=1)
    flow.through(report)
    with pytest.raises(AlreadyReported):
        bring(visit, gone, leader)


def test_who_takes_back_from_a_report_that_is_handed_in_reads_when_it_comes_back(client):
    visit = flow.visit()
    sign_in(client, leader)
    second = ids(visit)[1]
    assert send(client, "finding-take-back", visit, second)[0] == 302
    assert "can be brought back until the report is handed in" in page(client, "visit-findings", visit)[1]
    bring(visit, second, leader)
    reports.submit(report_id=flow.drafted(visit), by=leader)
    assert send(client, "finding-take-back", visit, second)[0] == 302
    told = page(client, "visit-findings", visit)[1]
    assert "once it is returned to draft, the finding can be brought back" in told and "until the report is handed in" not in told


def test_the_page_offers_what_one_may_bring_back(client, visit):
    finding = take(visit)
    sign_in(client, member)
    assert "Bring back" not in page(client, "visit-findings", visit)[1]
    sign_in(client, leader)
    assert "Bring back" in page(client, "visit-findings", visit)[1]
    assert send(client, "finding-bring-back", visit, finding)[0] == 302
    assert "Bring back" not in page(client, "visit-findings", visit)[1] and finding in ids(visit)
