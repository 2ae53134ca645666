"""The issue of a report: one transaction, one number, frozen findings and recommendations, dates that can be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.insight.reports.reading import WITHOUT_PDFTOTEXT, text_of
from tests.people import analyst, doctor, head, leader, member, secretary
from tirek.followup.recommendations.queries import recommendations
from tirek.followup.recommendations.refusals import Frozen
from tirek.followup.recommendations.services import edit_draft
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.ledger.checkpoints import read_notes
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.transitions import IllegalMove
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents import report_pdf
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.models import Report
from tirek.insight.reports.refusals import (
    IssueDate,
    NobodySigned,
    ReportExists,
    RowsChanged,
    SignaturesOpen,
    VisitNotConcluded,
)
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings, urgent_measures
from tirek.records.visits.queries import visit as visit_facts
from tirek.records.visits.refusals import AlreadyReported

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def test_a_report_goes_from_draft_to_issue_and_the_ledger_verifies():
    visit = flow.visit()
    report = queries.report(flow.issued(visit), by=analyst)
    assert (report.state, report.number, report.version) == ("issued", f"1/{today().year}", 1)
    seen = visit_facts(visit, by=secretary)
    assert (seen.state, seen.reported_on) == ("reported", today())
    (given,) = recommendations(by=analyst, country="demo", today=today())
    assert (given.number, given.state, given.issued_on) == (f"{report.number}-1", "issued", today())
    assert given.due_on == due("demo", "answer", today())
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_what_was_issued_does_not_change():
    visit = flow.visit()
    report = flow.issued(visit)
    row = Report.objects.get(pk=report)
    before = file_bytes(row.issued_id)
    (finding, *_) = findings(visit, by=leader)
    with pytest.raises(AlreadyReported):
        visits.edit_finding(finding_id=finding.id, seen=world.seen("Другой текст."), revision=finding.revision, by=leader)
    (given,) = recommendations(by=leader, country="demo", today=today())
    with pytest.raises(Frozen), pytest.MonkeyPatch.context() as patch:
        patch.setattr("tirek.followup.recommendations.services.drafts.check_may_draft", lambda *_: None)
        edit_draft(recommendation_id=given.id, made=Proposal(given.text, given.addressee, (finding.id,)), revision=1, by=leader)
    for verb in (services.submit, services.approve, services.issue_visit_report):
        with pytest.raises(IllegalMove):
            verb(report_id=report, by=head)
    assert file_bytes(row.issued_id) == before
    assert freeze(queries.report_document(report, by=leader)) == before


def test_the_issued_report_is_the_signed_body_with_what_the_issue_adds():
    report = flow.issued()
    row = Report.objects.get(pk=report)
    body, whole = thaw(file_bytes(row.body_id)), thaw(file_bytes(row.issued_id))
    added = {"number", "issued_on", "signatures", "checkpoint"}
    for name in (each for each in body.__dataclass_fields__ if each not in added and each != "recommendations" and each != "_numbers"):
        assert getattr(body, name) == getattr(whole, name), name
    assert [each.text for each in body.recommendations] == [each.text for each in whole.recommendations]
    assert whole.recommendations[0].due == due("demo", "answer", today())
    assert {each.digest for each in whole.signatures} == {row.digest} and len(whole.signatures) == 3


def test_a_checkpoint_of_the_ledger_stands_in_the_report():
    report = flow.issued()
    note = queries.report_document(report, by=leader).checkpoint
    assert note in list(read_notes())


def test_a_visit_that_has_not_ended_has_no_report():
    visit = world.begun(world.prison(), world.members())
    with pytest.raises(VisitNotConcluded):
        services.draft_report(visit_id=visit, by=leader)


def test_a_visit_has_one_report():
    visit = flow.visit()
    flow.issued(visit)
    with pytest.raises(ReportExists):
        services.draft_report(visit_id=visit, by=leader)


def test_numbers_follow_each_other_within_a_year_and_drafts_take_none():
    place, team = world.prison(), world.members()
    numbers = []
    for _ in range(3):
        visit = world.concluded(place, team)
        flow.drafted(world.concluded(place, team))
        numbers.append(queries.report(flow.issued(visit), by=head).number)
    assert numbers == [f"{each}/{today().year}" for each in (1, 2, 3)]


def test_awaited_signatures_hold_the_issue():
    report = flow.for_signature()
    with pytest.raises(SignaturesOpen, match="3"):
        services.issue_visit_report(report_id=report, by=secretary)
    services.sign(report_id=report, by=leader)
    with pytest.raises(SignaturesOpen, match="2"):
        services.issue_visit_report(report_id=report, by=secretary)


def test_a_report_that_nobody_signed_is_not_issued():
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=today() - timedelta(days=40))
    for each in queries.report(report, by=secretary).signatures:
        services.record_missing_signature(report_id=report, member_id=each.member_id, cause="absent", by=secretary)
    with pytest.raises(NobodySigned):
        services.issue_visit_report(report_id=report, by=secretary)


def end_long_ago(visit_id, days=60):
    """Makes the visit one of the past, as a visit entered from paper is."""
    from tirek.foundation.ledger.services import record
    from tirek.records.visits.models import Visit

    with record("visit.entered", by=secretary) as act:
        row = Visit.objects.get(pk=visit_id)
        row.starts_on = row.ends_on = today() - timedelta(days=days)
        row.begun_at = row.ended_at = timezone.now() - timedelta(days=days)
        row.save()
        act.of(None)


def test_a_report_issued_on_paper_is_entered_later_with_its_own_day():
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=today() - timedelta(days=50))
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who, on=today() - timedelta(days=45))
    services.issue_visit_report(report_id=report, by=secretary, on=today() - timedelta(days=44))
    given = today() - timedelta(days=44)
    facts = queries.report(report, by=head)
    assert (facts.issued_on, facts.number) == (given, f"1/{given.year}")
    assert visit_facts(visit, by=head).reported_on == given
    (line,) = recommendations(by=head, country="demo", today=today())
    assert (line.issued_on, line.due_on) == (given, due("demo", "answer", given))


def test_the_day_of_issue_lies_neither_ahead_nor_before_the_signatures():
    report = flow.signed()
    for on in (today() + timedelta(days=1), today() - timedelta(days=1)):
        with pytest.raises(IssueDate):
            services.issue_visit_report(report_id=report, by=secretary, on=on)


@pytest.mark.parametrize("who", [leader, member, doctor])
def test_the_delegation_does_not_issue(who):
    report = flow.signed()
    with pytest.raises(NotAllowed):
        services.issue_visit_report(report_id=report, by=who)


def test_what_changed_after_the_approval_stops_signing_and_issuing():
    visit = flow.visit()
    report = flow.for_signature(visit)
    (finding, *_) = findings(visit, by=leader)
    services.sign(report_id=report, by=leader)
    frozen = freeze(queries.report_document(report, by=leader))
    visits.edit_finding(finding_id=finding.id, seen=world.seen("Другой текст."), revision=finding.revision, by=leader)
    assert freeze(queries.report_document(report, by=leader)) == frozen
    with pytest.raises(RowsChanged):
        services.sign(report_id=report, by=member)
    services.return_to_draft(report_id=report, reason="изменено замечание", by=leader)
    assert queries.report(report, by=leader).signatures == ()
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    assert freeze(queries.report_document(report, by=leader)) != frozen


def test_a_recommendation_drafted_after_the_approval_stops_the_issue():
    visit = flow.visit()
    report = flow.signed(visit)
    flow.recommend(visit, "Открыть прогулочный двор.")
    with pytest.raises(RowsChanged):
        services.issue_visit_report(report_id=report, by=secretary)
    assert recommendations(by=head, country="demo", today=today()) == ()
    assert visit_facts(visit, by=head).state == "concluded"


def test_an_answer_to_an_urgent_measure_may_still_come():
    from tirek.records.visits.queries import urgent_measures

    visit = flow.full_visit()
    report = flow.for_signature(visit)
    (measure,) = urgent_measures(visit, by=leader)
    visits.answer_urgent_measure(measure_id=measure.id, answer="осмотр проведён", answered_at=timezone.now(), by=leader)
    services.sign(report_id=report, by=leader)


def test_a_refused_issue_leaves_nothing_half_done(monkeypatch):
    visit = flow.visit()
    report = flow.signed(visit)

    def broken(*args, **kwargs):
        raise RuntimeError

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr("tirek.insight.reports.services.issue.store_issued", broken)
        services.issue_visit_report(report_id=report, by=secretary)
    assert queries.report(report, by=secretary).state == "for_signature"
    assert visit_facts(visit, by=secretary).state == "concluded"
    assert recommendations(by=secretary, country="demo", today=today()) == ()
    services.issue_visit_report(report_id=report, by=secretary)
    assert queries.report(report, by=secretary).number == f"1/{today().year}"


def test_the_report_prints_when_the_danger_was_seen_and_when_the_answer_came():
    visit = flow.full_visit()
    report = flow.drafted(visit)
    (measure,) = urgent_measures(visit, by=leader)
    visits.answer_urgent_measure(measure_id=measure.id, answer="осмотр проведён", answered_at=timezone.now(), by=leader)
    (line,) = queries.report_document(report, by=leader).urgent_measures
    assert (line.seen_at, line.sent_at) == (measure.observed_at, measure.sent_at) and line.answered_at >= line.sent_at
    if not WITHOUT_PDFTOTEXT:
        printed = text_of(report_pdf(replace(queries.report_document(report, by=leader), layout="apart", languages=("ru",))))
        assert "Замечено: " in printed and "Ответ получен: " in printed
