"""Writing jobs: enqueue within the caller's transaction, run, cancel, try again, re-queue the dead."""

import logging
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from tirek.foundation.jobs.failures import INTERRUPTED, of_fault, of_refusal
from tirek.foundation.jobs.kinds import Arguments, attempts_of, kind, tell_of_end
from tirek.foundation.jobs.leases import Kept, held
from tirek.foundation.jobs.models import OPEN_STATES, Job
from tirek.foundation.jobs.policies import check_cancel, check_retry
from tirek.foundation.jobs.timing import KEPT, LEASE
from tirek.foundation.jurisdictions.queries import in_zone
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound, Refusal

logger = logging.getLogger(__name__)


class Cancelled(Exception):
    """The person cancelled the job while it ran."""


class Overtaken(Exception):
    """Another worker has the job: this one gave no sign for too long, and must write nothing more."""


def enqueue(*, kind_name: str, arguments: Arguments, by: Actor, country: str = "") -> UUID:
    """A new job, visible to the worker when the caller's transaction commits. Returns its id."""
    kind(kind_name)
    with transaction.atomic():
        job = Job.objects.create(kind=kind_name, arguments=arguments, owner=by.id, country=country, lease_until=timezone.now() + LEASE)
        hand_to_worker(job.pk)
    return job.pk


def waiting(*, kind_name: str) -> bool:
    """Whether a job of that kind waits or runs already, whoever asked for it."""
    return Job.objects.unfinished().filter(kind=kind_name).exists()


def hand_to_worker(job_id: UUID) -> None:
    """Puts the job's id on the task queue (an outbox: same transaction)."""
    import_string("tirek.foundation.jobs.tasks.run_job").enqueue(str(job_id))


def cancel(*, job_id: UUID, by: Actor, country: str) -> Recorded[None]:
    """Ends a job that waits; asks one that runs to stop, which it does at its next step. Raises NotFound, JobNotOpen."""
    with record("job.cancelled", by=by, subject=("job", job_id), country=country) as act:
        job = reached(job_id, by, country)
        check_cancel(job.state)
        if job.state == "queued":
            end(job, "cancelled")
        else:
            Job.objects.filter(pk=job.pk).update(cancel_wanted=True)
        return act.of(None)


def retry(*, job_id: UUID, by: Actor, country: str) -> Recorded[None]:
    """Gives a job that did not succeed, or was cancelled, to a worker again, for who asked for it. Raises NotFound, JobNotEnded."""
    with record("job.retried", by=by, subject=("job", job_id), country=country) as act:
        job = reached(job_id, by, country)
        check_retry(job.state)
        fresh: dict[str, Any] = {"state": "queued", "attempts": 0, "done": 0, "total": 0, "words": "", "cancel_wanted": False, "fault": "", "failure": None}
        Job.objects.filter(pk=job.pk).update(**fresh, result=None, started_at=None, finished_at=None, lease_until=timezone.now() + LEASE)
        hand_to_worker(job.pk)
        return act.of(None)


def reached(job_id: UUID, by: Actor, country: str) -> Job:
    """The job's row, locked; raises NotFound for one that `by` may not know of."""
    job = Job.objects.select_for_update().visible_to(by, country).filter(pk=job_id).first()
    if job is None:
        raise NotFound
    return job


def claim(job_id: UUID) -> Job | None:
    """Takes a queued job for this worker, or None when it is finished, cancelled or held by a living worker."""
    now = timezone.now()
    with transaction.atomic():
        job = Job.objects.select_for_update().unfinished().filter(pk=job_id).first()
        if job is None or (job.state == "running" and job.lease_until and job.lease_until > now):
            return None
        job.state, job.attempts, job.lease_until, job.started_at = "running", job.attempts + 1, now + LEASE, now
        job.save()
        return job


def run(*, job_id: UUID) -> None:
    """Runs one job to its end and stores how it ended. Called by the worker's task only."""
    job = claim(job_id)
    if job is None:
        return

    def step(done: int, total: int, words: str = "") -> None:
        told = held(job).filter(cancel_wanted=False).update(done=done, total=total, words=words, lease_until=timezone.now() + LEASE)
        if not told:
            raise Cancelled if held(job).exists() else Overtaken

    try:
        with in_zone(job.country), Kept(job):
            result = kind(job.kind).work(job.arguments, step)
        finish(job, "done", result=result)
    except Cancelled:
        finish(job, "cancelled")
    except Overtaken:
        logger.warning("Job %s (%s) went to another worker", job.pk, job.kind)
    except Refusal as refusal:
        finish(job, "failed", fault=str(refusal), failure=of_refusal(refusal))
    except Exception as error:
        logger.exception("Job %s (%s) failed", job.pk, job.kind)
        finish(job, "failed", fault="The work stopped because of a fault on our side.", failure=of_fault(error))


def finish(job: Job, state: str, result: Arguments | None = None, fault: str = "", failure: dict[str, Any] | None = None) -> None:
    """Writes how this attempt ended, unless another worker has the job. One that is done has done all its steps: the last one was told of when it began."""
    values: dict[str, object] = {"state": state, "result": result, "fault": fault[:400], "failure": failure, "finished_at": timezone.now(), "lease_until": None}
    if state == "done":
        values["done"] = F("total")
    with transaction.atomic():
        if held(job).update(**values):
            tell_of_end(job.owner, state)


def end(job: Job, state: str, fault: str = "") -> None:
    """Ends a job that no worker holds. The caller has locked its row."""
    failure = {"message": fault} if fault else None
    Job.objects.filter(pk=job.pk).update(state=state, fault=fault[:400], failure=failure, finished_at=timezone.now(), lease_until=None)
    tell_of_end(job.owner, state)


def requeue_lost() -> int:
    """Gives jobs of dead workers back to the queue, or ends those cancelled or tried too often. Returns how many were lost. Run each minute."""
    now = timezone.now()
    Job.objects.filter(lease_until__gt=now + 2 * LEASE).update(lease_until=now + LEASE)  # taken before the clock was set back
    with transaction.atomic():
        lost = list(Job.objects.select_for_update(skip_locked=True).lost(now))  # whoever holds a row is not dead
        for job in lost:
            if job.cancel_wanted:
                end(job, "cancelled")
            elif job.attempts >= attempts_of(job.kind):
                end(job, "failed", fault=INTERRUPTED)
            else:
                Job.objects.filter(pk=job.pk).update(state="queued", lease_until=now + LEASE)
                hand_to_worker(job.pk)
    return len(lost)


def forget_old_jobs() -> int:
    """Deletes jobs that ended long ago; what they did stands in the records. Returns how many. Run by the clock."""
    return Job.objects.exclude(state__in=OPEN_STATES).filter(finished_at__lt=timezone.now() - KEPT).delete()[0]
