"""Making a topic, changing its question and points, closing and opening it. What a service refuses comes back in the form."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.topics.forms import TopicForm
from tirek.faces.desk.topics.views import way, way_to
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries, services


@read_or_write
def make(request: SignedRequest) -> HttpResponse:
    """A new topic."""
    if not queries.may_work(request.actor, request.country):
        raise NotAllowed
    form = TopicForm(request.POST or None)
    made = kept(request, form, lambda _asked: services.make_topic(country=request.country, new=form.new_topic(), by=request.actor))
    if made:
        messages.success(request, _("The question is added. Add what the sources say."))
        return redirect("desk:topic", topic_id=made.value)
    return shown(request, form, _("Add a question"), _("Add the question"), reverse("desk:topics"), [way()])


@read_or_write
def change(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """Another question, other points. Raises NotFound."""
    facts = queries.topic(topic_id, by=request.actor, country=request.country)
    if not facts.may_work:
        raise NotAllowed
    form = TopicForm(request.POST or None, facts=facts)
    if kept(request, form, lambda asked: services.change_topic(topic_id=topic_id, new=form.new_topic(), revision=asked["revision"], by=request.actor)):
        messages.success(request, _("The question is changed. Its published page stays as it was until you publish it again."))
        return redirect("desk:topic", topic_id=topic_id)
    return shown(request, form, _("Change the question"), _("Save the question"), reverse("desk:topic", args=[topic_id]), way_to(facts))


@require_POST
def close(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """Takes the topic from work."""
    queries.topic(topic_id, by=request.actor, country=request.country)
    services.close_topic(topic_id=topic_id, by=request.actor)
    messages.success(request, _("The question is closed. What is published stays."))
    return redirect("desk:topic", topic_id=topic_id)


@require_POST
def reopen(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """Takes the topic into work again."""
    queries.topic(topic_id, by=request.actor, country=request.country)
    services.reopen_topic(topic_id=topic_id, by=request.actor)
    messages.success(request, _("The question is open again."))
    return redirect("desk:topic", topic_id=topic_id)


def shown(request: SignedRequest, form: TopicForm, title: str, button: str, back: str, before: list[Crumb]) -> HttpResponse:
    """The page of the form; 422 when something must be changed."""
    context = {"form": form, "title": title, "button": button, "back": back, "crumbs": [*before, Crumb(title)]}
    return render(request, "desk/topics/form.html", context, status=422 if form.errors else 200)
