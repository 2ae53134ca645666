"""Linking a recommendation of a report with an earlier one, with one of the mechanism or with a finding, and taking a link back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.bearing import cited
from tirek.faces.desk.international.forms import NumberForm, OneOf
from tirek.faces.desk.international.views import crumbs
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.answers.words import head_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.followup.international import queries, services
from tirek.followup.international.policies import check_may_link
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits.queries import findings_across

NEWEST = 200
"""Findings that are offered: those of the newest visits."""


def reached(request: SignedRequest, paragraph_id: UUID) -> queries.ParagraphLine:
    """The recommendation, for somebody who may link, of the chosen country. Raises NotFound, NotAllowed."""
    found = queries.thread(paragraph_id, by=request.actor, today=timezone.localdate())
    if found.country != request.country:
        raise NotFound
    check_may_link(request.actor, found.country)
    return next(each.paragraph for each in found.parts if each.paragraph.id == found.about)


def way(line: queries.ParagraphLine) -> list[Crumb]:
    """The way to the thread."""
    return crumbs(Crumb(cited(line), reverse("desk:international-thread", args=[line.id])))


def linked(request: SignedRequest, paragraph_id: UUID) -> HttpResponse:
    """Back to the thread, with a word."""
    messages.success(request, _("The link is recorded. It can be taken back."))
    return redirect("desk:international-thread", paragraph_id=paragraph_id)


@read_or_write
def earlier(request: SignedRequest, paragraph_id: UUID) -> HttpResponse:
    """An earlier recommendation that this one goes on from."""
    line = reached(request, paragraph_id)
    found = [(str(each.id), f"{each.year} · {cited(each)}: {head_of(said(each.text), 100)}") for each in queries.earlier_paragraphs(paragraph_id, by=request.actor, country=request.country)]
    form = OneOf(request.POST or None, country=request.country, label=_("The earlier recommendation"), found=found)
    if kept(request, form, lambda asked: services.link_earlier(paragraph_id=paragraph_id, earlier_id=asked["chosen"], by=request.actor)):
        return linked(request, paragraph_id)
    lead = _("Both then stand on one page, with all that bears on either.")
    return form_page(request, form, way(line), _("Link an earlier recommendation"), lead, _("Link"), about=line)


@read_or_write
def national(request: SignedRequest, paragraph_id: UUID) -> HttpResponse:
    """A recommendation of the mechanism that bears on this one."""
    line = reached(request, paragraph_id)
    form = NumberForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.link_national(paragraph_id=paragraph_id, number=asked["number"], by=request.actor)):
        return linked(request, paragraph_id)
    lead = _("What the authority says of it and what the mechanism verified then stand on the page of this recommendation too.")
    return form_page(request, form, way(line), _("Link a recommendation of the mechanism"), lead, _("Link"), about=line)


@read_or_write
def finding(request: SignedRequest, paragraph_id: UUID) -> HttpResponse:
    """A finding that bears on this recommendation; only those who may read the finding see the link."""
    line = reached(request, paragraph_id)
    found = [
        (str(each.id), f"{day(each.starts_on, 'short')} · {said(each.place_name)}: {head_of(said(each.text), 100)}")
        for each in findings_across(by=request.actor, country=request.country, size=NEWEST)
    ]
    form = OneOf(request.POST or None, country=request.country, label=_("The finding"), found=found)
    if kept(request, form, lambda asked: services.link_finding(paragraph_id=paragraph_id, finding_id=asked["chosen"], by=request.actor)):
        return linked(request, paragraph_id)
    lead = _("Findings of the newest visits that you may read are offered. Only those who may read the finding see the link.")
    return form_page(request, form, way(line), _("Link a finding"), lead, _("Link"), about=line)


@require_POST
def take_back(request: SignedRequest, paragraph_id: UUID, link_id: UUID) -> HttpResponse:
    """Takes a link back; the record keeps that it was there."""
    reached(request, paragraph_id)
    services.end_link(paragraph_id=paragraph_id, link_id=link_id, by=request.actor)
    messages.success(request, _("The link is taken back."))
    return redirect("desk:international-thread", paragraph_id=paragraph_id)
