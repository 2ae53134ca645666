"""Reading jobs: one's own; for an administrator all of a country, without what they are about. And what runs by the clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Min

from tirek.foundation.jobs.failures import Failure, read
from tirek.foundation.jobs.kinds import words_of
from tirek.foundation.jobs.models import OPEN_STATES, Job, JobQuerySet, TimedRun
from tirek.foundation.jobs.policies import can_cancel, can_retry
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound

STATES = ("queued", "running", "done", "failed", "cancelled")


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
    failure: Failure | None = None

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
    return progress_of(job)


def progress_of(job: Job) -> Progress:
    """A row as its owner may see it."""
    return Progress(job.pk, job.kind, job.state, job.done, job.total, job.words, job.fault, job.result, read(job.failure, job.fault))


@dataclass(frozen=True, slots=True)
class JobFacts:
    """A job as its owner or an administrator sees it: what it is about is never among it. `title` is a msgid.

    `phase` and what stands within `failure` are the owner's alone.
    """

    id: UUID
    kind: str
    title: str
    own: bool
    owner: str
    state: str
    done: int
    total: int
    phase: str
    attempts: int
    stopping: bool
    failure: Failure | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def can_cancel(self) -> bool:
        """Whether there is something to stop that is not being stopped."""
        return can_cancel(self.state) and not self.stopping

    @property
    def can_retry(self) -> bool:
        """Whether it may be tried again."""
        return can_retry(self.state)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which jobs are wanted; empty for all."""

    state: str = ""
    kind: str = ""


def jobs(*, by: Actor, country: str, filters: Filters = Filters(), start: int = 0, size: int = 25) -> tuple[JobFacts, ...]:
    """Jobs that `by` may know of, the newest first. One query."""
    return tuple(facts(job, by) for job in found(by, country, filters)[start : start + size])


def counts(*, by: Actor, country: str, filters: Filters = Filters()) -> dict[str, int]:
    """How many such jobs are in each state. One query."""
    told = found(by, country, filters).order_by().values_list("state").annotate(Count("pk"))
    return dict.fromkeys(STATES, 0) | dict(told)


def job(job_id: UUID, *, by: Actor, country: str) -> JobFacts:
    """One job; raises NotFound for one that `by` may not know of. One query."""
    row = Job.objects.visible_to(by, country).filter(pk=job_id).first()
    if row is None:
        raise NotFound
    return facts(row, by)


def found(by: Actor, country: str, filters: Filters) -> JobQuerySet:
    """The jobs that are wanted, cut to what `by` may know of."""
    wanted = {name: value for name, value in (("state", filters.state), ("kind", filters.kind)) if value}
    return Job.objects.visible_to(by, country).filter(**wanted)


def facts(row: Job, by: Actor) -> JobFacts:
    """A row, cut to what `by` may see of it."""
    own, failure = row.owner == by.id, read(row.failure, row.fault)
    if failure and not own:
        failure = failure.without_content()
    return JobFacts(
        row.pk, row.kind, words_of(row.kind), own, row.owner, row.state, row.done, row.total, row.words if own else "", row.attempts,
        row.cancel_wanted and row.state in OPEN_STATES, failure, row.created_at, row.started_at, row.finished_at,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Queue:
    """How the work goes, in figures alone: jobs in each state, since when the oldest waits, and works of the schedule that are late or did not succeed."""

    states: dict[str, int]
    waiting_since: datetime | None
    late: int
    failing: int


def queue(now: datetime) -> Queue:
    """The figures of all countries, for whoever watches the server. Two queries."""
    found = {state: (number, since) for state, number, since in Job.objects.in_figures().order_by().values_list("state").annotate(Count("pk"), Min("created_at"))}
    states = dict.fromkeys(STATES, 0) | {state: number for state, (number, _since) in found.items()}
    oldest = found.get("queued", (0, None))[1]
    timed = [timed_facts(row, now) for row in TimedRun.objects.all()]
    return Queue(states, oldest, sum(each.late for each in timed), sum(bool(each.fault) for each in timed))


def is_under_way(kind: str) -> bool:
    """Whether a job of this kind waits or runs: for what runs by the clock and needs no second one beside it."""
    return Job.objects.unfinished().filter(kind=kind).exists()


LATE = timedelta(minutes=5)
"""How long after its time a work may still not have run before a scheduler is taken for one that stands."""


@dataclass(frozen=True, slots=True)
class TimedFacts:
    """One work that runs by the clock. `title` is a msgid, `fault` the kind of fault that ended its last run, `every` in seconds."""

    name: str
    title: str
    every: int
    began_at: datetime | None
    well_at: datetime | None
    fault: str
    due_at: datetime | None
    late: bool
    wanted: bool


def schedule(*, by: Actor, country: str, now: datetime) -> tuple[TimedFacts, ...]:
    """All that runs by the clock, for an administrator; raises NotAllowed for anybody else. One query."""
    if not by.has(Role.ADMINISTRATOR, country=country):
        raise NotAllowed
    return tuple(timed_facts(row, now) for row in TimedRun.objects.all())


def timed_facts(row: TimedRun, now: datetime) -> TimedFacts:
    """A row, judged at a moment. A clock that was set back makes nothing late: the works follow a clock that cannot be set."""
    due = row.began_at + timedelta(seconds=row.every) if row.began_at else None
    return TimedFacts(row.name, row.words, row.every, row.began_at, row.well_at, row.fault, due, due is not None and due + LATE < now, row.wanted_at is not None)


def is_open(job_id: UUID) -> bool:
    """Whether a job still waits or runs. For rooms that keep its id and have made sure that their reader may know of it."""
    return Job.objects.unfinished().filter(pk=job_id).exists()


def progress_behind(job_id: UUID) -> Progress | None:
    """How far a job is, whoever asked for it; None where it is not kept any more. For rooms as `is_open`."""
    job = Job.objects.filter(pk=job_id).first()
    return progress_of(job) if job else None
