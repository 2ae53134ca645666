"""Passages of a report that could name a person. Those of findings and recommendations are decided on their own pages."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.places.careful import reason_words
from tirek.faces.desk.recommendations.forms import PassageForm
from tirek.faces.desk.reports.frame import report_facts, report_frame, visit_address
from tirek.faces.desk.reports.words import PASSAGES
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.insight.reports import queries, services

AROUND = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its surroundings and its form."""

    digest: str
    noun: str
    language: str
    code: str
    before: str
    text: str
    after: str
    why: str
    form: PassageForm


@require_safe
def passages(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """All passages of the report that wait for a decision."""
    facts = report_facts(request, report_id)
    if question := purpose_first(request, facts.visit_id):
        return question
    return page(request, report_id)


@require_POST
def decide(request: SignedRequest, report_id: UUID, digest: str) -> HttpResponse:
    """One decision; what is missing comes back beside its passage."""
    facts = report_facts(request, report_id)
    if question := purpose_first(request, facts.visit_id):
        return question
    form = PassageForm(request.POST, prefix=digest[:8])
    if not kept(request, form, lambda asked: services.decide_passage(report_id=report_id, digest=digest, by=request.actor, **asked)):
        return page(request, report_id, digest, form)
    messages.success(request, _("The decision is recorded."))
    left = queries.undecided_passages(report_id, by=request.actor).count
    return redirect("desk:report-passages" if left else "desk:report", report_id=report_id)


def page(request: SignedRequest, report_id: UUID, wrong: str = "", form: PassageForm | None = None) -> HttpResponse:
    """The page of passages; the one that was decided wrongly keeps what was typed."""
    context = report_frame(request, report_id, "passages")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    found = queries.undecided_passages(report_id, by=request.actor)
    shown = [
        passage(each.passage.noun, each.passage.language, each.passage.text, each.hit.start, each.hit.end, each.hit.why, each.digest, form if each.digest == wrong else None)
        for each in found.others
    ]
    context |= {
        "passages": shown,
        "mistaken": form,
        "of_findings": len(found.findings),
        "findings_way": visit_address("desk:visit-passages", facts.visit_id) or visit_address("desk:visit-findings", facts.visit_id),
        "of_recommendations": len(found.recommendations),
        "recommendations_way": visit_address("desk:visit-recommendation-passages", facts.visit_id),
    }
    return render(request, "desk/reports/passages.html", context, status=422 if form else 200)


def passage(noun: str, code: str, text: str, start: int, end: int, why: str, digest: str, form: PassageForm | None) -> Passage:
    """A stretch as the page shows it."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    own = form or PassageForm(prefix=digest[:8])
    return Passage(digest, str(PASSAGES[noun]), LANGUAGE_NAMES.get(code, ""), code, before, text[start:end], after, reason_words(why), own)
