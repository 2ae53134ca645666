"""Two at the same moment: numbers do not clash, nobody signs twice, one report a visit, and what is frozen is not rewritten underneath."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.people import doctor, head, leader, member, secretary
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import Refusal
from tirek.insight.reports import queries, services
from tirek.insight.reports.models import Report
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings, urgent_measures

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def shared_database():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection; the same tests run on PostgreSQL")


def at_once(*acts: Callable[[], object]) -> list[object]:
    def one(act: Callable[[], object]) -> object:
        try:
            return act()
        except Refusal as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def refused(outcomes: list[object]) -> int:
    return sum(isinstance(outcome, Refusal) for outcome in outcomes)


def test_two_reports_issued_at_once_get_two_numbers_without_a_gap():
    place, team = world.prison(), world.members()
    waiting = [flow.signed(world.concluded(place, team)) for _ in range(4)]
    outcomes = at_once(*(lambda each=each: services.issue_visit_report(report_id=each, by=secretary) for each in waiting))
    assert refused(outcomes) == 0
    numbers = sorted(int(row.number.split("/")[0]) for row in Report.objects.filter(state="issued"))
    assert numbers == [1, 2, 3, 4]
    assert verify().holds


def test_one_report_issued_twice_at_once_is_issued_once():
    report = flow.signed()
    outcomes = at_once(*(lambda who=who: services.issue_visit_report(report_id=report, by=who) for who in (secretary, head)))
    assert refused(outcomes) == 1
    assert queries.report(report, by=head).number.startswith("1/")
    assert verify().holds


def test_three_sign_at_once_and_each_signs_once():
    report = flow.for_signature()
    acts = [lambda who=who: services.sign(report_id=report, by=who) for who in (leader, member, doctor, leader)]
    assert refused(at_once(*acts)) == 1
    assert [each.state for each in queries.report(report, by=head).signatures] == ["signed"] * 3
    assert verify().holds


def test_two_draft_one_report():
    visit = flow.visit()
    outcomes = at_once(*(lambda who=who: services.draft_report(visit_id=visit, by=who) for who in (leader, doctor, secretary)))
    assert refused(outcomes) == 2
    assert Report.objects.count() == 1


def test_a_finding_rewritten_during_the_issue_is_either_printed_or_refused():
    visit = flow.visit()
    report = flow.signed(visit)
    (finding, *_) = findings(visit, by=leader)
    outcomes = at_once(
        lambda: services.issue_visit_report(report_id=report, by=secretary),
        lambda: visits.edit_finding(finding_id=finding.id, seen=world.seen("Другой текст."), revision=finding.revision, by=leader),
        lambda: flow.recommend(visit, "Открыть двор."),
    )
    facts = queries.report(report, by=head)
    if facts.state == "issued":
        printed = queries.report_document(report, by=head).sections[0].paragraphs[0].text
        assert printed == findings(visit, by=leader)[0].text == finding.text
    else:
        assert isinstance(outcomes[0], Refusal)
    assert verify().holds


def test_one_corrects_and_another_issues_and_both_hold():
    old = flow.issued()
    outcomes = at_once(
        *(lambda who=who: services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=who) for who in (head, secretary))
    )
    assert refused(outcomes) == 1
    assert Report.objects.filter(version=2).count() == 1


def test_documents_made_twice_at_once_are_kept_once():
    report = flow.issued()
    outcomes = at_once(*(lambda who=who: services.make_documents(report_id=report, by=who) for who in (head, secretary)))
    assert refused(outcomes) == 0
    assert len(queries.document_files(report, by=head)) == 10
    assert verify().holds


def test_a_sending_noted_while_the_record_goes_back_is_kept_or_refused():
    visit = flow.full_visit()
    correction = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    seen = timezone.now()
    new = visits.send_urgent_measure(visit_id=visit, what=flow.both("Открыть окна."), authority_code="lum-prison-service", observed_at=seen, by=leader).value
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    noted, _restored = at_once(
        lambda: visits.answer_urgent_measure(measure_id=new, sent_at=timezone.now(), by=leader),
        lambda: services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader),
    )
    assert (new in {each.id for each in urgent_measures(visit, by=leader)}) is not isinstance(noted, Refusal)
    assert verify().holds
