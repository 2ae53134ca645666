"""A job's life: it is run once, stopped when somebody cancels it, taken over when its worker is dead, and tells why it failed."""

import time
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.people import administrator, foreigner, head, secretary
from tirek.foundation.jobs import kinds, queries, services
from tirek.foundation.jobs.failures import FAULT, FULL, INTERRUPTED
from tirek.foundation.jobs.leases import Kept
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.refusals import JobNotEnded, JobNotOpen
from tirek.foundation.jobs.timing import LEASE
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.refusals import NotFound, Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind(monkeypatch):
    """Makes a kind of the test's own known."""

    def make(work, **more):
        monkeypatch.setitem(kinds._kinds, "test.work", kinds.Kind("test.work", work, **more))

    return make


def asked(by=secretary):
    return services.enqueue(kind_name="test.work", arguments={}, by=by, country="demo")


def state(job):
    return Job.objects.get(pk=job).state


def lease_over(job):
    Job.objects.filter(pk=job).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_job_that_waits_is_cancelled_at_once_and_never_begun(kind):
    begun = []
    kind(lambda arguments, step: begun.append(1))
    job = asked()
    services.cancel(job_id=job, by=secretary, country="demo")
    assert state(job) == "cancelled"
    services.run(job_id=job)
    assert begun == [] and state(job) == "cancelled"
    assert [each.verb for each in history("job", job)] == ["job.cancelled"]


def test_a_running_job_stops_at_its_next_step(kind):
    done = []

    def work(arguments, step):
        for number in range(5):
            step(number, 5)
            done.append(number)
            if number == 1:
                services.cancel(job_id=job, by=administrator, country="demo")

    kind(work)
    job = asked()
    services.run(job_id=job)
    facts = queries.job(job, by=secretary, country="demo")
    assert (done, facts.state, facts.done, facts.stopping) == ([0, 1], "cancelled", 1, False)


def test_a_cancelled_job_whose_worker_died_is_not_given_to_another(kind):
    kind(lambda arguments, step: None)
    job = asked()
    services.claim(job)
    services.cancel(job_id=job, by=secretary, country="demo")
    assert state(job) == "running" and queries.job(job, by=secretary, country="demo").stopping
    lease_over(job)
    services.requeue_lost()
    assert state(job) == "cancelled"


def test_who_was_overtaken_writes_nothing_more(kind):
    """A worker that gave no sign for too long comes back to life while another one does its job."""

    def work(arguments, step):
        if Job.objects.get(pk=job).attempts == 1:
            lease_over(job)
            services.requeue_lost()
            services.run(job_id=job)
            assert state(job) == "done"
            step(1, 9)
        return {"attempt": Job.objects.get(pk=job).attempts}

    kind(work)
    job = asked()
    services.run(job_id=job)
    row = Job.objects.get(pk=job)
    assert (row.state, row.result, row.total) == ("done", {"attempt": 2}, 0)


def test_a_job_is_tried_three_times_and_then_says_that_it_was_interrupted(kind):
    kind(lambda arguments, step: None)
    job = asked()
    for attempt in (1, 2, 3):
        assert services.claim(job).attempts == attempt and services.claim(job) is None
        lease_over(job)
        services.requeue_lost()
    facts = queries.job(job, by=secretary, country="demo")
    assert (facts.state, facts.failure.message) == ("failed", INTERRUPTED)


def test_a_job_of_a_kind_that_another_version_knows_does_not_stop_the_others(kind):
    kind(lambda arguments, step: None)
    job, other = asked(), asked()
    Job.objects.filter(pk=other).update(kind="of.tomorrow", state="running", attempts=9)
    for each in (job, other):
        lease_over(each)
    assert services.requeue_lost() == 2 and state(job) == "queued" and state(other) == "failed"


@pytest.mark.parametrize(("error", "message"), [(ValueError("Petrov"), FAULT), (OSError(28, "No space left"), FULL)])
def test_a_fault_is_told_by_its_kind_and_never_by_its_words(kind, error, message):
    def work(arguments, step):
        raise error

    kind(work)
    job = asked()
    services.run(job_id=job)
    row = Job.objects.get(pk=job)
    assert queries.job(job, by=secretary, country="demo").failure.message == message
    assert "Petrov" not in f"{row.fault}{row.failure}"


class TooFull(Refusal):
    message = "%(count)d line of %(place)s since %(day)s is too long."
    plural = "%(count)d lines of %(place)s since %(day)s are too long."
    counts = "count"


def test_the_owner_reads_the_whole_refusal_and_an_administrator_nothing_that_stands_in_it(kind):
    def work(arguments, step):
        raise TooFull(count=3, place="Remand House", day=date(2026, 3, 1))

    kind(work)
    job = asked()
    services.run(job_id=job)
    own, other = (queries.job(job, by=by, country="demo") for by in (secretary, administrator))
    assert own.failure.params == {"count": 3, "place": "Remand House", "day": date(2026, 3, 1)}
    assert other.failure.params == {"count": 3, "place": "…", "day": "…"}


def test_a_job_that_did_not_succeed_is_tried_again_under_its_own_number(kind):
    fails = [True]

    def work(arguments, step):
        step(0, 2, "Reading")
        if fails.pop() if fails else False:
            raise ValueError

    kind(work)
    job = asked()
    services.run(job_id=job)
    assert state(job) == "failed"
    services.retry(job_id=job, by=administrator, country="demo")
    facts = queries.job(job, by=administrator, country="demo")
    assert (facts.state, facts.failure, facts.total, facts.attempts, facts.finished_at) == ("queued", None, 0, 0, None)
    services.run(job_id=job)
    assert state(job) == "done"
    with pytest.raises(JobNotEnded):
        services.retry(job_id=job, by=secretary, country="demo")
    with pytest.raises(JobNotOpen):
        services.cancel(job_id=job, by=secretary, country="demo")


def test_others_jobs_are_an_administrators_alone_and_their_phase_the_owners(kind):
    kind(lambda arguments, step: None, words="A kind")
    job, hers = asked(), asked(by=head)
    Job.objects.filter(pk=job).update(words="Reading", state="running")
    assert {each.id for each in queries.jobs(by=administrator, country="demo")} == {job, hers}
    assert {each.id for each in queries.jobs(by=secretary, country="demo")} == {job}
    assert queries.jobs(by=foreigner, country="kz") == ()
    assert queries.job(job, by=secretary, country="demo").phase == "Reading" and queries.job(job, by=administrator, country="demo").phase == ""
    for act in (services.cancel, services.retry):
        with pytest.raises(NotFound):
            act(job_id=job, by=head, country="demo")
    told = queries.counts(by=administrator, country="demo", filters=queries.Filters(kind="test.work"))
    assert (told["running"], told["queued"], told["done"]) == (1, 1, 0)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_lives_keeps_its_job_however_long_one_step_takes(kind):
    kind(lambda arguments, step: None)
    job = services.claim(asked())
    nearly = timezone.now() + timedelta(seconds=1)
    Job.objects.update(lease_until=nearly)
    with Kept(job, every=0.01):
        for _ in range(500):
            if (kept := Job.objects.get(pk=job.pk).lease_until) > nearly:
                break
            time.sleep(0.01)
    assert kept > nearly + LEASE / 2
