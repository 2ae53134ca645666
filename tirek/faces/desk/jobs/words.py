"""Jobs in words: their states, how far they are, why one failed. It knows no kind."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from tirek.faces.frame.context import refusal_text
from tirek.foundation.jobs.failures import Failure
from tirek.foundation.jobs.queries import JobFacts
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, StateKind
from tirek.ground.rules.actors import SYSTEM

PHASES = {"queued": "waiting", "running": "running", "done": "done", "failed": "failed", "cancelled": "cancelled"}
"""A job's state as the component knows it."""
STATES: dict[str, tuple[object, StateKind]] = {
    "queued": (gettext_lazy("waiting for its turn"), "waiting"),
    "running": (gettext_lazy("in progress"), "going"),
    "done": (gettext_lazy("done"), "done"),
    "failed": (gettext_lazy("did not succeed"), "attention"),
    "cancelled": (gettext_lazy("cancelled"), "stopped"),
}
STOPPING = gettext_noop("is being stopped")


def state_cell(job: JobFacts) -> Cell:
    """The state as a cell."""
    if job.stopping:
        return Cell(_(STOPPING), state="stopped")
    word, kind = STATES[job.state]
    return Cell(str(word), state=kind)


def how_far(job: JobFacts) -> str:
    """Steps done of all, where they are known."""
    return _("%(done)s of %(total)s") % {"done": number(job.done), "total": number(job.total)} if job.total else ""


def why_failed(failure: Failure | None) -> str:
    """Why it did not succeed, in the reader's language."""
    return refusal_text(failure) if failure else ""


def asker(owner: str, names: dict[str, str]) -> str:
    """Who asked for it."""
    return _("the house itself") if owner == SYSTEM.id else names.get(owner, owner[:8])
