"""The own page of calendar addresses: which stand and when each was last read; making one, ending one. It knows nothing of what stands in a calendar."""

from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.frame.context import country_for, refusal_page, refusal_text
from tirek.faces.frame.once import made_before, note_made
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.feeds import queries, services
from tirek.foundation.feeds.policies import may_have_calendar
from tirek.foundation.people.queries import actor_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal

HOLDS = {
    "places": _("announced visits, with their places"),
    "days": _("all visits that I go on, each as “Visit” with its days alone"),
}


class AddressForm(forms.Form):
    """What of the visits stands in the calendar."""

    holds = forms.ChoiceField(
        label=_("Visits in the calendar"), choices=list(HOLDS.items()), initial="places", widget=forms.RadioSelect,
        help_text=_("With the second choice no visit shows its place, so that nobody can tell which are unannounced. Choose it only where nobody else sees the calendar: the days alone can warn a place."),
    )  # fmt: skip


@never_cache
@login_required
@require_safe
def addresses(request: HttpRequest) -> HttpResponse:
    """The addresses that stand, and the form for a new one."""
    by, country = whose(request)
    return page(request, AddressForm(), by, country)


def page(request: HttpRequest, form: AddressForm, by: Actor, country: str, status: int = 200) -> HttpResponse:
    """The page."""
    lines = [(line, HOLDS["days" if line.days_alone else "places"]) for line in queries.calendar_addresses(by=by, country=country)]
    return render(request, "frame/signin/calendar.html", {"form": form, "lines": lines, "may": may_have_calendar(by, country)}, status=status)


@never_cache
@login_required
@require_POST
@recently_authenticated
def make(request: HttpRequest) -> HttpResponse:
    """A new address, shown once."""
    by, country = whose(request)
    if made_before(request):
        messages.info(request, gettext("This address was made already. It is shown once; if it was not kept, make another one and end this one."))
        return HttpResponseRedirect(reverse("own-calendar"))
    form = AddressForm(request.POST)
    if form.is_valid():
        try:
            secret = services.make_address(country=country, days_alone=form.cleaned_data["holds"] == "days", by=by).value
            note_made(request)
            address = settings.TIREK_PEOPLE_COME_TO + reverse("calendar-feed", args=[secret])
            return render(request, "frame/signin/calendar_address.html", {"address": address})
        except NotAllowed as refusal:
            return refusal_page(request, refusal)
        except Refusal as refusal:
            form.add_error(None, refusal_text(refusal))
    return page(request, form, by, country, status=422)


@login_required
@require_POST
def end(request: HttpRequest, address_id: UUID) -> HttpResponse:
    """The address opens nothing any more."""
    try:
        services.end_address(address_id=address_id, by=actor_of(request.user))
    except NotFound:
        raise Http404 from None
    messages.success(request, gettext("The address has ended. What a program has read before, it may still hold: delete the calendar there too."))
    return HttpResponseRedirect(reverse("own-calendar"))


def whose(request: HttpRequest) -> tuple[Actor, str]:
    """Who asks, and for which country."""
    by = actor_of(request.user)
    return by, country_for(request, by)
