"""Entering missions, reports, steps of confidentiality, and recommendations one by one."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tirek.faces.desk.international import words
from tirek.faces.desk.international.forms import ParagraphForm, ReportForm, ReviewForm, StepForm
from tirek.faces.desk.international.views import crumb_of, crumbs, reached_report, reached_review
from tirek.faces.desk.recommendations.reaching import form_page as page_of
from tirek.faces.frame.confirming import shown_fields
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.followup.international import services
from tirek.followup.international.policies import check_may_enter
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.international_report_states import FIRST, DatedStep, possible
from tirek.ground.rules.transitions import IllegalMove


def form_page(request: SignedRequest, form: forms.Form, way: list[Crumb], title: str, lead: str, button: str, **context: Any) -> HttpResponse:
    """The page of a form of this noun, with the way back; 422 when something must be changed."""
    more = {"title": title, "lead": lead, "button": button, "asked": shown_fields(form), **context}
    return page_of(request, "desk/international/form.html", form, way, **more)


@read_or_write
def new_review(request: SignedRequest) -> HttpResponse:
    """A mission or a review that no pack tells of."""
    check_may_enter(request.actor, request.country)
    form = ReviewForm(request.POST or None, country=request.country)
    made = kept(request, form, lambda asked: services.enter_review(country=request.country, by=request.actor, **asked))
    if made:
        return redirect("desk:international-review", review_id=made.value)
    lead = _("A visit of a body to the country, an examination of a State report, or a cycle of the UPR.")
    return form_page(request, form, crumbs(), _("Enter a mission or a review"), lead, _("Save"))


@read_or_write
def new_report(request: SignedRequest, review_id: UUID) -> HttpResponse:
    """A report on a mission, with what it is at first."""
    facts = reached_review(request, review_id)
    check_may_enter(request.actor, facts.country)
    form = ReportForm(request.POST or None, country=facts.country, possible=FIRST, initial={"on": timezone.localdate()})
    made = kept(request, form, lambda asked: services.enter_report(review_id=review_id, by=request.actor, **asked))
    if made:
        return redirect("desk:international-report", report_id=made.value)
    way = crumbs(Crumb(said(facts.name), reverse("desk:international-review", args=[facts.id])))
    lead = _("A report to the State alone is read here by the head, the secretariat and whom the head names, until it is public.")
    return form_page(request, form, way, _("Enter a report"), lead, _("Save"))


@read_or_write
def step(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The next step of a report's confidentiality."""
    facts = reached_report(request, report_id)
    check_may_enter(request.actor, facts.country)
    ways = possible([DatedStep(each.state, each.on) for each in facts.steps])
    if not ways:
        raise IllegalMove(verb="step", state=facts.state, possible="")
    form = StepForm(request.POST or None, country=facts.country, possible=ways, initial={"on": timezone.localdate()})
    if kept(request, form, lambda asked: services.enter_step(report_id=report_id, by=request.actor, **asked)):
        messages.success(request, _("The step is entered. It cannot be taken back."))
        return redirect("desk:international-report", report_id=report_id)
    lead = _("Once a report is public, everybody in the mechanism reads its recommendations. No step goes back, so look at the source again before you save.")
    return form_page(request, form, crumbs(crumb_of(facts)), _("Enter the next step"), lead, _("Save the step"))


@read_or_write
def new_paragraph(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """One recommendation of a report."""
    facts = reached_report(request, report_id)
    check_may_enter(request.actor, facts.country)
    form = ParagraphForm(request.POST or None, country=facts.country)
    made = kept(request, form, lambda asked: services.enter_paragraph(report_id=report_id, by=request.actor, **asked))
    if made:
        return redirect("desk:international-thread", paragraph_id=made.value)
    lead = _("%(report)s: one recommendation under the number of its paragraph.") % {"report": words.named(facts)}
    return form_page(request, form, crumbs(crumb_of(facts)), _("Enter a recommendation"), lead, _("Save"))
