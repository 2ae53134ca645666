"""The page of one's own notices: what there is to read, how it is told, and whether mail arrives."""

from dataclasses import asdict

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tirek.foundation.notices import kinds
from tirek.foundation.notices.queries import own_mail
from tirek.foundation.notices.services import try_own_again, wish
from tirek.foundation.people import queries


class WishesForm(forms.Form):
    """What one wants to be mailed."""

    confirmations = forms.BooleanField(label=_("A confirmation is asked of me"), required=False)
    decisions = forms.BooleanField(label=_("What I asked for has been decided"), required=False)
    jobs = forms.BooleanField(label=_("Work that I started has ended"), required=False)
    reminders = forms.BooleanField(label=_("A day that I watch over is near or past"), required=False)
    digest = forms.ChoiceField(
        label=_("How many things wait for me"),
        required=False,
        choices=[("", _("Never")), ("daily", _("Each morning, if something waits")), ("weekly", _("On Monday mornings, if something waits"))],
        help_text=_("The mail holds the number alone."),
    )


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """The newest notices, each with the way to what it is about (that page decides anew what its reader may see), and what is mailed."""
    by = queries.actor_of(request.user)
    if request.method == "POST":
        form = WishesForm(request.POST)
        if form.is_valid():
            wish(**form.cleaned_data, by=by)
            messages.success(request, gettext("Your wishes are kept."))
            return HttpResponseRedirect(reverse("notices"))
    found = own_mail(by=by)
    form = form if request.method == "POST" else WishesForm(initial=asdict(found))
    context = {"mail": found, "form": form, "lines": [(line, way(line.kind)) for line in found.notices]}
    return render(request, "frame/signin/notices.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Mail to the own address is tried again."""
    try_own_again(by=queries.actor_of(request.user))
    messages.success(request, gettext("The next notice is mailed to you again. If it comes back too, you see it here."))
    return HttpResponseRedirect(reverse("notices"))


def way(kind: str) -> str:
    """Where a notice of a kind is answered."""
    names = {kinds.RESET: "account", kinds.CONFIRM: "desk:accounts", kinds.DECIDED: "desk:rights", kinds.JOB: "desk:jobs", kinds.WEBHOOK: "desk:webhooks"}
    return reverse(names[kind] if kind in names and "desk" in settings.TIREK_FACES else "account" if kind == kinds.RESET else settings.TIREK_WORK)
