"""Putting right what was entered of a mission, a report, a step, something due or a contact: the form of its entry with what stands, and why it is changed. It knows no rule of what may be changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.international.contacts import way as way_to_contacts
from tirek.faces.desk.international.forms import ContactForm, DueForm, ReportFaceForm, ReviewForm, StepDayForm
from tirek.faces.desk.international.views import crumb_of, crumbs, reached_report, reached_review
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import line, said
from tirek.followup.international import queries, services
from tirek.followup.international.policies import check_may_enter
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Mendable:
    """A thing with the form of its entry, the service that puts it right, where it stands and what the page says."""

    form: type[Confirming]
    held: Mapping[str, Any]
    work: Callable[..., object]
    way: list[Crumb]
    title: str


def review(request: SignedRequest, thing: UUID) -> Mendable:
    """A mission or a review."""
    facts = reached_review(request, thing)
    check_may_enter(request.actor, facts.country)
    names = ("procedure", "body", "name", "year", "first_day", "last_day", "joint")

    def work(reason: str, confirmed: bool, **told: Any) -> object:
        return services.mend_review(review_id=thing, told=told, reason=reason, by=request.actor, confirmed=confirmed)

    way = crumbs(Crumb(said(facts.name), reverse("desk:international-review", args=[thing])))
    return Mendable(ReviewForm, {name: getattr(facts, name) for name in names}, work, way, _("Put the mission or review right"))


def report(request: SignedRequest, thing: UUID) -> Mendable:
    """A report: its title, symbol and own day."""
    facts = reached_report(request, thing)
    check_may_enter(request.actor, facts.country)

    def work(reason: str, confirmed: bool, **told: Any) -> object:
        return services.mend_report(report_id=thing, told=told, reason=reason, by=request.actor, confirmed=confirmed)

    held = {"title": facts.title, "symbol": facts.symbol, "dated": facts.dated}
    return Mendable(ReportFaceForm, held, work, crumbs(crumb_of(facts)), _("Put title or symbol right"))


def due(request: SignedRequest, thing: UUID) -> Mendable:
    """Something due that was not handed in."""
    facts = next((each for each in queries.calendar(by=request.actor, country=request.country) if each.id == thing and each.done_on is None), None)
    if facts is None:
        raise NotFound
    check_may_enter(request.actor, request.country)
    held = {"procedure": facts.procedure, "name": facts.name, "due_on": facts.due_on, "source": facts.source}

    def work(reason: str, confirmed: bool, **told: Any) -> object:
        return services.mend_due(due_id=thing, told=told, reason=reason, by=request.actor, confirmed=confirmed)

    return Mendable(DueForm, held, work, crumbs(Crumb(_("Reporting calendar"), reverse("desk:international-calendar"))), _("Put what is due right"))


def contact(request: SignedRequest, thing: UUID) -> Mendable:
    """A contact of the log."""
    facts = next((each for each in queries.contacts(by=request.actor, country=request.country) if each.id == thing), None)
    if facts is None:
        raise NotFound
    held = {"contacted_on": facts.contacted_on, "way": facts.way, "text": facts.text}

    def work(reason: str, confirmed: bool, **told: Any) -> object:
        return services.mend_contact(contact_id=thing, told=told, reason=reason, by=request.actor, confirmed=confirmed)

    return Mendable(ContactForm, held, work, way_to_contacts(), _("Put the contact right"))


def step(request: SignedRequest, thing: UUID) -> Mendable:
    """A step of a report."""
    found = ((report, each) for report in queries.reports(by=request.actor, country=request.country) for each in report.steps if each.id == thing)
    report, facts = next(found, (None, None))
    if report is None or facts is None:
        raise NotFound
    check_may_enter(request.actor, request.country)

    def work(reason: str, confirmed: bool, **told: Any) -> object:
        return services.mend_step(step_id=thing, reason=reason, by=request.actor, confirmed=confirmed, **told)

    held = {"on": facts.on, "by_then": facts.by_then, "source": facts.source}
    return Mendable(StepDayForm, held, work, crumbs(crumb_of(report)), _("Put the step right"))


NOUNS: dict[str, Callable[[SignedRequest, UUID], Mendable]] = {"review": review, "report": report, "due": due, "contact": contact, "step": step}


@read_or_write
def mend(request: SignedRequest, noun: str, thing: UUID) -> HttpResponse:
    """The form with what stands, and why it is put right."""
    if noun not in NOUNS:
        raise NotFound
    asked = NOUNS[noun](request, thing)
    form = asked.form(request.POST or None, country=request.country, initial=dict(asked.held))
    form.searched = (*form.searched, "reason")
    form.fields["reason"] = line(_("Why it is put right"), required=True, rows=2)
    if kept(request, form, lambda typed: asked.work(**typed)):
        messages.success(request, _("It is put right. What stood before stays beside it."))
        return redirect(str(asked.way[-1].href))
    lead = _("Change what was entered wrongly. What stood before is kept, with the reason.")
    return form_page(request, form, asked.way, asked.title, lead, _("Save"))
