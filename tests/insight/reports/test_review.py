"""Draft and review: who may, in which state, and what two people do at the same text."""

from dataclasses import replace

import pytest

from tests import world
from tests.insight.reports import flow
from tests.people import analyst, auditor, conflicted, deputy, doctor, focal, foreigner, head, leader, member, nobody, secretary
from tirek.followup.recommendations.queries import proposals
from tirek.followup.recommendations.services import draft_recommendation, drop_draft, edit_draft
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.files.queries import file_bytes
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.documents.frozen import freeze, thaw
from tirek.insight.reports.refusals import (
    NotInBothLanguages,
    OwnReview,
    ReportChanged,
    ReportReasonNeeded,
    ReportTextTooLong,
    RestsOnNothing,
    ReviewedTextChanged,
    SummaryNeeded,
)
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
OUTSIDE = (conflicted, analyst, focal, auditor, foreigner, nobody)


@pytest.mark.parametrize("who", [head, secretary, leader, member, doctor])
def test_delegation_and_office_draft(who):
    visit = flow.visit()
    assert queries.report(services.draft_report(visit_id=visit, by=who).value, by=who).state == "draft"


@pytest.mark.parametrize("who", OUTSIDE)
def test_for_others_neither_visit_nor_draft_exists(who):
    visit = flow.visit()
    with pytest.raises(NotFound):
        services.draft_report(visit_id=visit, by=who)
    report = flow.in_review(visit)
    for act in (
        lambda: queries.report(report, by=who),
        lambda: queries.report_document(report, by=who),
        lambda: queries.document_files(report, by=who),
        lambda: queries.needs(report, by=who),
        lambda: queries.report_of_visit(visit, by=who),
        lambda: services.edit_report(report_id=report, summary=flow.SUMMARY, revision=2, by=who),
        lambda: services.approve(report_id=report, by=who),
        lambda: services.return_to_draft(report_id=report, reason="-", by=who),
        lambda: services.make_documents(report_id=report, by=who),
    ):
        with pytest.raises(NotFound):
            act()
    assert queries.reports(by=who, country="demo") == ()


def test_an_organiser_of_the_office_who_did_not_go_reads_the_draft():
    assert queries.report(flow.drafted(), by=deputy).state == "draft"


def test_a_draft_without_a_summary_is_not_submitted():
    report = services.draft_report(visit_id=flow.visit(), by=leader).value
    with pytest.raises(SummaryNeeded):
        services.submit(report_id=report, by=leader)


def without_its_finding(visit):
    """The visit after the finding under its recommendation was taken back."""
    visits.take_back_finding(finding_id=findings(visit, by=leader)[0].id, by=leader)
    return visit


def test_a_recommendation_whose_finding_is_taken_back_is_not_handed_in():
    visit = without_its_finding(flow.visit())
    report = flow.drafted(visit)
    with pytest.raises(RestsOnNothing):
        services.submit(report_id=report, by=leader)
    (need,) = (each for each in queries.needs(report, by=leader) if each.code == "baseless")
    (row,) = proposals(visit, by=leader)
    assert (need.done, need.blocks, need.count, need.about) == (False, True, 1, row.id)
    drop_draft(recommendation_id=row.id, by=leader)
    services.submit(report_id=report, by=leader)
    assert "baseless" not in {each.code for each in queries.needs(report, by=leader)}


def test_a_recommendation_that_lost_its_finding_in_review_is_not_approved():
    visit = flow.visit()
    report = flow.in_review(visit)
    without_its_finding(visit)
    with pytest.raises(RestsOnNothing):
        services.approve(report_id=report, by=secretary)
    flow.rest_on(visit, findings(visit, by=leader)[0].id)
    services.approve(report_id=report, by=secretary)
    (line,) = queries.report_document(report, by=leader).recommendations
    assert line.findings == (f"finding-{findings(visit, by=leader)[0].id}",)


def test_a_recommendation_rests_on_what_is_printed_not_on_a_finding_that_waits_for_the_doctor():
    visit = world.begun(world.prison(), world.members())
    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    finding = visits.add_finding(visit_id=visit, seen=silent, by=leader).value
    visits.end(visit_id=visit, by=leader)
    flow.recommend(visit)
    report = flow.drafted(visit)
    with pytest.raises(RestsOnNothing):
        services.submit(report_id=report, by=leader)
    visits.release_medical_wording(finding_id=finding, text=flow.both("Врач принимает раз в неделю."), by=doctor)
    services.submit(report_id=report, by=leader)


def test_the_second_of_two_writers_is_told_and_loses_nothing():
    report = flow.drafted()
    revision = queries.report(report, by=leader).revision
    services.edit_report(report_id=report, summary=flow.both("Текст врача."), revision=revision, by=doctor)
    with pytest.raises(ReportChanged):
        services.edit_report(report_id=report, summary=flow.both("Текст руководителя."), revision=revision, by=leader)
    assert queries.report(report, by=leader).summary.in_("ru") == "Текст врача."


def test_a_translation_older_than_its_source_is_marked():
    report = flow.drafted()
    new = Words.of({"ru": "Новый текст.", "kk": flow.SUMMARY.in_("kk")})
    services.edit_report(report_id=report, summary=new, revision=2, by=leader)
    assert queries.report(report, by=leader).summary.stale == {"kk"}


def test_ten_megabytes_are_refused_and_nothing_is_saved():
    report = flow.drafted()
    with pytest.raises(ReportTextTooLong):
        services.edit_report(report_id=report, summary=flow.both("ы" * 10_000_000), revision=2, by=leader)
    assert dict(queries.report(report, by=leader).summary.texts) == dict(flow.SUMMARY.texts)


@pytest.mark.parametrize("who", [leader, member, doctor])
def test_the_delegation_does_not_review(who):
    report = flow.in_review()
    with pytest.raises(NotAllowed):
        services.approve(report_id=report, by=who)


def test_who_submitted_does_not_review():
    report = flow.drafted()
    services.submit(report_id=report, by=secretary)
    with pytest.raises(OwnReview):
        services.approve(report_id=report, by=secretary)
    services.approve(report_id=report, by=head)
    assert queries.report(report, by=head).state == "for_signature"


def test_a_text_that_changed_after_it_was_shown_is_not_approved():
    visit = flow.visit()
    report = flow.in_review(visit)
    read = queries.text_digest(queries.report_document(report, by=secretary))
    visits.add_finding(visit_id=visit, seen=world.seen("Прогулок нет вовсе.", seriousness="critical"), by=leader)
    with pytest.raises(ReviewedTextChanged):
        services.approve(report_id=report, digest=read, by=secretary)
    assert queries.report(report, by=secretary).state == "in_review"
    services.approve(report_id=report, digest=queries.text_digest(queries.report_document(report, by=secretary)), by=secretary)
    assert queries.report(report, by=secretary).state == "for_signature"


def test_what_is_frozen_is_what_the_reviewer_was_shown():
    report = flow.in_review()
    shown = queries.report_document(report, by=secretary)
    services.approve(report_id=report, digest=queries.text_digest(shown), by=secretary)
    frozen = thaw(file_bytes(queries.frozen_files(report, by=secretary)[0].id))
    assert freeze(replace(frozen, stamp=shown.stamp)) == freeze(shown)


def test_a_report_is_returned_with_a_reason_and_can_be_submitted_again():
    report = flow.for_signature()
    with pytest.raises(ReportReasonNeeded):
        services.return_to_draft(report_id=report, reason="  ", by=secretary)
    services.return_to_draft(report_id=report, reason="Дописать о прогулках.", by=secretary)
    facts = queries.report(report, by=leader)
    assert (facts.state, facts.digest, facts.signatures) == ("draft", "", ())
    assert [each.reason for each in facts.returns] == ["Дописать о прогулках."]
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    assert len(queries.report(report, by=leader).signatures) == 3


@pytest.mark.parametrize("who", [member, doctor])
def test_members_do_not_return_a_report(who):
    report = flow.in_review()
    with pytest.raises(NotAllowed):
        services.return_to_draft(report_id=report, reason="иначе", by=who)


def test_text_in_review_is_not_edited():
    report = flow.in_review()
    with pytest.raises(IllegalMove):
        services.edit_report(report_id=report, summary=flow.SUMMARY, revision=2, by=leader)


def test_a_medical_finding_that_waits_for_the_doctor_is_not_printed_but_told():
    visit = world.begun(world.prison(), world.members())
    visits.add_finding(visit_id=visit, seen=replace(world.seen(medical=True, area="health_care"), text=Words()), by=leader)
    visits.end(visit_id=visit, by=leader)
    report = flow.drafted(visit)
    assert queries.report_document(report, by=leader).sections == ()
    (told,) = [each for each in queries.needs(report, by=leader) if each.code == "doctor"]
    assert (told.done, told.blocks, told.count) == (False, False, 1)
    services.submit(report_id=report, by=leader)


def test_of_a_medical_finding_the_report_counts_and_prints_nothing_before_the_release_and_never_why_it_has_one_source():
    visit, reason = world.begun(world.prison(), world.members()), "Есть только рентгеновский снимок."
    seen = world.seen(medical=True, area="health_care", seriousness="critical", sources=("records",), single_source_reason=reason)
    finding = visits.add_finding(visit_id=visit, seen=seen, by=doctor).value
    visits.end(visit_id=visit, by=leader)
    report = flow.drafted(visit)
    document = queries.report_document(report, by=leader)
    assert not document.sections and not document.chart and {each.value for each in document.numbers} == {0}
    visits.release_medical_wording(finding_id=finding, text=flow.both("Помощь оказана поздно."), by=doctor)
    document = queries.report_document(report, by=leader)
    ((paragraph,),) = (each.paragraphs for each in document.sections)
    assert paragraph.text.in_("ru") == "Помощь оказана поздно." and not paragraph.single_source_reason
    assert reason not in str(document) and queries.texts_written_once(report, by=doctor) == ()


def test_what_is_missing_is_a_short_list():
    report = services.draft_report(visit_id=flow.visit(), by=leader).value
    blocking = {each.code: each.done for each in queries.needs(report, by=leader) if each.blocks}
    assert blocking == {"summary": False, "hits": True}


def test_before_the_issue_the_list_counts_awaited_signatures():
    report = flow.for_signature()
    services.sign(report_id=report, by=leader)
    told = {each.code: (each.done, each.count) for each in queries.needs(report, by=leader)}
    assert told == {"unchanged": (True, 0), "hits": (True, 0), "signatures": (False, 2), "signed": (True, 0)}


def test_a_recommendation_is_not_handed_in_or_approved_in_one_language_alone():
    visit = flow.visit()
    basis = tuple(each.id for each in findings(visit, by=leader)[:1])
    made = Proposal(Words.of({"ru": "Вести журнал."}), "lum-prison-service", basis)
    second = draft_recommendation(visit_id=visit, made=made, by=leader).value
    report = flow.drafted(visit)
    with pytest.raises(NotInBothLanguages) as refused:
        services.submit(report_id=report, by=leader)
    assert refused.value.params == {"which": "2 (Қазақша)"}
    (need,) = [each for each in queries.needs(report, by=leader) if each.code == "bilingual"]
    assert (need.count, need.language, need.about, need.blocks) == (2, "kk", second, True)
    both = Proposal(flow.both("Вести журнал.", "Журнал жүргізу."), "lum-prison-service", basis)
    edit_draft(recommendation_id=second, made=both, revision=1, by=leader)
    services.submit(report_id=report, by=leader)
    edit_draft(recommendation_id=second, made=replace(both, indicator=Words.of({"ru": "Есть журнал."})), revision=2, by=leader)
    with pytest.raises(NotInBothLanguages):
        services.approve(report_id=report, by=secretary)
