"""No report is submitted, approved, signed or issued while a passage that could name a person waits for a decision."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.insight.reports import flow
from tests.insight.reports.test_issue import end_long_ago
from tests.people import analyst, doctor, head, leader, member, secretary
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.insight.reports import queries, services
from tirek.insight.reports.models import PassageDecision
from tirek.insight.reports.refusals import DecisionUnknown, HitNotThere, HitsUndecided, OthersWords, ReportReasonNeeded
from tirek.records.visits import services as visits
from tirek.records.visits.queries import findings, undecided_hits
from tirek.records.visits.refusals import DoctorOnly

pytestmark = pytest.mark.django_db
NAMED = "По словам Сериков А.Б. света нет."


def named(text=NAMED):
    """A draft whose summary could name somebody; its id and the digest of the passage."""
    report = services.draft_report(visit_id=flow.visit(), by=leader).value
    services.edit_report(report_id=report, summary=flow.both(text), revision=1, by=leader)
    (hit,) = queries.undecided_passages(report, by=leader).others
    return report, hit.digest


def test_a_summary_that_could_name_somebody_is_not_submitted():
    report, _ = named()
    with pytest.raises(HitsUndecided, match="1"):
        services.submit(report_id=report, by=leader)
    assert queries.report(report, by=leader).state == "draft"


def test_a_passage_is_kept_with_a_reason():
    report, digest = named()
    with pytest.raises(ReportReasonNeeded):
        services.decide_passage(report_id=report, digest=digest, decision="kept", by=leader)
    services.decide_passage(report_id=report, digest=digest, decision="kept", reason="должностное лицо", by=leader)
    services.submit(report_id=report, by=leader)
    assert queries.report(report, by=leader).summary.in_("ru") == NAMED


def test_a_passage_is_taken_out():
    report, digest = named("Об этом, сказал, Сериков А.Б., вчера.")
    services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=leader)
    assert queries.report(report, by=leader).summary.in_("ru") == "Об этом, сказал, вчера."


def test_a_passage_is_written_in_general_words():
    report, digest = named()
    with pytest.raises(ReportReasonNeeded):
        services.decide_passage(report_id=report, digest=digest, decision="generalised", by=leader)
    services.decide_passage(report_id=report, digest=digest, decision="generalised", replacement="одного из содержащихся", by=doctor)
    assert queries.report(report, by=leader).summary.in_("ru") == "По словам одного из содержащихся света нет."


def test_of_a_decision_only_a_digest_is_kept():
    report, digest = named()
    services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=leader)
    row = PassageDecision.objects.get()
    assert all("Сериков" not in str(value) for value in row.__dict__.values())


def test_an_unknown_decision_a_gone_passage_and_a_stranger_are_refused():
    report, digest = named()
    with pytest.raises(DecisionUnknown):
        services.decide_passage(report_id=report, digest=digest, decision="forgotten", by=leader)
    with pytest.raises(HitNotThere):
        services.decide_passage(report_id=report, digest="0" * 64, decision="taken_out", by=leader)
    with pytest.raises(NotFound):
        services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=analyst)


def test_a_finding_s_own_passage_holds_the_report_too():
    visit = world.begun(world.prison(), world.members())
    visits.add_finding(visit_id=visit, seen=world.seen("Сериков А.Б. содержится без света."), by=leader)
    visits.end(visit_id=visit, by=leader)
    report = flow.drafted(visit)
    (hit,) = queries.undecided_passages(report, by=leader).findings
    with pytest.raises(HitsUndecided):
        services.submit(report_id=report, by=leader)
    visits.decide_hit(finding_id=findings(visit, by=leader)[0].id, digest=hit.digest, decision="taken_out", by=leader)
    services.submit(report_id=report, by=leader)


def test_a_recommendation_s_own_passage_holds_the_report_too():
    visit = flow.visit()
    flow.recommend(visit, "Перевести Сериков А.Б. в светлую камеру.")
    report = flow.drafted(visit)
    assert len(queries.undecided_passages(report, by=leader).recommendations) == 1
    with pytest.raises(HitsUndecided):
        services.submit(report_id=report, by=leader)


def test_what_was_recorded_at_the_gate_is_printed_in_general_words_and_stays_as_it_was_written():
    visit = world.begun(world.prison(), world.members())
    ground = "так решил Сериков А.Б. лично"
    visits.record_access(visit_id=visit, entitlement="all_places", outcome="refused", by_whom="дежурный", ground=ground, names_nobody="Так сказано на посту.", by=leader)
    visits.end(visit_id=visit, by=leader)
    report = flow.drafted(visit)
    (hit,) = queries.undecided_passages(report, by=leader).others
    services.decide_passage(report_id=report, digest=hit.digest, decision="generalised", replacement="сотрудник", by=leader)
    services.submit(report_id=report, by=leader)
    (refusal,) = queries.report_document(report, by=leader).refusals
    assert refusal.ground.in_("ru") == "так решил сотрудник лично"
    from tirek.records.visits.queries import access_facts

    assert access_facts(visit, by=leader)[0].ground == ground


def test_an_opinion_that_could_name_somebody_holds_signatures_and_issue():
    report = flow.for_signature()
    services.sign(report_id=report, by=leader)
    services.add_dissent(report_id=report, text=flow.both("Сериков А.Б. говорил иначе."), by=member)
    with pytest.raises(HitsUndecided):
        services.sign(report_id=report, by=doctor)
    (hit,) = queries.undecided_passages(report, by=leader).others
    services.decide_passage(report_id=report, digest=hit.digest, decision="generalised", replacement="Сотрудник", by=member)
    for who in (member, doctor):
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    assert queries.report_document(report, by=head).dissents[0].text.in_("ru") == "Сотрудник говорил иначе."


def test_nobody_rewrites_the_opinion_of_another_and_it_is_issued_as_its_author_wrote_it():
    report = flow.for_signature()
    opinion = flow.both("Сериков А.Б. говорил иначе.")
    services.add_dissent(report_id=report, text=opinion, by=member)
    (hit,) = queries.undecided_passages(report, by=leader).others
    for who in (leader, doctor, secretary, head):
        for decision in ("generalised", "taken_out"):
            with pytest.raises(OthersWords):
                services.decide_passage(report_id=report, digest=hit.digest, decision=decision, replacement="Я согласен с отчётом.", by=who)
    services.decide_passage(report_id=report, digest=hit.digest, decision="kept", reason="должностное лицо", by=leader)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    assert queries.report_document(report, by=head).dissents[0].text == opinion


def test_why_a_signature_is_missing_in_words_is_not_printed_and_holds_nothing():
    visit = flow.visit()
    end_long_ago(visit)
    report = flow.in_review(visit)
    services.approve(report_id=report, by=secretary, on=timezone.localdate() - timedelta(days=30))
    line = next(each for each in queries.report(report, by=member).signatures if each.mine)
    told = {"report_id": report, "member_id": line.member_id, "cause": "other", "reason": "Так решил Сериков А.Б. лично.", "by": leader}
    with pytest.raises(PassagesUndecided):
        services.record_missing_signature(**told)
    services.record_missing_signature(**told, names_nobody="Так зовут того, кто подписывает.")
    assert queries.undecided_passages(report, by=leader).others == ()


def medical():
    """A visit whose one finding is the doctor's and could name somebody; its id and the finding's."""
    visit = world.begun(world.prison(), world.members())
    seen = world.seen("Сериков А.Б. не осмотрен врачом.", area="health_care", medical=True)
    finding = visits.add_finding(visit_id=visit, seen=seen, by=doctor).value
    visits.release_medical_wording(finding_id=finding, text=seen.text, by=doctor)
    visits.end(visit_id=visit, by=leader)
    return visit, finding


def test_the_doctor_s_wording_is_put_in_general_words_by_the_doctor_alone():
    visit, finding = medical()
    (hit,) = undecided_hits(visit, by=leader)
    for who in (leader, member):
        with pytest.raises(DoctorOnly):
            visits.decide_hit(finding_id=finding, digest=hit.digest, decision="generalised", replacement="Всем доволен человек, который", by=who)
    visits.decide_hit(finding_id=finding, digest=hit.digest, decision="generalised", replacement="Один человек", by=doctor)
    assert findings(visit, by=doctor)[0].text.in_("ru") == "Один человек не осмотрен врачом."


def test_in_a_correction_too_a_medical_finding_s_words_are_the_doctor_s():
    visit, finding = medical()
    (hit,) = undecided_hits(visit, by=leader)
    visits.decide_hit(finding_id=finding, digest=hit.digest, decision="generalised", replacement="Один человек", by=doctor)
    flow.recommend(visit)
    new = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Исправлено."), by=secretary).value
    with pytest.raises(DoctorOnly):
        services.amend_finding(report_id=new, finding_id=finding, text=flow.both("Все осмотрены."), by=leader)
    services.amend_finding(report_id=new, finding_id=finding, text=flow.both("Сериков А.Б. осмотрен поздно."), by=doctor)
    (hit,) = queries.undecided_passages(new, by=leader).others
    with pytest.raises(DoctorOnly):
        services.decide_passage(report_id=new, digest=hit.digest, decision="generalised", replacement="Каждый", by=leader)
    services.decide_passage(report_id=new, digest=hit.digest, decision="generalised", replacement="Один человек", by=doctor)


def test_the_frozen_text_is_decided_about_no_more():
    report, digest = named()
    services.decide_passage(report_id=report, digest=digest, decision="kept", reason="должность", by=leader)
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    with pytest.raises(IllegalMove):
        services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=leader)


def test_the_office_of_another_country_decides_nothing():
    from tests.people import foreigner

    report, digest = named()
    with pytest.raises((NotFound, NotAllowed)):
        services.decide_passage(report_id=report, digest=digest, decision="taken_out", by=foreigner)


def test_the_reasons_that_others_read_later_are_searched_too():
    named = "Нужно проверить слова Ташиева."
    report = flow.in_review()
    with pytest.raises(PassagesUndecided):
        services.return_to_draft(report_id=report, reason=named, by=head)
    services.return_to_draft(report_id=report, reason=named, names_nobody="Так зовут начальника.", by=head)
    services.submit(report_id=report, by=leader)
    services.approve(report_id=report, by=secretary)
    for who in flow.SIGNERS:
        services.sign(report_id=report, by=who)
    services.issue_visit_report(report_id=report, by=secretary)
    new = services.correct_report(report_id=report, changes=flow.both("Исправлено."), by=secretary).value
    with pytest.raises(PassagesUndecided):
        services.abandon_correction(report_id=new, reason="Начато по ошибке: жалоба Ташиева.", by=secretary)
    services.abandon_correction(report_id=new, reason="Начато по ошибке.", by=secretary)
