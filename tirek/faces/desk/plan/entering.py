"""Entering and changing the plan, and opening a visit from it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tirek.faces.desk.meanwhile import StandsNow, catch_up, changeable
from tirek.faces.desk.plan.forms import ChangedEntryForm, NewEntryForm
from tirek.faces.desk.plan.views import entry_facts
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.ledger.services import Recorded
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.records.visits import queries, services
from tirek.records.visits.policies import check_may_plan
from tirek.records.visits.refusals import ChangedMeanwhile


@read_or_write
def new(request: SignedRequest) -> HttpResponse:
    """A new entry; a place may be named in the address."""
    check_may_plan(request.actor, request.country)
    start = {"place_id": request.GET.get("place", "")}
    form = NewEntryForm(request.POST or None, country=request.country, actor=request.actor, initial=start)
    made = kept(request, form, lambda typed: services.plan_visit(country=request.country, by=request.actor, **typed))
    if made:
        messages.success(request, _("The entry stands in the plan. The head or the secretariat approves it."))
        if planned_twice(request, form, made.value):
            messages.warning(request, _("Another entry for this place and these days stands in the plan already. If one of them is a mistake, drop it."))
        return redirect("desk:plan-entry", entry_id=made.value)
    lead = _("An entry says which place is to be visited, when and how. Once it is approved, the visit is opened from it.")
    return shown(request, form, _("Put a visit into the plan"), lead, reverse("desk:plan"), [])


def planned_twice(request: SignedRequest, form: NewEntryForm, made: UUID) -> bool:
    """Whether the person knows of another entry, not dropped, for the same place on some of these days. Of a hidden one nothing is said."""
    typed = form.cleaned_data
    known = queries.plan_entries(by=request.actor, country=request.country, first=typed["first_day"], last=typed["last_day"])
    return any(str(one.place_id) == str(typed["place_id"]) and one.id != made and one.state != "dropped" for one in known)


@read_or_write
def change(request: SignedRequest, entry_id: UUID) -> HttpResponse:
    """Rewrites an entry that is still proposed. Whoever saves second is told, keeps what was typed, and sees what stands there now."""
    facts = entry_facts(request, entry_id)
    check_may_plan(request.actor, request.country)
    plain = {name: getattr(facts, name) for name in ("kind", "first_day", "last_day", "purpose", "revision")}
    start = {**plain, "announced": "yes" if facts.announced else "no", "organisers": list(facts.organisers)}
    decided = frozenset(each.digest for each in queries.kept_about([entry_id]))
    form = ChangedEntryForm(changeable(request.POST), about=entry_id, kept=decided, country=request.country, actor=request.actor, initial=start)
    if kept(request, form, lambda typed: services.change_plan_entry(entry_id=entry_id, by=request.actor, **typed)):
        messages.success(request, _("The change is saved."))
        return redirect("desk:plan-entry", entry_id=entry_id)
    meanwhile = catch_up(form, start, facts.revision, ChangedMeanwhile())
    back = reverse("desk:plan-entry", args=[entry_id])
    lead = _("An entry can be changed until it is approved. An organiser who is named stays one.")
    return shown(request, form, _("Change the entry"), lead, back, [Crumb(said(facts.place_name), back)], meanwhile)


def shown(request: SignedRequest, form: forms.Form, title: str, lead: str, back: str, way: list[Crumb], meanwhile: Sequence[StandsNow] = ()) -> HttpResponse:
    """The page of a form; 422 when something must be changed."""
    crumbs = [Crumb(_("Plan"), reverse("desk:plan")), *way, Crumb(title)]
    context = {"form": form, "title": title, "lead": lead, "button": _("Save the entry"), "crumbs": crumbs, "back": back, "meanwhile": meanwhile}
    return render(request, "desk/plan/form.html", context, status=422 if form.errors else 200)


def moved(request: SignedRequest, work: Callable[[], Recorded[UUID]], words: str) -> UUID | None:
    """Does one verb and says so, or says what is refused; the id of what it made or moved."""
    try:
        made = work()
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, refusal_text(refusal))
        return None
    messages.success(request, words)
    return made.value


@require_POST
def approve(request: SignedRequest, entry_id: UUID) -> HttpResponse:
    """Approves the entry."""
    entry_facts(request, entry_id)
    moved(request, lambda: services.approve_plan_entry(entry_id=entry_id, by=request.actor), _("The entry is approved. The visit can be opened."))
    return redirect("desk:plan-entry", entry_id=entry_id)


@require_POST
def drop(request: SignedRequest, entry_id: UUID) -> HttpResponse:
    """Takes the entry out of the plan."""
    entry_facts(request, entry_id)
    moved(request, lambda: services.drop_plan_entry(entry_id=entry_id, by=request.actor, reason=request.POST.get("reason", "")[:500]), _("The entry is dropped; it stays in the plan as dropped."))
    return redirect("desk:plan-entry", entry_id=entry_id)


@require_POST
def open_visit(request: SignedRequest, entry_id: UUID) -> HttpResponse:
    """Opens the visit of an approved entry and leads to it."""
    entry_facts(request, entry_id)
    visit = moved(request, lambda: services.open_visit(entry_id=entry_id, by=request.actor), _("The visit is opened. Choose its delegation next."))
    return redirect("desk:visit", visit_id=visit) if visit else redirect("desk:plan-entry", entry_id=entry_id)
