"""The worker's one task: run the job with this id."""

from uuid import UUID

from django_tasks import task

from tirek.foundation.jobs.services import run


@task()
def run_job(job_id: str) -> None:
    """Runs a job; a second run of a finished job does nothing."""
    run(job_id=UUID(job_id))
