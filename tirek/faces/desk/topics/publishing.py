"""Publishing a topic: the page shows what the public will be given, and whoever signed in long ago confirms first."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.topics.forms import PublishForm
from tirek.faces.desk.topics.stating import topic_for
from tirek.faces.desk.topics.views import way_to
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.ledger.services import Recorded
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.insight.publications.queries.previews import sign_of_topic, topic_shown
from tirek.insight.publications.services import publish_topic


@recently_authenticated
@read_or_write
def publish(request: SignedRequest, topic_id: UUID) -> HttpResponse:
    """A further edition of the topic as it stands. Raises NotFound."""
    facts = topic_for(request, topic_id)
    sign = sign_of_topic(facts)
    form = PublishForm(request.POST if request.method == "POST" else None, initial={"seen": sign})

    def sent(asked: dict[str, Any]) -> Recorded[bool]:
        try:
            return publish_topic(topic_id=topic_id, country=request.country, by=request.actor, **asked)
        except PassagesUndecided:
            form.ask_why()
            raise

    made = kept(request, form, sent)
    if made:
        told = _("The question is published as a new edition.") if made.value else _("Nothing changed since the newest edition; none was made.")
        messages.success(request, told)
        return redirect("desk:topic", topic_id=topic_id)
    if form.is_bound and form.data.get("seen") != sign:
        form.data = {**{name: form.data[name] for name in form.data}, "seen": sign}
    title = _("Publish the question")
    context = {
        "form": form, "title": title, "topic": topic_shown(facts), "back": reverse("desk:topic", args=[topic_id]), "crumbs": [*way_to(facts), Crumb(title)],
    }  # fmt: skip
    return render(request, "desk/topics/publish.html", context, status=422 if form.errors else 200)
