"""Passages of drafts that could name a person: each is kept, generalised or taken out by a recorded decision."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.places.careful import reason_words
from tirek.faces.desk.recommendations.drafts import way_to
from tirek.faces.desk.recommendations.forms import PassageForm
from tirek.faces.desk.recommendations.reaching import reached
from tirek.faces.desk.visits.frame import visit_facts
from tirek.faces.desk.visits.reading import purpose_first, with_purpose
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.followup.recommendations import queries, services
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Crumb


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its form."""

    facts: queries.StretchFacts
    why: str
    language: str
    form: PassageForm


@require_safe
@with_purpose
def passages(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """All passages of a visit's drafts that wait for a decision."""
    return page(request, visit_id)


@require_POST
def decide(request: SignedRequest, recommendation_id: UUID, digest: str) -> HttpResponse:
    """One decision; what is missing comes back beside its passage."""
    facts = reached(request, recommendation_id)
    visit_facts(request, facts.visit_id)
    if question := purpose_first(request, facts.visit_id):
        return question
    form = PassageForm(request.POST, prefix=digest[:8])
    done = kept(
        request, form, lambda asked: services.decide_stretch(recommendation_id=recommendation_id, digest=digest, by=request.actor, **asked)
    )
    if not done:
        return page(request, facts.visit_id, (recommendation_id, digest), form)
    messages.success(request, _("The decision is recorded."))
    if queries.undecided_stretches(facts.visit_id, by=request.actor):
        return redirect("desk:visit-recommendation-passages", visit_id=facts.visit_id)
    return redirect("desk:visit-recommendations", visit_id=facts.visit_id)


def page(request: SignedRequest, visit_id: UUID, wrong: tuple[UUID, str] | None = None, form: PassageForm | None = None) -> HttpResponse:
    """The page of passages; the one that was decided wrongly keeps what was typed."""
    seen = visit_facts(request, visit_id)
    shown = []
    for each in queries.undecided_stretches(visit_id, by=request.actor):
        own = form if form and (each.recommendation_id, each.digest) == wrong else PassageForm(prefix=each.digest[:8])
        shown.append(Passage(each, reason_words(each.why), LANGUAGE_NAMES[each.language], own))
    context = {
        "visit": seen,
        "passages": shown,
        "mistaken": form,
        "writes": queries.may_draft(visit_id, request.actor, corrects=True),
        "crumbs": [*way_to(seen), Crumb(_("Passages"))],
    }
    return render(request, "desk/recommendations/passages.html", context, status=422 if form else 200)
