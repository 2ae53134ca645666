"""Publishing a thing again: what differs is shown first, then a further edition is made with a note on what changed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.publications.forms import CorrectForm
from tirek.faces.desk.publications.views import crumbs_to
from tirek.faces.desk.publications.words import DIFFERS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.insight.publications.comparing import Difference
from tirek.insight.publications.queries.corrections import pending
from tirek.insight.publications.services.corrections import correct_edition

MOST = 200
"""Differences that a page shows one by one."""


@recently_authenticated
@read_or_write
def correct(request: SignedRequest, kind: str, key: str) -> HttpResponse:
    """What differs from the newest edition, and the form that publishes it."""
    found = pending(kind, key, by=request.actor, country=request.country)
    form = CorrectForm(request.POST or None, country=request.country, initial={"seen": found.digest})
    if kept(request, form, lambda asked: correct_edition(kind=kind, country=request.country, key=key, by=request.actor, **asked)):
        messages.success(request, _("The corrected edition is published; the earlier one stays as it was and leads to it."))
        return redirect("desk:publication", kind=kind, key=key)
    if form.is_bound and form.data.get("seen") != found.digest:
        form.data = {**{name: form.data[name] for name in form.data}, "seen": found.digest}
    context = {
        "found": found, "form": form, "crumbs": crumbs_to(request, kind, key, _("Publish again")), "back": reverse("desk:publication", args=[kind, key]),
        "rows": [(DIFFERS[each.what], each, manner(each)) for each in found.differences[:MOST]], "more": len(found.differences) - MOST, "kind": kind,
    }  # fmt: skip
    return render(request, "desk/publications/correct.html", context, status=422 if form.errors else 200)


def manner(difference: Difference) -> str:
    """Whether it comes, goes or is otherwise."""
    if difference.what in {"text", "rules"}:
        return ""
    return _("new") if not difference.before else _("left out") if not difference.after else _("otherwise")
