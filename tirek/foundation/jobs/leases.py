"""The lease of a running job: kept while its process lives, lost when it does not. It knows no kind of work."""

import logging
import threading
from types import TracebackType

from django.db import DatabaseError, connections
from django.utils import timezone

from tirek.foundation.jobs.models import Job, JobQuerySet
from tirek.foundation.jobs.timing import LEASE

logger = logging.getLogger(__name__)


def held(job: Job) -> JobQuerySet:
    """The job's row as long as this very attempt holds it: another worker that took it over has counted on."""
    return Job.objects.filter(pk=job.pk, attempts=job.attempts, state="running")


def renew(job: Job) -> bool:
    """Moves the end of the lease on; False when somebody else has the job now."""
    return bool(held(job).update(lease_until=timezone.now() + LEASE))


class Kept:
    """Within the block the lease is renewed every so often, however long one step takes: only a process that ended loses its job."""

    def __init__(self, job: Job, every: float = LEASE.total_seconds() / 4) -> None:
        self.job, self.every = job, every
        self.over = threading.Event()
        self.beat = threading.Thread(target=self._beats, daemon=True)

    def __enter__(self) -> None:
        self.beat.start()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.over.set()
        self.beat.join()

    def _beats(self) -> None:
        """Until the block ends. A database that does not answer now may do so before the lease is over."""
        while not self.over.wait(self.every):
            try:
                renew(self.job)
            except DatabaseError:
                logger.warning("The lease of job %s could not be renewed", self.job.pk)
            finally:
                connections.close_all()
