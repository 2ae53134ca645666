"""Adding a statement from a source, reading it otherwise, taking it back. Nothing typed is lost when a service refuses."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.topics.forms import AddForm, StatementForm, TakeBackForm
from tirek.faces.desk.topics.views import way_to
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries, services


@read_or_write
def add(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """What a source says: from a confirmed figure, or by its exact words. Raises NotFound."""
    topic = topic_for(request, topic_id)
    offered: dict[str, Any] = {"sources": queries.sources(by=request.actor, country=request.country), "figures": queries.decided_figures(by=request.actor, country=request.country)}
    form = AddForm(request.POST or None, topic=topic, **offered)
    if kept(request, form, lambda _asked: services.add_statement(topic_id=topic_id, source_id=form.source_id, new=form.new_statement(), by=request.actor)):
        messages.success(request, _("The statement is added. See what it changes in the lists."))
        return redirect("desk:topic", topic_id=topic_id)
    return shown(request, topic, form, _("Add a statement"), _("Add the statement"))


@read_or_write
def change(request: SignedRequest, statement_id: UUID) -> HttpResponse:
    """Reads a statement otherwise; its source stays. Raises NotFound."""
    held = queries.statement(statement_id, by=request.actor, country=request.country)
    topic = topic_for(request, held.topic_id)
    form = StatementForm(request.POST or None, topic=topic, held=held)
    if kept(request, form, lambda asked: services.change_statement(statement_id=statement_id, new=form.new_statement(), revision=asked["revision"], by=request.actor)):
        messages.success(request, _("The statement is read otherwise now. See what it changes in the lists."))
        return redirect("desk:topic", topic_id=topic.id)
    return shown(request, topic, form, _("Read a statement otherwise"), _("Save the statement"))


@read_or_write
def take_back(request: SignedRequest, statement_id: UUID) -> HttpResponse:
    """Leaves a statement out from now on. Raises NotFound."""
    held = queries.statement(statement_id, by=request.actor, country=request.country)
    topic = topic_for(request, held.topic_id)
    form = TakeBackForm(request.POST or None)
    if kept(request, form, lambda asked: services.take_back_statement(statement_id=statement_id, by=request.actor, **asked)):
        messages.success(request, _("The statement is left out. It stays in the record with your reason."))
        return redirect("desk:topic", topic_id=topic.id)
    title = _("Take a statement back")
    context = {"form": form, "title": title, "held": held, "back": reverse("desk:topic", args=[topic.id]), "crumbs": [*way_to(topic), Crumb(title)]}
    return render(request, "desk/topics/take_back.html", context, status=422 if form.errors else 200)


def topic_for(request: SignedRequest, topic_id: UUID) -> queries.TopicFacts:
    """The topic, for who may write to it. Raises NotFound, NotAllowed."""
    topic = queries.topic(topic_id, by=request.actor, country=request.country)
    if not topic.may_work:
        raise NotAllowed
    return topic


def shown(request: SignedRequest, topic: queries.TopicFacts, form: StatementForm, title: str, button: str) -> HttpResponse:
    """The page of the form; 422 when something must be changed."""
    back = reverse("desk:topic", args=[topic.id])
    context = {"form": form, "title": title, "button": button, "back": back, "crumbs": [*way_to(topic), Crumb(title)]}
    return render(request, "desk/topics/statement.html", context, status=422 if form.errors else 200)
