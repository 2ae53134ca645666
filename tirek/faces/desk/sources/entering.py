"""Entering a source, and having its figures read again. What a service refuses comes back as an error of the form, with everything typed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.sources.forms import SourceForm
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims import queries, services


@read_or_write
def enter(request: SignedRequest) -> HttpResponse:
    """A new source."""
    if not queries.may_work(request.actor, request.country):
        raise NotAllowed
    others = queries.sources(by=request.actor, country=request.country)
    form = SourceForm(request.POST or None, request.FILES or None, country=request.country, others=others)
    made = kept(request, form, lambda asked: add(request, form, asked))
    if made:
        messages.success(request, _("The source is entered. Its text stays as it came."))
        return redirect("desk:source", source_id=made.value)
    title = _("Enter a source")
    context = {
        "form": form, "title": title, "button": _("Enter the source"), "back": reverse("desk:sources"),
        "crumbs": [Crumb(_("Sources and figures"), reverse("desk:sources")), Crumb(title)],
    }  # fmt: skip
    return render(request, "desk/sources/form.html", context, status=422 if form.errors else 200)


def add(request: SignedRequest, form: SourceForm, asked: dict[str, object]) -> object:
    """Hands the document to the claims room, which reads it before it writes anything."""
    sent = form.cleaned_data["file"]
    given = {"received": sent.read(), "name": sent.name} if sent is not None else {"pasted": asked["text"]}
    return services.add_source(country=request.country, new=form.new_source(), by=request.actor, **given)


@require_POST
def read_again(request: SignedRequest, source_id: UUID) -> HttpResponse:
    """Has the figures read anew; decisions stay."""
    queries.source(source_id, by=request.actor, country=request.country)
    services.ask_again(source_id=source_id, by=request.actor)
    messages.success(request, _("The figures are being read again. Decisions stay as they are."))
    return redirect("desk:source", source_id=source_id)
