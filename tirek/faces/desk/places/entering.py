"""Entering and changing places. What a service refuses comes back as an error of the form, with everything that was typed."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tirek.faces.desk.meanwhile import StandsNow, catch_up, changeable
from tirek.faces.desk.places.changes import CHANGES, Change, MergeForm
from tirek.faces.desk.places.forms import CorrectionForm, NewPlaceForm, initial_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import CountryForm, said
from tirek.foundation.ui.pieces import Crumb
from tirek.registers.places import queries, services
from tirek.registers.places.folding import folded
from tirek.registers.places.policies import check_may_write_places
from tirek.registers.places.refusals import PlaceChanged


@read_or_write
def register(request: SignedRequest) -> HttpResponse:
    """A new place."""
    check_may_write_places(request.actor, request.country)
    form = NewPlaceForm(request.POST or None, country=request.country)
    made = kept(request, form, lambda asked: services.register_place(country=request.country, by=request.actor, **asked))
    if made:
        messages.success(request, _("The place is entered."))
        tell_of_another(request, form, made.value)
        return redirect("desk:place", place_id=made.value)
    lead = _("The name it has today; earlier names are entered afterwards.")
    return shown(request, form, _("Enter a place"), lead, _("Enter the place"), [])


def tell_of_another(request: SignedRequest, form: forms.Form, made: UUID) -> None:
    """Says that a place of the region bears the name already: a form that was sent twice would split what is known of one place."""
    asked = form.cleaned_data
    names = {folded(text) for _code, text in asked["name"].texts}
    known = [one for one in queries.known_places(by=request.actor, country=request.country, merged=False) if one.region == asked["region"] and one.id != made]
    if any(folded(text) in names for one in known for _code, text in one.name.texts):
        messages.warning(request, _("Another place of this region has the same name. If both are one place, make this one a part of the other."))


@read_or_write
def correct(request: SignedRequest, place_id: UUID) -> HttpResponse:
    """Mending what was entered wrongly. Whoever saves second is told, keeps what was typed, and sees what stands there now."""
    check_may_write_places(request.actor, request.country)
    facts = queries.place(place_id, by=request.actor, country=request.country)
    form = CorrectionForm(changeable(request.POST), country=request.country, initial=initial_of(facts))
    if kept(request, form, lambda asked: services.correct_place(place_id=place_id, by=request.actor, **asked)):
        messages.success(request, _("The correction is saved."))
        return redirect("desk:place", place_id=place_id)
    meanwhile = catch_up(form, initial_of(facts), facts.revision, PlaceChanged())
    lead = _("For mistakes only. If the name or the authority really changed, enter another name or another authority with its day.")
    return shown(request, form, _("Correct the entry"), lead, _("Save the correction"), [way_to(facts)], meanwhile)


@read_or_write
def change(request: SignedRequest, place_id: UUID, what: str) -> HttpResponse:
    """One of the changes of a place."""
    check_may_write_places(request.actor, request.country)
    facts = queries.place(place_id, by=request.actor, country=request.country)
    plan = CHANGES[what]
    form = form_of(request, plan, place_id)
    if kept(request, form, lambda asked: plan.verb(place_id=place_id, by=request.actor, **asked)):
        messages.success(request, str(plan.done))
        return redirect("desk:place", place_id=place_id)
    return shown(request, form, str(plan.title), str(plan.lead), str(plan.button), [way_to(facts)])


def form_of(request: SignedRequest, plan: Change, place_id: UUID) -> CountryForm:
    """The form of a change; that of merging offers the country's other places."""
    if plan.form is not MergeForm:
        return plan.form(request.POST or None, country=request.country)
    found = queries.known_places(by=request.actor, country=request.country, merged=False)
    others = [(str(one.id), said(one.name)) for one in found if one.id != place_id]
    return MergeForm(request.POST or None, country=request.country, others=others)


def way_to(facts: queries.PlaceFacts) -> Crumb:
    """The crumb of a place."""
    return Crumb(said(facts.name), f"../../{facts.id}/")


def shown(request: SignedRequest, form: forms.Form, title: str, lead: str, button: str, way: list[Crumb], meanwhile: Sequence[StandsNow] = ()) -> HttpResponse:
    """The page of a form; 422 when something must be changed."""
    crumbs = [Crumb(_("Places"), "../../" if way else "../"), *way, Crumb(title)]
    context = {"form": form, "title": title, "lead": lead, "button": button, "crumbs": crumbs, "back": crumbs[-2].href, "meanwhile": meanwhile}
    return render(request, "desk/places/form.html", context, status=422 if form.errors else 200)
