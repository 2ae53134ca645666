"""The documents as a job: asked for by the issue, with progress, safe to be killed and run again, seen by who asked."""

import pytest

from tests.accounts import account_of
from tests.insight.reports import flow
from tests.people import analyst, conflicted, head, leader, secretary
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.queries import progress
from tirek.foundation.jobs.services import run
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries, services

pytestmark = pytest.mark.django_db


def test_the_issue_asks_for_documents_and_the_worker_makes_them():
    account_of(secretary)
    report = flow.issued()
    job = queries.report(report, by=head).documents_job
    assert progress(job, by=secretary).state == "queued"
    assert queries.document_files(report, by=head) == ()
    run(job_id=job)
    done = progress(job, by=secretary)
    assert (done.state, done.done, done.total, done.result) == ("done", 10, 10, {"made": 10})
    assert len(queries.document_files(report, by=analyst)) == 10
    with pytest.raises(NotFound):
        progress(job, by=leader)


def test_a_worker_killed_halfway_leaves_whole_documents_and_the_next_one_goes_on():
    report = flow.issued()

    class Killed(BaseException):
        pass

    def step(done, total, words):
        if done == 4:
            raise Killed

    with pytest.raises(Killed):
        services.make_documents(report_id=report, by=secretary, step=step)
    before = {each.id: each.file.sha256 for each in queries.document_files(report, by=head)}
    assert len(before) == 4
    assert services.make_documents(report_id=report, by=secretary).value == 6
    after = {each.id: each.file.sha256 for each in queries.document_files(report, by=head)}
    assert len(after) == 10 and before.items() <= after.items()


def test_a_draft_s_documents_are_asked_for_by_those_who_may_read_it():
    report = flow.drafted()
    for who in (conflicted, analyst):
        with pytest.raises(NotFound):
            services.ask_for_documents(report_id=report, by=who)
    job = services.ask_for_documents(report_id=report, by=leader).value
    assert queries.report(report, by=leader).documents_job == job
    run(job_id=job)
    assert progress(job, by=leader).state == "done"


def test_the_job_of_somebody_who_lost_the_right_makes_nothing():
    report = flow.drafted()
    job = services.ask_for_documents(report_id=report, by=leader).value
    row = Job.objects.get(pk=job)
    row.arguments = {**row.arguments, "by": conflicted.id}
    row.save()
    run(job_id=job)
    assert progress(job, by=leader).state == "failed"
    assert queries.document_files(report, by=leader) == ()
