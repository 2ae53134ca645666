"""Entering that the mechanism asked an office for a reply. What a service refuses comes back as an error of the form."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.context import DeskRequest
from tirek.faces.desk.entering import kept, read_or_write
from tirek.faces.desk.publications.forms import AskForm
from tirek.faces.desk.publications.views import crumbs_to
from tirek.insight.publications.filing import About
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.services import voices as services


@read_or_write
def ask(request: DeskRequest, kind: str, key: str) -> HttpResponse:
    """To whom, when, by which letter."""
    check_may_publish(request.actor, request.country)
    title = _("We asked for a reply")
    crumbs = crumbs_to(request, kind, key, title)
    form = AskForm(request.POST or None)
    about = About(kind, request.country, key)
    done = kept(request, form, lambda asked: services.ask_for_reply(
        about=about, filer=form.filer(), asked_on=asked["asked_on"], letter=asked["letter"], names_nobody=asked["names_nobody"], by=request.actor
    ))  # fmt: skip
    if done:
        messages.success(request, _("The request stands on the page until a reply is shown."))
        return redirect("desk:publication", kind=kind, key=key)
    lead = _("Enter the letter after it was sent. The page then says whom you asked and when, until a reply is shown.")
    context = {"form": form, "title": title, "lead": lead, "button": _("Enter the request"), "crumbs": crumbs, "back": reverse("desk:publication", args=[kind, key])}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
