"""The ledger for its auditor. Content of records is never shown here: only verbs and opaque ids."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.jobs.words import why_failed
from tirek.faces.desk.ledger.acts import act_name, noun_name
from tirek.faces.desk.ledger.forms import EntryFilter
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jobs import queries as jobs
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger import queries
from tirek.foundation.ledger.checkpoints import newest_note
from tirek.foundation.ui.formats import day, moment, zone_note
from tirek.foundation.ui.pieces import Cell, Column, Job
from tirek.ground.rules.actors import PUBLIC, SYSTEM, Role
from tirek.ground.rules.refusals import NotAllowed

PHASES = {"queued": "waiting", "running": "running", "done": "done", "failed": "failed", "cancelled": "cancelled"}


def entries(request: SignedRequest) -> HttpResponse:
    """Entries, newest first, with the newest checkpoint to copy out."""
    verbs = queries.verbs_used(by=request.actor, country=request.country)
    form = EntryFilter(request.GET or None, verbs=verbs)
    asked = form.cleaned_data if form.is_valid() else {}
    page = queries.entries(by=request.actor, country=request.country, before=0 if form.errors else asked.get("before"), verb=asked.get("verb") or "")
    columns = [Column(_("Number"), numeric=True), Column(_("When")), Column(_("Act")), Column(_("Who")), Column(_("Of what")), Column(_("Rows"), numeric=True)]
    shown = {"form": form, "columns": columns, "rows": [line(entry) for entry in page.entries], "older": page.older, "note": newest_note()}
    return render(request, "desk/ledger/entries.html", {**shown, "zone": zone_note()})


def line(entry: queries.EntryFacts) -> list[object]:
    """An entry as a line of the table."""
    if entry.veiled:
        return [entry.seq, day(entry.day, "short"), Cell(_("held back until its visit begins"), state="waiting"), "", "", ""]
    when = moment(entry.at, "short", seconds=True) if entry.at else ""
    noun = noun_name(entry.noun)
    about = f"{noun} {entry.subject[:8]}" if entry.subject else noun
    who = {SYSTEM.id: _("the house itself"), PUBLIC.id: _("a visitor of the public pages")}.get(entry.actor, entry.actor[:8])
    return [entry.seq, when, act_name(entry.verb), who, about, entry.rows]


@require_POST
def start_verification(request: SignedRequest) -> HttpResponse:
    """Lets the worker verify the whole ledger."""
    if not request.actor.has(Role.AUDITOR, country=request.country):
        raise NotAllowed
    job_id = enqueue(kind_name="ledger.verify", arguments={}, by=request.actor, country=request.country)
    return redirect("desk:ledger-verification", job_id=job_id)


def verification(request: SignedRequest, job_id: UUID) -> HttpResponse:
    """How far the verification is, then its outcome."""
    if not request.actor.has(Role.AUDITOR, country=request.country):
        raise NotAllowed
    state = jobs.progress(job_id, by=request.actor)
    piece = Job(_("Verifying the ledger"), PHASES[state.state], state.done, state.total, request.path, text=why_failed(state.failure))  # type: ignore[arg-type]
    outcome = state.result or {}
    shown = {
        "faults": [in_words(each) for each in outcome.get("faults", ())],
        "remarks": [in_words(each) for each in outcome.get("remarks", ())],
        "unseen": [_(each) for each in outcome.get("unseen", ())],
    }
    return render(request, "desk/ledger/verification.html", {"job": piece, "outcome": state.result, **shown})


def in_words(kept: str | list[Any]) -> str:
    """A sentence of a verification in the reader's language; outcomes of an earlier version keep the English sentence alone."""
    if isinstance(kept, str):
        return kept
    message, places = kept
    return _(message) % {name: noun_name(str(value)) if name == "noun" else value for name, value in places.items()}
