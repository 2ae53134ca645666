"""The rows of a form are tried once, by a job: it goes on after a kill, is kept with the file's digest, and what changed since is told before anything is recorded."""

import pytest

from tests.accounts import account_of
from tests.insight.reports import flow
from tests.insight.reports.test_answers_brought import BODY, answers, bring, fill, form, today, tried
from tests.people import head, secretary
from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.queries import visit_recommendations
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.queries import jobs
from tirek.foundation.jobs.services import cancel, run
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.reports import queries, services
from tirek.insight.reports.answers import trying
from tirek.insight.reports.answers.refusals import RowsNotTried, StillTried, TriedAnew
from tirek.insight.reports.models import AnswerTrial

pytestmark = pytest.mark.django_db


def brought(rows=1):
    """A report with so many recommendations, and its form with each answered."""
    visit = flow.visit()
    for number in range(rows - 1):
        flow.recommend(visit, f"Провести ремонт в блоке {number}.")
    report = flow.issued(visit)
    cells = {(table, row): text for table in range(1, rows + 1) for row, text in ((3, "принимаем"), (4, f"Ответ {table}."))}
    return report, bring(report, fill(form(report), cells))


def test_bringing_a_form_has_its_rows_tried_by_a_job_of_who_brought_it():
    account_of(secretary)
    report, sheet = brought()
    there = queries.answers_tried(sheet, by=head)
    assert (there.read, there.progress.state, there.asked_by) == (None, "queued", secretary.id)
    with pytest.raises(RowsNotTried):
        services.record_answers(sheet_id=sheet, numbers=list(answers(report)), by=secretary)
    with pytest.raises(StillTried):
        services.try_answers(sheet_id=sheet, by=head)
    run(job_id=there.progress.id)
    there = queries.answers_tried(sheet, by=head)
    assert (there.progress.state, there.progress.result, there.progress.total) == ("done", {"ready": 1}, 1)
    assert [each.state for each in there.read.rows] == ["ready"] and answers(report)[there.read.rows[0].number] == ()


def test_reading_the_page_tries_nothing(monkeypatch):
    _report, sheet = brought()
    tried(sheet)
    for name in ("rehearsed", "read_form", "fetch"):
        monkeypatch.setattr(trying, name, None)
    assert [each.state for each in queries.answers_tried(sheet, by=head).read.rows] == ["ready"]


def test_a_killed_trial_goes_on_with_the_rows_that_are_left_and_a_cancelled_one_can():
    _report, sheet = brought(3)
    held = []

    class Killed(BaseException):
        pass

    def step(done, total, words=""):
        held.append((done, total))
        if done == 2:
            raise Killed

    with pytest.raises(Killed):
        tried(sheet, step=step)
    kept = list(AnswerTrial.objects.get(sheet=sheet).lines.values_list("pk", flat=True))
    assert len(kept) == 2 and queries.answers_tried(sheet, by=head).read is None and held == [(0, 3), (1, 3), (2, 3)]
    job = Job.objects.get(kind=services.answers.TRIAL)
    cancel(job_id=job.pk, by=secretary, country="demo")
    services.try_answers(sheet_id=sheet, by=head)
    assert [each.state for each in tried(sheet).rows] == ["ready"] * 3
    assert set(kept) < set(AnswerTrial.objects.get(sheet=sheet).lines.values_list("pk", flat=True))
    assert {each.title for each in jobs(by=secretary, country="demo") if each.kind == services.answers.TRIAL} == {"Trying the rows of an answer form"}


def test_rows_tried_anew_are_not_recorded_from_an_old_page():
    report, sheet = brought()
    old = tried(sheet).tried
    Job.objects.all().delete()
    services.try_answers(sheet_id=sheet, by=secretary)
    new = tried(sheet)
    with pytest.raises(TriedAnew):
        services.record_answers(sheet_id=sheet, numbers=list(answers(report)), by=secretary, tried=old)
    assert services.record_answers(sheet_id=sheet, numbers=[new.rows[0].number], by=secretary, tried=new.tried).done == (new.rows[0].number,)


def answered_by_hand(report, number):
    visit = queries.report(report, by=secretary).visit_id
    about = next(each.id for each in visit_recommendations(visit, by=secretary, today=today()) if each.number == number)
    recommendations.record_answer(recommendation_id=about, word="acknowledged", said_on=today(), received_on=today(), by=head, authority=BODY)
    return about


def test_what_was_answered_meanwhile_is_told_and_only_that_row_waits():
    report, sheet = brought(2)
    first, second = tried(sheet).rows
    answered_by_hand(report, first.number)
    made = services.record_answers(sheet_id=sheet, numbers=[first.number, second.number], by=secretary)
    assert made.done == (second.number,) and [(number, why.code) for number, why in made.left] == [(first.number, "answer-answered-since")]
    assert len(answers(report)[first.number]) == 1
    assert [(each.state, each.stands) for each in queries.answers_tried(sheet, by=secretary).read.rows] == [("ready", "acknowledged"), ("recorded", "accepted")]
    assert services.record_answers(sheet_id=sheet, numbers=[first.number], by=secretary).done == (first.number,)
    outcome = verify()
    assert outcome.holds, outcome.faults


def test_what_was_withdrawn_or_corrected_meanwhile_is_told():
    report, sheet = brought(2)
    first, second = tried(sheet).rows
    recommendations.withdraw(recommendation_id=first.recommendation_id, reason="Утратила силу.", by=head)
    flow.corrected(report)
    made = services.record_answers(sheet_id=sheet, numbers=[first.number, second.number], by=secretary)
    assert made.done == () and [why.code for _number, why in made.left] == ["recommendation-not-in-force", "answer-corrected-since"]
    assert [each.state for each in queries.answers_tried(sheet, by=SYSTEM).read.rows] == ["refused", "ready"]


def test_two_who_record_at_once_record_once():
    report, sheet = brought()
    number = tried(sheet).rows[0].number
    assert services.record_answers(sheet_id=sheet, numbers=[number], by=secretary).done == (number,)
    AnswerTrial.objects.get(sheet=sheet).lines.update(state="ready")  # what the other one still saw
    made = services.record_answers(sheet_id=sheet, numbers=[number], by=head)
    assert made.done == () and made.left[0][1].code == "entered-already" and len(answers(report)[number]) == 1
    assert [each.state for each in queries.answers_tried(sheet, by=head).read.rows] == ["same"]
