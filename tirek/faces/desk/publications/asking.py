"""Entering that the mechanism asked an office for a reply, and a reply that came by letter. What a service refuses comes back as an error of the form."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tirek.faces.desk.publications.forms import AskForm, EnterForm
from tirek.faces.desk.publications.views import crumbs_to, requests_about
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.ui.pieces import Crumb
from tirek.insight.publications.filing import About
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.services import voices as services


@recently_authenticated
@read_or_write
def ask(request: SignedRequest, kind: str, key: str) -> HttpResponse:
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
    return shown(request, form, title, lead, _("Enter the request"), crumbs)


@recently_authenticated
@read_or_write
def enter(request: SignedRequest, kind: str, key: str) -> HttpResponse:
    """A reply that came by letter: it is shown at once."""
    check_may_publish(request.actor, request.country)
    title = _("A reply came by letter")
    crumbs = crumbs_to(request, kind, key, title)
    form = EnterForm(request.POST or None, requests=requests_about(request, kind, key))
    about = About(kind, request.country, key)
    done = kept(request, form, lambda asked: services.enter_reply(
        about=about, filer=form.filer(), text=asked["text"], sure=asked["sure"], names_nobody=asked["names_nobody"],
        asked=UUID(asked["asked"]) if asked["asked"] else None, by=request.actor,
    ))  # fmt: skip
    if done:
        messages.success(request, _("The reply stands beside the page."))
        return redirect("desk:publication", kind=kind, key=key)
    lead = _("Copy the reply from the letter. It is shown beside the page at once, in the same form as one that came by the public form.")
    return shown(request, form, title, lead, _("Show the reply"), crumbs)


def shown(request: SignedRequest, form: forms.Form, title: str, lead: str, button: str, crumbs: list[Crumb]) -> HttpResponse:
    """The page of a form; 422 when something must be changed."""
    context = {"form": form, "title": title, "lead": lead, "button": button, "crumbs": crumbs, "back": crumbs[-2].href}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
