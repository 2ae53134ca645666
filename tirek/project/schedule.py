"""What runs by the clock: checkpoints, lost jobs, old sessions. Each run stands alone; one that fails is told of and tried again."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import close_old_connections

from tirek.foundation.jobs.services import requeue_lost
from tirek.foundation.ledger.checkpoints import write_checkpoint
from tirek.foundation.notices.services import forget_old_notices
from tirek.foundation.notices.tasks import look_after_mail
from tirek.foundation.people.services import expire_rights, forget_old_attempts
from tirek.insight.publications.services.voices import erase_contacts

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Timed:
    """One thing done every so many seconds."""

    every: float
    work: Callable[[], object]
    due: float = 0.0


def timed_works() -> list[Timed]:
    """All that runs by the clock."""
    return [
        Timed(60, write_checkpoint),
        Timed(60, requeue_lost),
        Timed(30, look_after_mail),
        Timed(600, expire_rights),
        Timed(6 * 3600, forget_old_attempts),
        Timed(6 * 3600, forget_old_notices),
        Timed(6 * 3600, erase_contacts),
        Timed(6 * 3600, lambda: call_command("clearsessions")),
        Timed(24 * 3600, lambda: call_command("prune_db_task_results", verbosity=0)),
    ]


def run_for_ever() -> None:
    """Runs due works until SIGTERM; then signs the entries of the last minute, so that a house at rest has none that stand bare."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    works = timed_works()
    while not stop.wait(1.0):
        run_due(works, time.monotonic())
    run_due([Timed(60, write_checkpoint)], time.monotonic())


def run_due(works: list[Timed], now: float) -> None:
    """Runs what is due; a fault in one does not stop the others."""
    for each in works:
        if each.due <= now:
            each.due = now + each.every
            try:
                each.work()
            except Exception:
                logger.exception("Scheduled work failed")
            close_old_connections()
