"""What runs by the clock: checkpoints, lost jobs, old sessions. Each run stands alone; one that fails is told of and tried again."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.clock import Work, announce, note, wanted
from tirek.foundation.jobs.services import forget_old_jobs, requeue_lost
from tirek.foundation.ledger.checkpoints import write_checkpoint
from tirek.foundation.notices.services import forget_old_notices, write_digests, write_reminders
from tirek.foundation.notices.tasks import look_after_mail
from tirek.foundation.people.services import expire_rights, forget_old_attempts
from tirek.foundation.sheets.services import remove_old_lists
from tirek.foundation.webhooks.services import forget_old_messages
from tirek.foundation.webhooks.tasks import look_after_webhooks
from tirek.insight.publications.services.voices import erase_contacts

logger = logging.getLogger(__name__)
T = TypeVar("T")
ASKED_EVERY = 5
"""Seconds between two looks at what somebody wants to run now."""


@dataclass(slots=True)
class Timed:
    """One thing done every so many seconds; with a name it is noted for the page of the schedule, under what it is in words (a msgid)."""

    every: float
    work: Callable[[], object]
    name: str = ""
    words: str = ""
    due: float = 0.0


def timed_works() -> list[Timed]:
    """All that runs by the clock. Each does only what is due by its own rules, so that an administrator may have it run at any time."""
    return [
        Timed(60, write_checkpoint, "checkpoint", _("Sign the newest entries of the ledger into a checkpoint")),
        Timed(60, requeue_lost, "lost-jobs", _("Give jobs of ended processes to another worker")),
        Timed(30, look_after_mail, "mail", _("Send the mails that are due")),
        Timed(30, look_after_webhooks, "webhooks", _("Tell other systems what was published")),
        Timed(600, expire_rights, "rights", _("Let requests for rights that nobody confirmed in time expire")),
        Timed(600, write_reminders, "reminders", _("Remind in the morning of days that are near or past, whoever watches over them")),
        Timed(600, write_digests, "mornings", _("Tell in the morning how many things wait, to whoever wished it")),
        Timed(6 * 3600, forget_old_attempts, "attempts", _("Forget old attempts to sign in")),
        Timed(6 * 3600, forget_old_notices, "notices", _("Forget old notices")),
        Timed(6 * 3600, forget_old_messages, "messages", _("Forget old messages of webhooks")),
        Timed(24 * 3600, forget_old_jobs, "old-jobs", _("Forget jobs that ended long ago")),
        Timed(6 * 3600, erase_contacts, "contacts", _("Erase contacts of those who replied, when their time is over")),
        Timed(3600, remove_old_lists, "lists", _("Remove lists that were made as files a day ago")),
        Timed(6 * 3600, lambda: call_command("clearsessions"), "sessions", _("Delete sessions that have ended")),
        Timed(24 * 3600, lambda: call_command("prune_db_task_results", verbosity=0), "tasks", _("Delete the worker’s old notes")),
    ]


def run_for_ever() -> None:
    """Runs due works until SIGTERM; then signs the entries of the last minute, so that a house at rest has none that stand bare."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    works = timed_works()
    noted(lambda: announce([Work(each.name, each.words, int(each.every)) for each in works if each.name]))
    looks = 0
    while not stop.wait(1.0):
        looks += 1
        if looks % ASKED_EVERY == 0:
            hasten(works)
        run_due(works, time.monotonic())
    run_due([Timed(60, write_checkpoint)], time.monotonic())


def hasten(works: list[Timed]) -> None:
    """Makes due what an administrator wants now."""
    names = noted(wanted) or frozenset()
    for each in works:
        if each.name in names:
            each.due = 0.0


def run_due(works: list[Timed], now: float) -> None:
    """Runs what is due and notes how it went; a fault in one does not stop the others."""
    for each in works:
        if each.due <= now:
            each.due = now + each.every
            began, fault = timezone.now(), ""
            try:
                each.work()
            except Exception as error:
                logger.exception("Scheduled work failed")
                fault = type(error).__name__
            if each.name:
                noted(partial(note, each.name, began=began, fault=fault))
            close_old_connections()


def noted(write: Callable[[], T]) -> T | None:
    """Writes or reads a note; a database that does not answer, or has no room, stops no work for that."""
    try:
        return write()
    except DatabaseError:
        logger.warning("What ran by the clock could not be noted")
        close_old_connections()
        return None
