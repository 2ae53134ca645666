"""Reading jobs: one's own only."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tirek.foundation.jobs.models import OPEN_STATES, Job
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. `percent` is 0 to 100, or None while unknown."""

    id: UUID
    kind: str
    state: str
    done: int
    total: int
    words: str
    fault: str
    result: dict[str, Any] | None

    @property
    def percent(self) -> int | None:
        """Whole percents done."""
        return self.done * 100 // self.total if self.total else None

    @property
    def open(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in OPEN_STATES


def progress(job_id: UUID, *, by: Actor) -> Progress:
    """The state of a job of one's own; raises NotFound for anybody else's."""
    job = Job.objects.filter(pk=job_id, owner=by.id).first()
    if job is None:
        raise NotFound
    return Progress(job.pk, job.kind, job.state, job.done, job.total, job.words, job.fault, job.result)


def is_under_way(kind: str) -> bool:
    """Whether a job of this kind waits or runs: for what runs by the clock and needs no second one beside it."""
    return Job.objects.unfinished().filter(kind=kind).exists()
