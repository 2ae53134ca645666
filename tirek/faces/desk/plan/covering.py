"""Coverage: which places are past the legal interval, which were never visited, and how the others stand; with the way to plan a visit beside each."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.plan.frame import tabs
from tirek.faces.desk.plan.words import areas, kinds_of_place, place_kind_words, region_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, said
from tirek.foundation.jurisdictions.queries import visit_kind
from tirek.foundation.ui.formats import clock, number
from tirek.foundation.ui.pieces import Cell, Column
from tirek.insight.planning.policies import check_may_plan
from tirek.records.visits.queries import PlaceStanding, planned_ahead, standings
from tirek.records.visits.several import MOST
from tirek.registers.places.folding import folded

PAGE = 50
STANDS = [
    ("", gettext_lazy("all")),
    ("past", gettext_lazy("past the interval")),
    ("never", gettext_lazy("never visited")),
    ("this_year", gettext_lazy("visited this year")),
    ("due", gettext_lazy("due within the year")),
    ("in_time", gettext_lazy("visited in time")),
]


class CoverageFilterForm(FilterForm):
    """How the list is narrowed."""

    stands = forms.ChoiceField(label=gettext_lazy("How the place stands"), required=False, choices=STANDS)
    place_kind = forms.ChoiceField(label=gettext_lazy("Kind of place"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)
    text = forms.CharField(label=gettext_lazy("Name of the place"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))

    def choose(self, country: str) -> None:
        """Kinds and regions."""
        self.offer("place_kind", kinds_of_place(country, _("all")))
        self.offer("region", areas(country, _("all")))

    def leaves(self, one: PlaceStanding, today: date) -> bool:
        """Whether the filters leave a place."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        name = folded(" ".join(text for _code, text in one.place.name.texts))
        return (
            (asked.get("place_kind") or one.place.kind) == one.place.kind
            and (asked.get("region") or one.place.region) == one.place.region
            and all(word in name for word in folded(asked.get("text", "")).split())
            and stands(one, asked.get("stands", ""), today)
        )


def stands(one: PlaceStanding, how: str, today: date) -> bool:
    """Whether a place stands as asked."""
    match how:
        case "past":
            return one.past
        case "never":
            return one.last_visit is None
        case "this_year":
            return one.last_visit is not None and one.last_visit.year == today.year
        case "due":
            return one.due is not None and not one.past and one.due.due_on.year == today.year
        case "in_time":
            return one.last_visit is not None and not one.past
    return True


def left_by(form: CoverageFilterForm, every: tuple[PlaceStanding, ...], today: date) -> list[PlaceStanding]:
    """The places that the filters leave; none where a filter could not be used."""
    return [one for one in every if form.leaves(one, today)] if form.understood else []


@require_safe
def coverage(request: SignedRequest) -> HttpResponse:
    """Working places, the longest past their interval first. Cost: 4 queries."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    check_may_plan(actor, country)
    form = CoverageFilterForm(request.GET or None, country=country)
    every = standings(by=actor, country=country, today=today)
    found = left_by(form, every, today)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    ahead = planned_ahead(by=actor, country=country, today=today)
    context = {
        "tabs": tabs(request, "coverage", today.year),
        "form": form,
        "columns": columns(),
        "rows": [(one.place, list(zip(columns(), row(one, ahead.get(one.place.id), country, today), strict=True))) for one in page],
        "most": MOST,
        "page": page,
        "total": len(found),
        "figures": figures(every),
        "narrowed": bool(request.GET),
    }
    return render(request, "desk/plan/coverage.html", context)


def figures(every: tuple[PlaceStanding, ...]) -> list[tuple[str, str, str]]:
    """How the places of the country stand: figure, label, and the address that narrows the list to them."""
    past, never = sum(one.past for one in every), sum(one.last_visit is None for one in every)
    return [
        (number(len(every)), _("working places"), ""),
        (number(past), _("past the interval"), "?stands=past"),
        (number(never), _("never visited"), "?stands=never"),
        (number(sum(one.last_visit is not None and not one.past for one in every)), _("visited in time"), "?stands=in_time"),
    ]


def columns() -> list[Column]:
    """The columns of the list."""
    return [Column(word) for word in (_("Place"), _("Kind and region"), _("Last visit"), _("What the interval asks"), _("Next in the plan"), _("Plan"))]


def row(one: PlaceStanding, planned: date | None, country: str, today: date) -> list[object]:
    """A place as a line."""
    return [
        Cell(said(one.place.name), reverse("desk:place", args=[one.place.id])),
        f"{place_kind_words(country).get(one.place.kind, one.place.kind)}, {region_words(country).get(one.place.region, one.place.region)}",
        one.last_visit or _("never visited"),
        asks(one, country, today),
        planned,
        Cell(_("Plan a visit"), f"{reverse('desk:plan-new')}?place={one.place.id}"),
    ]


def asks(one: PlaceStanding, country: str, today: date) -> object:
    """What the rule asks for, its kind of visit named, with its clock; past ones in a shape of their own."""
    if one.due is None:
        return _("no interval is laid down")
    kind = said(visit_kind(country, one.due.kind).name)
    if one.due.past and not one.due.overdue_days:
        return Cell(_("%(kind)s: never made, at once") % {"kind": kind}, state="attention")
    told = clock((one.due.due_on - today).days, one.due.due_on, working=False)
    words = _("%(kind)s: %(clock)s") % {"kind": kind, "clock": told[:1].lower() + told[1:]}
    return Cell(words, state="attention") if one.past else words
