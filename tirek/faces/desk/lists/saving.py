"""The saved views of a list: saving the one that an address shows, opening, renaming, sharing, removing one, and beginning with it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.listing import ALL, WorkList, read, shown, usable
from tirek.faces.desk.lists.forms import ViewForm
from tirek.faces.desk.lists.kinds import work_list
from tirek.faces.desk.places.careful import CLEARED
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.foundation.listviews import queries, services
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed

REPLACE = "with"
"""In the address of a view's change: it gets what stands beside this."""


@read_or_write
def views(request: SignedRequest, of_list: str) -> HttpResponse:
    """The views of a list, and a form that saves what the address shows."""
    of = work_list(of_list)
    listing = shown(request, of)
    listing.form.check_understood()
    form = ViewForm(request.POST if request.method == "POST" else None)

    def save(asked: dict[str, Any]) -> object:
        return services.save_view(
            of_list=of.key, name=asked["name"], shared=asked["shared"], query=listing.query, country=request.country, by=request.actor,
            typed=typed(of, request, listing.query), names_nobody=asked[CLEARED],
        )  # fmt: skip

    if kept(request, form, save):
        messages.success(request, _("The view “%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
        return redirect(f"{listing.address}?{listing.query or f'{ALL}=1'}")
    owners = names_of({each.owner for each in listing.views if not each.may_change})
    context = {
        "of": of, "form": form, "title": _("Views of the list: %(list)s") % {"list": of.title}, "saves": said_of(listing.form, listing.query),
        "views": [(each, owners.get(each.owner, "—")) for each in listing.views], "starts": any(each.starts for each in listing.views), "present": f"{REPLACE}=1&{listing.query}", "query": listing.query,
        "back": f"{listing.address}?{listing.query or f'{ALL}=1'}",
        "crumbs": [Crumb(str(of.title), listing.address), Crumb(_("Views"))],
    }  # fmt: skip
    return render(request, "desk/lists/views.html", context, status=422 if form.errors else 200)


def typed(of: WorkList, request: SignedRequest, query: str) -> list[str]:
    """The filters of a list whose values people write freely; whatever is chosen from a list, or is a day or a number, names nobody."""
    fields = of.narrowing(request, QueryDict(query) or None).fields
    return [name for name, field in fields.items() if type(field) is forms.CharField]


def said_of(form: forms.Form, query: str) -> list[tuple[str, str]]:
    """What a query asks for in words: filters, with what was chosen of each."""
    data = QueryDict(query)
    return [(str(form[name].label), said_value(form.fields[name], data[name])) for name in form.fields if data.get(name)]


def said_value(field: forms.Field, value: str) -> str:
    """What was chosen, in the words of the list it was chosen from."""
    if isinstance(field, forms.BooleanField):
        return _("yes")
    return str(dict(field.choices).get(value, value)) if isinstance(field, forms.ChoiceField) else value  # type: ignore[arg-type]


@require_safe
def view(request: SignedRequest, view_id: UUID) -> HttpResponse:
    """The list as the view keeps it, as far as this reader's own list can show it; else the whole list, which says why."""
    facts = queries.view(view_id, by=request.actor, country=request.country)
    of = work_list(facts.of_list)
    of.check(request)
    query = usable(request, of, facts.query)
    if query is None:
        messages.warning(request, _("The view “%(name)s” asks for something that this list does not offer you. The whole list is shown.") % {"name": facts.name})
    return redirect(f"{reverse(of.url)}?{query or f'{ALL}=1'}")


@read_or_write
def change(request: SignedRequest, view_id: UUID) -> HttpResponse:
    """Another name, shared or not; with the mark in the address also the filters, columns and order that stand beside it there. Raises NotAllowed, NotFound."""
    facts = queries.view(view_id, by=request.actor, country=request.country)
    if not facts.may_change:
        raise NotAllowed
    of = work_list(facts.of_list)
    form = ViewForm(request.POST if request.method == "POST" else None, initial={"name": facts.name, "shared": facts.shared})
    listing = read(of, request, request.GET) if REPLACE in request.GET else None
    if listing:
        listing.form.check_understood()
    query = listing.query if listing else facts.query
    back = reverse("desk:views", args=[of.key])

    def save(asked: dict[str, Any]) -> object:
        return services.change_view(
            view_id=view_id, name=asked["name"], shared=asked["shared"], by=request.actor, query=query, typed=typed(of, request, query),
            names_nobody=asked[CLEARED],
        )  # fmt: skip

    if kept(request, form, save):
        messages.success(request, _("The view “%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
        return redirect(back)
    crumbs = [Crumb(str(of.title), reverse(of.url)), Crumb(_("Views"), back), Crumb(facts.name)]
    context = {
        "form": form, "title": _("Change the view “%(name)s”") % {"name": facts.name}, "back": back, "crumbs": crumbs,
        "replaces": listing is not None, "saves": said_of(listing.form, query) if listing else (), "columns": [each.words for each in listing.columns] if listing else (),
    }  # fmt: skip
    return render(request, "desk/lists/change.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: SignedRequest, view_id: UUID) -> HttpResponse:
    """The view is gone."""
    facts = queries.view(view_id, by=request.actor, country=request.country)
    services.remove_view(view_id=view_id, by=request.actor)
    messages.success(request, _("The view “%(name)s” is removed.") % {"name": facts.name})
    return redirect("desk:views", of_list=facts.of_list)


@require_POST
def begin(request: SignedRequest, view_id: UUID) -> HttpResponse:
    """The list begins with this view for the person."""
    facts = queries.view(view_id, by=request.actor, country=request.country)
    services.begin_with(of_list=facts.of_list, view_id=view_id, country=request.country, by=request.actor)
    messages.success(request, _("For you the list begins with “%(name)s” from now on.") % {"name": facts.name})
    return redirect("desk:views", of_list=facts.of_list)


@require_POST
def begin_whole(request: SignedRequest, of_list: str) -> HttpResponse:
    """The list begins whole for the person."""
    of = work_list(of_list)
    of.check(request)
    services.begin_with(of_list=of.key, view_id=None, country=request.country, by=request.actor)
    messages.success(request, _("For you the list begins whole from now on."))
    return redirect("desk:views", of_list=of.key)
