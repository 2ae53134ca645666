"""Jobs as rows: state, progress, lease. A job is not a ledgered noun; what it does is recorded by the services it calls."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tirek.foundation.jobs.kinds import private_kinds
from tirek.ground.rules.actors import Actor, Role

OPEN_STATES = ("queued", "running")


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, asked for in words."""

    def unfinished(self) -> "JobQuerySet":
        """Jobs that wait or run."""
        return self.filter(state__in=OPEN_STATES)

    def lost(self, now: datetime) -> "JobQuerySet":
        """Jobs that say they run but whose lease has run out: their worker is dead. Also jobs queued long ago whose task was lost."""
        return self.filter(Q(state="running", lease_until__lt=now) | Q(state="queued", lease_until__lt=now))

    def visible_to(self, by: Actor, country: str) -> "JobQuerySet":
        """One's own jobs in a country; for its administrator all of it, and those of no country, but none of a private kind that is somebody else's."""
        found = self.filter(country__in=(country, ""))
        return found.filter(~Q(kind__in=private_kinds()) | Q(owner=by.id)) if by.has(Role.ADMINISTRATOR, country=country) else found.filter(owner=by.id)

    def in_figures(self) -> "JobQuerySet":
        """Those that are counted for whoever watches the server: none of a private kind."""
        return self.exclude(kind__in=private_kinds())


class Job(models.Model):
    """One piece of long work. `done` of `total` steps are finished; `words` is the phase as an English msgid.

    `attempts` also tells one holder of the lease from the next: whoever held it before writes nothing any more. `fault` is the English sentence for
    whoever reads the rows by hand; `failure` the same to be said in each reader's language.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    owner = models.CharField(max_length=64, db_index=True)
    country = models.CharField(max_length=8, blank=True, default="")
    state = models.CharField(max_length=10, default="queued", db_index=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_wanted = models.BooleanField(default=False)
    lease_until = models.DateTimeField(null=True)
    result = models.JSONField(null=True)
    fault = models.CharField(max_length=400, blank=True, default="")
    failure = models.JSONField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["country", "-created_at"], name="jobs_by_country")]


class TimedRun(models.Model):
    """What runs by the clock, one row a work: every how many seconds, when it ran last and how that went. `words` is a msgid.

    It is noted after each run, so a row that is older than it may be tells of a scheduler that stands.
    """

    name = models.SlugField(max_length=60, primary_key=True)
    words = models.CharField(max_length=200)
    every = models.PositiveIntegerField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    went_well = models.BooleanField(default=True)
    well_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=60, blank=True, default="")
    wanted_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["every", "name"]
