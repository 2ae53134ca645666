"""What runs by the clock, as it is noted: which works there are, how each went, which one somebody wants now. The works themselves it does not know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tirek.foundation.jobs.models import TimedRun
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Work:
    """One work: its name, what it is as a msgid, and every how many seconds it is due."""

    name: str
    words: str
    every: int


def announce(works: Sequence[Work]) -> None:
    """Notes which works there are, in the place of those of an earlier version."""
    TimedRun.objects.exclude(name__in=[each.name for each in works]).delete()
    for each in works:
        TimedRun.objects.update_or_create(name=each.name, defaults={"words": each.words, "every": each.every})


def note(name: str, *, began: datetime, fault: str = "") -> None:
    """Notes a run: when it began, and the kind of fault that ended it, if one did."""
    now = timezone.now()
    values: dict[str, object] = {"began_at": began, "ended_at": now, "went_well": not fault, "fault": fault[:60]}
    TimedRun.objects.filter(pk=name).update(**values, **({} if fault else {"well_at": now}))


def ask(*, name: str, by: Actor, country: str) -> Recorded[None]:
    """Wants a work to run at once; the scheduler sees it within seconds. Raises NotAllowed for anybody but an administrator, NotFound."""
    if not by.has(Role.ADMINISTRATOR, country=country):
        raise NotAllowed
    with record("schedule.run-asked", by=by, subject=("schedule", name), country=country) as act:
        if not TimedRun.objects.filter(pk=name).update(wanted_at=timezone.now()):
            raise NotFound
        return act.of(None)


def wanted() -> frozenset[str]:
    """Names of works that somebody wants now, each given to one scheduler alone. One query while nobody wants anything."""
    names = list(TimedRun.objects.filter(wanted_at__isnull=False).values_list("name", flat=True))
    return frozenset(name for name in names if TimedRun.objects.filter(pk=name, wanted_at__isnull=False).update(wanted_at=None))
