"""What runs by the clock, for an administrator. All of it does only what is due by its rules, so each may run at any time."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jobs import clock
from tirek.foundation.jobs.queries import TimedFacts
from tirek.foundation.jobs.queries import schedule as schedule_of
from tirek.foundation.ui.formats import zone_note
from tirek.foundation.ui.pieces import StateKind


@dataclass(frozen=True, slots=True)
class Line:
    """A work as a line of the page."""

    facts: TimedFacts
    title: str
    often: str
    state: str
    kind: StateKind

    @property
    def next_at(self) -> datetime | None:
        """When it is due; nothing for one that is late or was never seen to run."""
        return None if self.facts.late else self.facts.due_at


@require_safe
def schedule(request: SignedRequest) -> HttpResponse:
    """All works. Cost: one question."""
    found = schedule_of(by=request.actor, country=request.country, now=timezone.now())
    context = {"lines": [line(each) for each in found], "stands": any(each.late for each in found), "zone": zone_note()}
    return render(request, "desk/schedule/list.html", context)


def line(facts: TimedFacts) -> Line:
    """A work in words."""
    state: tuple[str, StateKind]
    if facts.wanted:
        state = _("about to run"), "waiting"
    elif facts.began_at is None:
        state = _("has not run yet"), "waiting"
    elif facts.fault:
        state = _("did not succeed (%(fault)s)") % {"fault": facts.fault}, "attention"
    elif facts.late:
        state = _("late"), "attention"
    else:
        state = _("went well"), "done"
    return Line(facts, _(facts.title), how_often(facts.every), *state)


def how_often(seconds: int) -> str:
    """Every how many seconds, minutes or hours, in words."""
    if seconds in {60, 3600}:
        return _("every minute") if seconds == 60 else _("every hour")
    if seconds % 3600 == 0:
        return ngettext("every %(count)d hour", "every %(count)d hours", seconds // 3600) % {"count": seconds // 3600}
    if seconds % 60 == 0:
        return ngettext("every %(count)d minute", "every %(count)d minutes", seconds // 60) % {"count": seconds // 60}
    return ngettext("every %(count)d second", "every %(count)d seconds", seconds) % {"count": seconds}


@require_POST
def run_now(request: SignedRequest, name: str) -> HttpResponse:
    """Has a work run at once."""
    words = _("It runs within seconds. Open the page again to see how it went.")
    return told(request, lambda: clock.ask(name=name, by=request.actor, country=request.country), words, reverse("desk:schedule"))
