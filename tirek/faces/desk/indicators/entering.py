"""Entering, checking and superseding values, overriding breaks, publishing profiles. What a service refuses comes back in the form.

What becomes public by it asks whoever signed in long ago to confirm first.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.indicators.forms import OverrideForm, ValueForm
from tirek.faces.desk.places.careful import CLEARED
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.claims.queries import sources
from tirek.insight.indicators import queries, services
from tirek.insight.publications.services import publish_profile


@read_or_write
def enter(request: SignedRequest) -> HttpResponse:
    """A new value."""
    must_work(request)
    form = value_form(request)
    made = kept(request, form, lambda given: services.enter_value(country=request.country, new=form.new_value(), by=request.actor, names_nobody=given[CLEARED]))
    if made:
        messages.success(request, _("The value is entered. It is published when a second person has checked it."))
        return redirect("desk:value", value_id=made.value)
    return shown(request, form, _("Enter a value"), reverse("desk:indicators"))


@read_or_write
def supersede(request: SignedRequest, value_id: UUID) -> HttpResponse:
    """A value that takes the place of another. Raises NotFound."""
    before = queries.value(value_id, by=request.actor, country=request.country)
    must_work(request)
    form = value_form(request, {"indicator": before.indicator, "year": before.year, "year_stated": not before.inferred})
    asked = {"value_id": value_id, "by": request.actor, "country": request.country}
    made = kept(request, form, lambda given: services.supersede_value(new=form.new_value(), names_nobody=given[CLEARED], **asked))  # type: ignore[arg-type]
    if made:
        messages.success(request, _("The value is entered. It is published when a second person has checked it."))
        return redirect("desk:value", value_id=made.value)
    return shown(request, form, _("Supersede a value"), reverse("desk:value", args=[value_id]))


@recently_authenticated
@require_POST
def check(request: SignedRequest, value_id: UUID) -> HttpResponse:
    """A second person compared the value with its sentence."""
    services.check_value(value_id=value_id, by=request.actor, country=request.country)
    messages.success(request, _("The value is checked."))
    return redirect("desk:value", value_id=value_id)


@recently_authenticated
@read_or_write
def override(request: SignedRequest, break_id: str, indicator: str) -> HttpResponse:
    """Why changes may be computed over a break. Raises NotFound for a break that the country's time line does not have."""
    must_work(request)
    lines = queries.break_lines(by=request.actor, country=request.country)
    found = next((one for one in lines if (one.break_id, one.indicator) == (break_id, indicator)), None)
    if found is None:
        raise NotFound
    form = OverrideForm(request.POST or None, initial={"reason": found.reason})
    asked = {"country": request.country, "indicator": indicator, "break_id": break_id, "by": request.actor}
    if kept(request, form, lambda given: services.override_break(**given, **asked)):  # type: ignore[arg-type]
        messages.success(request, _("The reason is recorded. It stands beside every change over this break."))
        return redirect("desk:breaks")
    crumbs = [Crumb(_("Indicators"), reverse("desk:indicators")), Crumb(_("Breaks in series"), reverse("desk:breaks")), Crumb(said(found.name))]
    return render(request, "desk/indicators/override.html", {"form": form, "found": found, "crumbs": crumbs}, status=422 if form.errors else 200)


@recently_authenticated
@require_POST
def publish(request: SignedRequest) -> HttpResponse:
    """Freezes the country's profiles anew where values changed."""
    made = publish_profile(country=request.country, by=request.actor).value
    messages.success(request, _("Pages published anew: %(number)s.") % {"number": made})
    return redirect("desk:indicators")


def value_form(request: SignedRequest, initial: dict[str, object] | None = None) -> ValueForm:
    """The form of a value."""
    held = sources(by=request.actor, country=request.country)
    return ValueForm(request.POST or None, country=request.country, sources=held, initial=initial)


def shown(request: SignedRequest, form: ValueForm, title: str, back: str) -> HttpResponse:
    """The form's page."""
    crumbs = [Crumb(_("Indicators"), reverse("desk:indicators")), Crumb(title)]
    return render(request, "desk/indicators/form.html", {"form": form, "title": title, "back": back, "crumbs": crumbs}, status=422 if form.errors else 200)


def must_work(request: SignedRequest) -> None:
    """Raises NotAllowed."""
    if not queries.may_work(request.actor, request.country):
        raise NotAllowed
