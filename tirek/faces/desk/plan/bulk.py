"""Planning several visits at once: places are chosen on the page of coverage, then a month; a preview says what would be made and what refused."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tirek.faces.desk.listing import Shown, read
from tirek.faces.desk.places.views import PLACES
from tirek.faces.desk.plan.covering import CoverageFilterForm, left_by
from tirek.faces.desk.plan.forms import SeveralForm
from tirek.faces.desk.several import unread
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.foundation.ui.formats import number, span
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.insight.planning.policies import check_may_plan
from tirek.records.visits import services
from tirek.records.visits.queries import standings
from tirek.records.visits.several import MOST, Judged, judged
from tirek.registers.places.queries import PlaceLine

CLEARED = "names_nobody"


@read_or_write
def several(request: SignedRequest) -> HttpResponse:
    """The form, then its preview, then what became of each place. Nothing is written before the preview was sent on. Cost of the preview: 12 queries."""
    actor, country = request.actor, request.country
    check_may_plan(actor, country)
    listing = asked_of(request)
    if listing and not listing.form.understood:
        return unread(request, listing)
    places, beyond = chosen(request, listing)
    if not places:
        messages.warning(request, _("Choose the places first: mark them in the list."))
        return redirect("desk:plan-coverage")
    step = request.POST.get("step", "")
    marked = 0 if step or request.POST.get("everything") else len(set(request.POST.getlist("chosen")))
    if left := max(0, marked - len(places) - beyond):
        words = ngettext("%(count)s chosen place is left out: it does not work today.", "%(count)s chosen places are left out: they do not work today.", left)
        messages.warning(request, words % {"count": number(left)})
    form = SeveralForm(request.POST if step else None, country=country, actor=actor, initial=typed_before(request))
    context = {
        "form": form,
        "places": places,
        "left": 0 if step else beyond,
        "most": number(MOST),
        "names": [said(one.name) for one in places],
        "crumbs": [Crumb(_("Plan"), reverse("desk:plan")), Crumb(_("Coverage"), reverse("desk:plan-coverage")), Crumb(_("Several visits"))],
        "columns": [Column(_("Place"), width="wide"), Column(_("Days")), Column(_("What becomes of it"), width="wide")],
    }
    if step == "make" and (made := kept(request, form, lambda typed: make(request, form, typed, places))):
        return render(request, "desk/plan/several_done.html", {**context, **outcome(made, places)})
    if step and form.is_valid():
        found = judged(form.wanted([one.id for one in places]), country=country, by=actor)
        return render(request, "desk/plan/several_preview.html", {**context, **outcome(found, places), "sent": sent(form)})
    return render(request, "desk/plan/several.html", context, status=422 if form.errors else 200)


def asked_of(request: SignedRequest) -> Shown | None:
    """The list of places, where all of it was asked for and not only what is marked."""
    if request.POST.get("everything") and request.POST.get("deed") == "plan":
        return read(PLACES, request, QueryDict(request.POST.get("asked", "")))
    return None


def chosen(request: SignedRequest, listing: Shown | None) -> tuple[list[PlaceLine], int]:
    """The places that were marked, or all that the filters of the list leave, at most as many as can be planned at once; and how many are left for another time."""
    if request.method != "POST":
        return [], 0
    today, wanted = timezone.localdate(), {*request.POST.getlist("place"), *request.POST.getlist("chosen")}
    every = standings(by=request.actor, country=request.country, today=today)
    if listing:
        asked = listing.asked()
        wanted = {str(one.id) for one in PLACES.some(asked, 0, MOST)}
        return [one.place for one in every if str(one.place.id) in wanted], max(0, PLACES.count(asked) - MOST)
    if request.POST.get("everything"):
        form = CoverageFilterForm(QueryDict(request.POST.get("asked", "")) or None, country=request.country)
        found = [one.place for one in left_by(form, every, today)]
    else:
        found = [one.place for one in every if str(one.place.id) in wanted]
    return found[:MOST], max(0, len(found) - MOST)


def make(request: SignedRequest, form: SeveralForm, typed: dict[str, object], places: list[PlaceLine]) -> tuple[Judged, ...]:
    """Makes the entries."""
    asked = {name: typed[name] for name in ("kind", "announced", "purpose", "organisers", CLEARED)}
    return services.plan_visits(wanted=form.wanted([one.id for one in places]), country=request.country, by=request.actor, **asked)  # type: ignore[arg-type]


def sent(form: SeveralForm) -> list[tuple[str, str]]:
    """What was typed, to be sent once more as it is."""
    return [(name, value) for name in form.fields for value in form.data.getlist(form.add_prefix(name))]  # type: ignore[attr-defined]


def outcome(found: tuple[Judged, ...], places: list[PlaceLine]) -> dict[str, object]:
    """Each place with its days and what becomes of it, and how many there are of both."""
    names: dict[UUID, str] = {one.id: said(one.name) for one in places}
    good, bad = sum(one.refusal is None for one in found), sum(one.refusal is not None for one in found)
    counted = [
        ngettext("%(count)s entry", "%(count)s entries", good) % {"count": number(good)},
        ngettext("%(count)s place refused", "%(count)s places refused", bad) % {"count": number(bad)},
    ]
    return {"rows": [row(one, names) for one in found], "good": good, "counted": counted if bad else counted[:1]}


def row(one: Judged, names: dict[UUID, str]) -> list[object]:
    """A place as a line."""
    name = names[one.wanted.place_id]
    days = span(one.wanted.first, one.wanted.last) if one.wanted.first and one.wanted.last else "—"
    if one.refusal:
        return [name, days, Cell(refusal_text(one.refusal), state="stopped")]
    place = Cell(name, reverse("desk:plan-entry", args=[one.entry_id])) if one.entry_id else name
    return [place, days, Cell(_("stands in the plan") if one.entry_id else _("will stand in the plan"), state="done" if one.entry_id else "waiting")]


def typed_before(request: SignedRequest) -> dict[str, object]:
    """What was typed before the preview, for the form that is changed after it; without it the form begins anew."""
    plain = {name: request.POST[name] for name in ("month", "length", "kind", "announced", "purpose") if name in request.POST}
    return {"announced": "no", "length": 1, **plain, "organisers": request.POST.getlist("organisers")}
