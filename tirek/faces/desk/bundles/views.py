"""The list of sealed bundles, and one of them. It decides nothing about who may know of them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.bundles import words
from tirek.faces.desk.bundles.forms import SealForm
from tirek.faces.desk.jobs.words import PHASES, why_failed
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jobs.queries import is_open, progress
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Job
from tirek.ground.rules.actors import Role
from tirek.ground.rules.refusals import NotFound
from tirek.insight.bundles import queries
from tirek.insight.bundles.policies import makes_bundles


def crumbs(request: SignedRequest, *more: Crumb) -> list[Crumb]:
    """The way to a page of bundles: from the international bodies for the head, from the ledger for the auditor."""
    heads = request.actor.has(Role.HEAD, country=request.country)
    first = Crumb(_("International bodies"), reverse("desk:international")) if heads else Crumb(_("Ledger"), reverse("desk:ledger"))
    return [first, Crumb(_("Sealed bundles"), reverse("desk:bundles")), *more]


def reached(request: SignedRequest, bundle_id: UUID) -> queries.BundleFacts:
    """The bundle, of the country that is chosen; raises NotFound."""
    facts = queries.bundle(bundle_id, by=request.actor)
    if facts.country != request.country:
        raise NotFound
    return facts


@require_safe
def bundles(request: SignedRequest) -> HttpResponse:
    """All of the country, the newest first."""
    found = queries.bundles(by=request.actor, country=request.country)
    context = {
        "columns": [Column(each) for each in (_("For whom"), _("State"), _("Begun"), _("By whom"), _("Sealed"))],
        "rows": [
            [Cell(each.delegation, reverse("desk:bundle", args=[each.id])), Cell(str(words.STATES[each.state][0]), state=words.STATES[each.state][1]), each.begun_on, each.begun_by, each.made_on]
            for each in found
        ],
        "makes": makes_bundles(request.actor, request.country),
        "crumbs": [*crumbs(request)[:-1], Crumb(_("Sealed bundles"))],
    }  # fmt: skip
    return render(request, "desk/bundles/list.html", context)


@require_safe
def bundle(request: SignedRequest, bundle_id: UUID) -> HttpResponse:
    """One bundle: what goes in, to which keys, and what comes next."""
    return shown(request, reached(request, bundle_id))


def shown(request: SignedRequest, facts: queries.BundleFacts, form: SealForm | None = None) -> HttpResponse:
    """Its page; 422 when something must be confirmed first."""
    told = facts.outline
    asked = form or SealForm(passages=bool(told.found or told.scans), initial={"seen": told.digest})
    context = {
        "facts": facts,
        "state": words.STATES[facts.state],
        "parts": [words.PARTS[each] for each in facts.parts],
        "mission": said(facts.mission) if facts.mission else "",
        "figures": words.figures(told) if facts.mine else [],
        "size": words.size_of(facts.size or told.size) if facts.size or told.size else "",
        "passages": [f"{number}: {text}" if number else text for number, text in told.passages],
        "more_passages": told.found - len(told.passages),
        "titles": told.titles,
        "more_titles": told.reports + told.recommendations - len(told.titles),
        "form": asked,
        "job": job_of(request, facts),
        "sealing_now": facts.state == "sealing" and facts.job is not None and is_open(facts.job),
        "crumbs": crumbs(request, Crumb(facts.delegation)),
    }
    return render(request, "desk/bundles/bundle.html", context, status=422 if asked.errors else 200)


def job_of(request: SignedRequest, facts: queries.BundleFacts) -> Job | None:
    """How far the work is, for who asked for it; nothing once it is done. Where sealing was stopped, because something changed, the bundle waits to be looked at again: the page says why."""
    if facts.job is None or facts.state not in ("gathering", "ready", "sealing"):
        return None
    try:
        state = progress(facts.job, by=request.actor)
    except NotFound:
        return None
    if facts.state == "ready" and not state.failure:
        return None
    title = _("Gathering what goes in") if facts.state == "gathering" else _("Sealing")
    return Job(title, PHASES[state.state], state.done, state.total, request.path, text=why_failed(state.failure))  # type: ignore[arg-type]
