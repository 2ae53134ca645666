"""What was entered for a correction that was given up is put back to the issued report, in one act with a reason; answers of authorities stay."""

from dataclasses import asdict
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.insight.reports import flow
from tests.people import analyst, conflicted, foreigner, leader, member, secretary
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.records.visits import queries as visits_read
from tirek.records.visits import services as visits
from tirek.records.visits.models import RecordAsIssued
from tirek.records.visits.refusals import NothingToRestore, ReasonNeeded

pytestmark = pytest.mark.django_db
PARTS = ("access", "meetings", "closing_talk", "urgent")


def record(visit, by=leader):
    """The record as its pages read it."""
    talk = visits_read.closing_talk(visit, by=by)
    parts = (visits_read.access_facts, visits_read.meetings, visits_read.urgent_measures)
    return [sorted(str({**asdict(each), "clock": ""}) for each in part(visit, by=by)) for part in parts] + [asdict(talk) if talk else None]


def written_over(visit):
    """Everything that a correction lets people enter once more, entered otherwise."""
    today = timezone.localdate()
    visits.record_access(visit_id=visit, entitlement="records", outcome="granted", by=leader)
    visits.remove_meeting(meeting_id=visits_read.meetings(visit, by=leader)[0].id, by=leader)
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=today, by=leader)
    visits.record_closing_talk(visit_id=visit, held_on=today, with_whom="заместитель", promises=[("побелить стены", "заместитель", None)], by=leader)
    seen = timezone.now() - timedelta(minutes=5)
    visits.send_urgent_measure(visit_id=visit, what=Words.of({"ru": "Открыть окна."}), authority_code="lum-prison-service", observed_at=seen, by=leader)


@pytest.fixture
def abandoned():
    """A visit whose issued report was being corrected until that was given up, and its record before."""
    visit = flow.full_visit()
    report = flow.issued(visit)
    before = record(visit)
    correction = services.correct_report(report_id=report, changes=flow.both("Уточнено."), by=secretary).value
    written_over(visit)
    assert queries.restorable_records(visit, by=leader) == () and record(visit) != before
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    return visit, report, before


def test_all_of_it_goes_back_at_once_under_the_same_ids(abandoned):
    visit, _report, before = abandoned
    assert queries.restorable_records(visit, by=leader) == PARTS
    size = Entry.objects.count()
    services.restore_as_issued(visit_id=visit, reason="Как в выпущенном отчёте.", by=leader)
    assert record(visit) == before and Entry.objects.count() == size + 1
    assert queries.restorable_records(visit, by=leader) == () and verify().holds
    assert [(one.reason, one.by) for one in visits_read.restorations(visit, by=member)] == [("Как в выпущенном отчёте.", leader.id)]
    with pytest.raises(NothingToRestore):
        services.restore_as_issued(visit_id=visit, reason="Ещё раз.", by=leader)


def test_who_does_not_write_the_record_reads_it_as_issued_during_a_correction_and_after_it_was_given_up(abandoned):
    visit, report, before = abandoned
    assert record(visit, by=analyst) == before != record(visit)
    assert record(visit, by=member) == record(visit, by=secretary) == record(visit)
    services.correct_report(report_id=report, changes=flow.both("Другое."), by=secretary)
    assert record(visit, by=analyst) == before


def test_who_does_not_write_the_record_reads_in_the_history_nothing_of_what_was_entered_for_a_correction(abandoned):
    visit, _report, _before = abandoned
    services.restore_as_issued(visit_id=visit, reason="Как в выпущенном отчёте.", by=leader)
    told = {who: [one.verb for one in visits_read.history(visit, by=who)] for who in (analyst, member)}
    issue = told[member].index("visit.reported")
    assert told[analyst][: issue + 1] == told[member][: issue + 1] and told[analyst][issue + 1 :] == []
    assert {"visit.meeting-removed", "visit.restored-as-issued"} < set(told[member][issue + 1 :])


def test_it_asks_for_a_reason_that_names_nobody_and_for_somebody_who_writes_the_record(abandoned):
    visit, _report, _before = abandoned
    with pytest.raises(ReasonNeeded):
        services.restore_as_issued(visit_id=visit, reason=" ", by=leader)
    with pytest.raises(PassagesUndecided):
        services.restore_as_issued(visit_id=visit, reason="Так просил осуждённый Петров А.В.", by=leader)
    for who, refusal in ((analyst, NotAllowed), (conflicted, NotFound), (foreigner, NotFound)):
        with pytest.raises(refusal):
            services.restore_as_issued(visit_id=visit, reason="Как было.", by=who)
    assert queries.restorable_records(visit, by=analyst) == () == visits_read.restorations(visit, by=analyst)


def test_a_passage_that_stays_in_the_reason_is_listed_with_the_visit_s(abandoned):
    visit, _report, _before = abandoned
    services.restore_as_issued(visit_id=visit, reason="Так просил осуждённый Петров А.В.", names_nobody="Так его зовут в письме.", by=leader)
    assert [(one.noun, one.reason) for one in visits_read.kept_passages(visit, by=leader)] == [("restored", "Так его зовут в письме.")]
    assert [(one.sort, one.page) for one in visits_read.kept_in_visits(by=leader, country="demo")] == [("restored", str(visit))]


def test_what_an_authority_answered_meanwhile_stays(abandoned):
    visit, _report, before = abandoned
    measure = next(one for one in visits_read.urgent_measures(visit, by=leader) if one.sent_at)
    visits.answer_urgent_measure(measure_id=measure.id, answered_at=timezone.now(), answer="Исполнено.", by=leader)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    (now,) = [one for one in visits_read.urgent_measures(visit, by=leader) if one.id == measure.id]
    assert now.answer == "Исполнено." and record(visit)[:2] == before[:2]


def test_a_measure_that_was_sent_since_stays_with_its_answer(abandoned):
    visit, _report, before = abandoned
    added, before_sent = ({one.id: one for one in visits_read.urgent_measures(visit, by=leader)}, record(visit)[2])
    new = next(one for one in added.values() if dict(one.what.texts)["ru"] == "Открыть окна.")
    visits.answer_urgent_measure(measure_id=new.id, sent_at=timezone.now(), answered_at=timezone.now(), answer="Открыты.", by=leader)
    assert "urgent" not in queries.restorable_records(visit, by=leader)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    now = {one.id: one for one in visits_read.urgent_measures(visit, by=leader)}
    assert now[new.id].answer == "Открыты." and now.keys() == added.keys() and len(before_sent) == len(now)
    assert record(visit)[:2] == before[:2] and queries.restorable_records(visit, by=leader) == () and verify().holds


def test_what_was_taken_back_of_a_measure_in_the_correction_comes_back():
    visit = flow.full_visit()
    measure = next(one for one in visits_read.urgent_measures(visit, by=leader) if one.sent_at)
    visits.answer_urgent_measure(measure_id=measure.id, answered_at=timezone.now(), answer="Вода подана.", by=leader)
    report = flow.issued(visit)
    before = record(visit)
    correction = services.correct_report(report_id=report, changes=flow.both("Уточнено."), by=secretary).value
    noted = next(one for one in visits_read.urgent_measures(visit, by=leader) if one.id == measure.id)
    visits.answer_urgent_measure(measure_id=measure.id, revision=noted.noted, by=leader)
    assert record(visit) != before
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    assert queries.restorable_records(visit, by=leader) == ("urgent",)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    assert record(visit) == before


def test_a_measure_that_was_sent_anew_in_other_words_keeps_the_words_with_their_moment():
    visit = flow.full_visit()
    report = flow.issued(visit)
    correction = services.correct_report(report_id=report, changes=flow.both("Уточнено."), by=secretary).value
    old = visits_read.urgent_measures(visit, by=leader)[0]
    visits.answer_urgent_measure(measure_id=old.id, revision=old.noted, by=leader)
    what = Words.of({"ru": "Показать человека врачу и дать воды."})
    visits.correct_urgent_measure(
        measure_id=old.id, what=what, authority_code=old.authority, observed_at=old.observed_at, stamp=old.stamp, by=leader
    )
    visits.answer_urgent_measure(measure_id=old.id, sent_at=timezone.now(), by=leader)
    sent = visits_read.urgent_measures(visit, by=leader)[0]
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    assert queries.restorable_records(visit, by=leader) == ("meetings",)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    for who in (leader, analyst):
        (now,) = visits_read.urgent_measures(visit, by=who)
        assert (now.id, now.what, now.sent_at) == (old.id, sent.what, sent.sent_at) and now.what != old.what


def test_a_translation_that_was_renewed_for_the_correction_goes_back():
    visit = flow.full_visit()
    correction = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    old = visits_read.urgent_measures(visit, by=leader)[0]
    visits.translate_urgent_measure(measure_id=old.id, texts={"kk": "Басқа сөз."}, stamp=old.stamp, by=leader)
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    assert visits_read.urgent_measures(visit, by=leader)[0].what == old.what


def test_a_further_correction_keeps_what_is_issued_and_its_issue_settles_it(abandoned):
    visit, report, before = abandoned
    correction = services.correct_report(report_id=report, changes=flow.both("Другое."), by=secretary).value
    with pytest.raises(NothingToRestore):
        services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    services.abandon_correction(report_id=correction, reason="Опять по ошибке.", by=secretary)
    services.restore_as_issued(visit_id=visit, reason="Как было.", by=leader)
    assert record(visit) == before
    correction = services.correct_report(report_id=report, changes=flow.both("Третье."), by=secretary).value
    visits.add_meeting(visit_id=visit, with_whom="un", held_on=timezone.localdate(), by=leader)
    flow.through(correction)
    assert queries.restorable_records(visit, by=leader) == () and not RecordAsIssued.objects.filter(restored_at=None).exists()
    assert verify().holds


def test_a_record_that_nobody_touched_is_not_put_back():
    visit = flow.full_visit()
    correction = services.correct_report(report_id=flow.issued(visit), changes=flow.both("Уточнено."), by=secretary).value
    services.abandon_correction(report_id=correction, reason="Начато по ошибке.", by=secretary)
    assert queries.restorable_records(visit, by=leader) == ()
