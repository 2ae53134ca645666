"""Writing jobs: enqueue within the caller's transaction, run, cancel, re-queue the dead."""

import logging
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from tirek.foundation.jobs.kinds import Arguments, kind, tell_of_end
from tirek.foundation.jobs.models import Job
from tirek.foundation.jurisdictions.queries import in_zone
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound, Refusal

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=2)


class Cancelled(Exception):
    """The person cancelled the job while it ran."""


def enqueue(*, kind_name: str, arguments: Arguments, by: Actor, country: str = "") -> UUID:
    """A new job, visible to the worker when the caller's transaction commits. Returns its id."""
    kind(kind_name)
    with transaction.atomic():
        job = Job.objects.create(kind=kind_name, arguments=arguments, owner=by.id, country=country, lease_until=timezone.now() + LEASE)
        hand_to_worker(job.pk)
    return job.pk


def hand_to_worker(job_id: UUID) -> None:
    """Puts the job's id on the task queue (an outbox: same transaction)."""
    import_string("tirek.foundation.jobs.tasks.run_job").enqueue(str(job_id))


def cancel(*, job_id: UUID, by: Actor) -> None:
    """Asks a job of one's own to stop; it stops at its next step. Raises NotFound for another person's job."""
    with transaction.atomic():
        job = Job.objects.select_for_update().unfinished().filter(pk=job_id, owner=by.id).first()
        if job is None:
            raise NotFound
        job.cancel_wanted = True
        job.save(update_fields=["cancel_wanted"])


def claim(job_id: UUID) -> Job | None:
    """Takes a queued job for this worker, or None when it is finished, cancelled or held by a living worker."""
    now = timezone.now()
    with transaction.atomic():
        job = Job.objects.select_for_update().unfinished().filter(pk=job_id).first()
        if job is None or (job.state == "running" and job.lease_until and job.lease_until > now):
            return None
        job.state, job.attempts, job.lease_until = "running", job.attempts + 1, now + LEASE
        job.save()
        return job


def run(*, job_id: UUID) -> None:
    """Runs one job to its end and stores how it ended. Called by the worker's task only."""
    job = claim(job_id)
    if job is None:
        return

    def step(done: int, total: int, words: str = "") -> None:
        if Job.objects.filter(pk=job.pk, cancel_wanted=True).exists():
            raise Cancelled
        Job.objects.filter(pk=job.pk).update(done=done, total=total, words=words, lease_until=timezone.now() + LEASE)

    try:
        with in_zone(job.country):
            result = kind(job.kind).work(job.arguments, step)
        finish(job, "done", result=result)
    except Cancelled:
        finish(job, "cancelled")
    except Refusal as refusal:
        finish(job, "failed", fault=str(refusal))
    except Exception:
        logger.exception("Job %s (%s) failed", job.pk, job.kind)
        finish(job, "failed", fault="The work stopped because of a fault on our side.")


def finish(job: Job, state: str, result: Arguments | None = None, fault: str = "") -> None:
    """Writes how a job ended. One that is done has done all its steps: the last one was told of when it began."""
    values: dict[str, object] = {"state": state, "result": result, "fault": fault[:400], "finished_at": timezone.now(), "lease_until": None}
    if state == "done":
        values["done"] = F("total")
    with transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**values)
        tell_of_end(job.owner, state)


def requeue_lost() -> int:
    """Gives jobs of dead workers back to the queue, or ends those tried too often. Returns how many were lost. Run each minute."""
    now = timezone.now()
    with transaction.atomic():
        lost = list(Job.objects.select_for_update().lost(now))
        for job in lost:
            if job.attempts >= kind(job.kind).attempts:
                finish(job, "failed", fault="The work was interrupted too often.")
                continue
            Job.objects.filter(pk=job.pk).update(state="queued", lease_until=now + LEASE)
            hand_to_worker(job.pk)
    return len(lost)
