"""Signatures bind the digest of the frozen text; paper, missing ones and dissenting opinions have their own rules."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.accounts import account_of
from tests.insight.reports import flow
from tests.insight.reports.test_issue import end_long_ago
from tests.people import analyst, conflicted, deputy, doctor, head, leader, member, secretary
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.files.services import store_file
from tirek.foundation.jurisdictions.queries import due
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents.blocks import Table
from tirek.insight.reports.documents.composition import parts
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.models import Report
from tirek.insight.reports.refusals import (
    AlreadySigned,
    ApprovalDate,
    ApproverAttaches,
    CauseUnknown,
    DissentExists,
    NotASignatory,
    OpinionNeeded,
    OtherText,
    ReportReasonNeeded,
    SheetAttached,
    SignatureDate,
    TermRuns,
)

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def member_id(report, who):
    return next(each.member_id for each in queries.report(report, by=leader).signatures if each.name == who.name.title())


def sheet():
    return store_file(content=b"%PDF-1.7 scan", name="sheet.pdf", media_type="application/pdf", country="demo", by=secretary).value.pk


def test_a_signature_binds_the_digest_of_the_frozen_bytes():
    report = flow.for_signature()
    services.sign(report_id=report, by=leader)
    row, facts = Report.objects.get(pk=report), queries.report(report, by=leader)
    line = next(each for each in facts.signatures if each.mine)
    assert line.digest == facts.digest == hashlib.sha256(file_bytes(row.body_id)).hexdigest()
    assert (line.state, line.way, line.signed_on) == ("signed", "account", today())


def test_leader_members_and_doctor_sign_and_nobody_else():
    report = flow.for_signature()
    for who in (head, secretary, deputy):
        with pytest.raises(NotASignatory):
            services.sign(report_id=report, by=who)
    for who in (conflicted, analyst):
        with pytest.raises(NotFound):
            services.sign(report_id=report, by=who)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    assert [each.role for each in queries.report(report, by=leader).signatures] == ["leader", "doctor", "member"]


def test_nobody_signs_twice_or_another_text():
    report = flow.for_signature()
    with pytest.raises(OtherText):
        services.sign(report_id=report, by=leader, digest="0" * 64)
    services.sign(report_id=report, by=leader, digest=queries.report(report, by=leader).digest)
    with pytest.raises(AlreadySigned):
        services.sign(report_id=report, by=leader)


@pytest.mark.parametrize("state", [flow.drafted, flow.in_review, flow.issued])
def test_only_a_frozen_text_is_signed(state):
    report = state()
    with pytest.raises(IllegalMove):
        services.sign(report_id=report, by=leader)


def laid_before(days):
    """A report of a visit that ended long ago, laid for signature so many days before today."""
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=today() - timedelta(days=days))
    return report


@pytest.mark.parametrize("days", [-1, 11, 20])
def test_signatures_and_opinions_are_dated_neither_ahead_nor_before_the_text_was_frozen(days):
    report, on = laid_before(10), today() - timedelta(days=days)
    with pytest.raises(SignatureDate):
        services.sign(report_id=report, by=leader, on=on)
    with pytest.raises(SignatureDate):
        services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=sheet(), signed_on=on, by=deputy)
    with pytest.raises(SignatureDate):
        services.add_dissent(report_id=report, text=flow.both("Иначе."), by=member, on=on)
    assert {each.state for each in queries.report(report, by=leader).signatures} == {"awaited"}


@pytest.mark.parametrize("days", [0, 10])
def test_a_signature_is_dated_from_the_day_of_the_frozen_text_on(days):
    report, on = laid_before(10), today() - timedelta(days=days)
    services.sign(report_id=report, by=leader, on=on)
    services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=sheet(), signed_on=on, by=deputy)
    assert [each.signed_on for each in queries.report(report, by=leader).signatures] == [on, on, None]


def test_a_text_is_laid_for_signature_neither_ahead_nor_before_the_visit_s_end():
    report = flow.in_review()
    for days in (1, -1):
        with pytest.raises(ApprovalDate):
            services.approve(report_id=report, by=secretary, on=today() + timedelta(days=days))


def test_who_attached_a_sheet_is_told_to_all_who_read_the_report():
    report = flow.for_signature()
    services.sign(report_id=report, by=leader)
    services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=sheet(), signed_on=today(), by=deputy)
    services.attach_signature_file(report_id=report, member_id=member_id(report, leader), file_id=sheet(), signed_on=today(), by=deputy)
    brought = {each.name: each.brought_by for each in queries.report(report, by=doctor).signatures}
    assert brought == {"Leader": "", "Doctor": deputy.id, "Member": ""}


def test_who_approved_the_text_attaches_the_sheet_of_nobody_else():
    report = flow.for_signature()
    asked = {"report_id": report, "signed_on": today()}
    with pytest.raises(ApproverAttaches, match="Doctor"):
        services.attach_signature_file(member_id=member_id(report, doctor), file_id=sheet(), by=secretary, **asked)
    assert {each.state for each in queries.report(report, by=leader).signatures} == {"awaited"}
    services.sign(report_id=report, by=member)
    services.attach_signature_file(member_id=member_id(report, member), file_id=sheet(), by=secretary, **asked)
    for who, brings in ((leader, leader), (doctor, head)):
        services.attach_signature_file(member_id=member_id(report, who), file_id=sheet(), by=brings, **asked)
    assert {each.state for each in queries.report(report, by=leader).signatures} == {"signed"}


def test_the_issued_report_prints_who_attached_a_sheet():
    account_of(head)
    report = flow.for_signature()
    services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=sheet(), signed_on=today(), by=head)
    for who in (leader, member):
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    document = queries.report_document(report, by=analyst)
    assert {each.name: each.attached_by for each in document.signatures} == {"Leader": "", "Doctor": "Head", "Member": ""}
    (rows,) = [block.rows for block in parts(replace(document, languages=("en",), layout="apart"))[0].blocks if isinstance(block, Table) and block.heads[-1][0][1] == ("Digest of the text (SHA-256)",)]
    told = {row[0][0][1][0]: row[2][0][1][0] for row in rows}
    assert told["Doctor"].endswith("; signed sheet attached by Head") and "attached" not in told["Leader"] + told["Member"]
    assert thaw(freeze(document)) == document


def test_another_of_the_office_attaches_a_signed_sheet_and_the_delegation_reads_it():
    report, file = flow.for_signature(), sheet()
    services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=file, signed_on=today(), by=deputy)
    line = next(each for each in queries.report(report, by=doctor).signatures if each.mine)
    assert (line.state, line.way, line.file_id) == ("signed", "sheet", file)
    assert queries.sheet_file(report, line.id, by=member).id == file
    with pytest.raises(NotFound):
        queries.sheet_file(report, line.id, by=analyst)


def test_a_national_signature_file_joins_a_signature_given_here():
    report, file = flow.for_signature(), sheet()
    services.sign(report_id=report, by=leader)
    services.attach_signature_file(report_id=report, member_id=member_id(report, leader), file_id=file, signed_on=today(), by=leader)
    line = next(each for each in queries.report(report, by=leader).signatures if each.mine)
    assert (line.way, line.file_id) == ("account", file)


def test_a_sheet_that_is_attached_is_not_replaced():
    report, file = flow.for_signature(), sheet()
    services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=file, signed_on=today(), by=deputy)
    with pytest.raises(SheetAttached):
        services.attach_signature_file(report_id=report, member_id=member_id(report, doctor), file_id=sheet(), signed_on=today(), by=leader)
    line = next(each for each in queries.report(report, by=doctor).signatures if each.mine)
    assert line.file_id == file


def test_members_attach_and_record_nothing_for_others():
    report, file = flow.for_signature(), sheet()
    with pytest.raises(NotAllowed):
        services.attach_signature_file(report_id=report, member_id=member_id(report, leader), file_id=file, signed_on=today(), by=member)
    with pytest.raises(NotAllowed):
        services.record_missing_signature(report_id=report, member_id=member_id(report, leader), cause="other", reason="-", by=member)
    with pytest.raises(NotFound):
        services.attach_signature_file(report_id=report, member_id=report, file_id=file, signed_on=today(), by=deputy)


def test_a_missing_signature_is_recorded_after_the_term_alone():
    report = flow.for_signature()
    last = due("demo", "signature", today())
    assert queries.report(report, by=leader).signatures_due == last
    with pytest.raises(TermRuns, match=str(last)):
        services.record_missing_signature(report_id=report, member_id=member_id(report, member), cause="absent", reason="в отъезде", by=leader)


def test_after_the_term_the_report_goes_on_without_the_signature_and_prints_why():
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=today() - timedelta(days=30))
    for who in (leader, doctor):
        services.sign(report_id=report, by=who, on=today() - timedelta(days=20))
    services.record_missing_signature(report_id=report, member_id=member_id(report, member), cause="personal", reason="лежит в больнице", by=leader)
    with pytest.raises(AlreadySigned):
        services.record_missing_signature(report_id=report, member_id=member_id(report, leader), cause="refused", by=leader)
    services.issue_visit_report(report_id=report, by=secretary)
    printed = {each.name: each.missing_reason.in_("ru") for each in queries.report_document(report, by=head).signatures}
    assert printed == {"Leader": "", "Doctor": "", "Member": "личные обстоятельства"}
    assert "больниц" not in freeze(queries.report_document(report, by=head)).decode()
    read = {who: {each.reason for each in queries.report(report, by=who).signatures} for who in (leader, secretary, member, doctor, analyst)}
    assert read == {leader: {"", "лежит в больнице"}, secretary: {"", "лежит в больнице"}, member: {"", "лежит в больнице"}, doctor: {""}, analyst: {""}}


def test_a_cause_is_one_of_the_list_and_another_one_says_itself_in_words():
    report = flow.for_signature()
    for cause, reason, refusal in (("ill", "в больнице", CauseUnknown), ("other", " ", ReportReasonNeeded), ("absent", "", TermRuns)):
        with pytest.raises(refusal):
            services.record_missing_signature(report_id=report, member_id=member_id(report, member), cause=cause, reason=reason, by=leader)


def test_my_signature_waits_for_me_and_for_nobody_else():
    report = flow.for_signature()
    (mine,) = queries.awaiting_signature(by=member, country="demo")
    assert (mine.report_id, mine.signed, mine.signers, mine.due_on) == (report, 0, 3, due("demo", "signature", today()))
    services.sign(report_id=report, by=member)
    assert queries.awaiting_signature(by=member, country="demo") == ()
    assert queries.awaiting_signature(by=head, country="demo") == ()
    assert queries.awaiting_signature(by=doctor, country="demo")[0].signed == 1


def test_a_dissenting_opinion_is_attached_in_full_with_its_author():
    report = flow.for_signature()
    opinion = flow.both("Считаю первое замечание менее серьёзным.")
    services.add_dissent(report_id=report, text=opinion, by=member)
    with pytest.raises(DissentExists):
        services.add_dissent(report_id=report, text=opinion, by=member)
    with pytest.raises(OpinionNeeded):
        services.add_dissent(report_id=report, text=Words(), by=doctor)
    with pytest.raises(NotASignatory):
        services.add_dissent(report_id=report, text=opinion, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    (line,) = queries.report_document(report, by=head).dissents
    assert (line.name, line.text) == ("Member", opinion)


def test_an_opinion_survives_a_return_and_its_author_alone_takes_it_back():
    report = flow.for_signature()
    services.add_dissent(report_id=report, text=flow.both("Иначе."), by=member)
    services.return_to_draft(report_id=report, reason="дописать", by=secretary)
    assert len(queries.report(report, by=leader).dissents) == 1
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    with pytest.raises(NotFound):
        services.take_back_dissent(report_id=report, by=leader)
    services.take_back_dissent(report_id=report, by=member)
    assert queries.report(report, by=leader).dissents == ()


def test_the_sheet_for_paper_names_those_who_sign_and_stays_the_same_while_they_do():
    report = flow.for_signature()
    before = freeze(queries.report_document(report, by=leader))
    services.sign(report_id=report, by=leader)
    document = queries.report_document(report, by=leader)
    assert freeze(document) == before
    assert {each.digest for each in document.signatures} == {queries.report(report, by=leader).digest}
