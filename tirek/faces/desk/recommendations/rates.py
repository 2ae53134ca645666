"""How much of what was recommended is carried out, as intervals with what they are counted of. Groups stand in the order of their names: nobody is ranked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.plan.words import areas, kinds_of_place
from tirek.faces.desk.recommendations.forms import themes
from tirek.faces.desk.recommendations.views import check_may_open
from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, day_field
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.queries import country_name
from tirek.foundation.ui.formats import percent
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.rates import Rate

BY: dict[str, object] = {
    "year": gettext_lazy("year of the issue"), "theme": gettext_lazy("theme"), "authority": gettext_lazy("authority"), "region": gettext_lazy("region"),
    "place_kind": gettext_lazy("kind of place"),
}  # fmt: skip
WIDE = 200
"""How wide a whole bar is drawn."""


class RatesForm(FilterForm):
    """By what it is counted, and of which days of issue."""

    by = forms.ChoiceField(label=gettext_lazy("By"), required=False, choices=list(BY.items()))
    since = day_field(gettext_lazy("Issued from"), required=False)
    until = day_field(gettext_lazy("Issued until"), required=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A group: its name, the list of its recommendations, its rate, the interval in words, and where it stands on a bar."""

    name: str
    href: str
    rate: Rate
    interval: str
    start: int
    length: int


@require_safe
def rates(request: SignedRequest) -> HttpResponse:
    """The rate of all, and of each group of what is asked."""
    check_may_open(request)
    form = RatesForm(request.GET or None, country=request.country)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    dimension, days = asked.get("by") or "year", {"since": asked.get("since"), "until": asked.get("until")}
    whom, today = {"by": request.actor, "country": request.country}, timezone.localdate()
    found = queries.rates(**whom, dimension=dimension, today=today, **days) if form.understood else ()  # type: ignore[arg-type]
    whole = queries.rate_of_all(**whom, **days) if form.understood else None  # type: ignore[arg-type]
    names = names_of(request.country, dimension, (group for group, _rate in found))
    context = {
        "form": form,
        "by": BY[dimension],
        "whole": row_of(_("All of them"), "", whole) if whole and whole.total else None,
        "rows": sorted((row_of(names[group], address(dimension, group), each) for group, each in found if each.total), key=lambda each: each.name.casefold()),
        "today": today,
        "country": country_name(request.country),
        "crumbs": [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(_("How much is carried out"))],
        "wide": WIDE,
    }
    return render(request, "desk/recommendations/rates.html", context)


def names_of(country: str, dimension: str, groups: Iterable[str]) -> dict[str, str]:
    """The names of the groups; what has none is told so."""
    known: dict[str, str] = {}
    if dimension == "theme":
        known = {code: str(name) for code, name in themes()}
    elif dimension == "region":
        known = {code: str(name) for code, name in areas(country)}
    elif dimension == "place_kind":
        known = {code: str(name) for code, name in kinds_of_place(country)}
    elif dimension == "authority":
        return {code: body_words(country, code, timezone.localdate()) for code in groups}
    return {code: known.get(code) or code or _("not entered") for code in groups}


def address(dimension: str, group: str) -> str:
    """The list of the recommendations of a group, where the list can be narrowed to it."""
    column = {"theme": "theme", "authority": "addressee", "region": "region", "place_kind": "place_kind"}.get(dimension)
    return f"{reverse('desk:recommendations')}?{urlencode({column: group, 'state': 'issued'})}" if column and group else ""


def row_of(name: str, href: str, found: Rate) -> Row:
    """A group as it is shown."""
    lower, upper = found.lower or 0, found.upper or 0
    low, high = percent(found.lower) if found.lower is not None else "—", percent(found.upper) if found.upper is not None else "—"
    return Row(name, href, found, low if found.upper is None else f"{low} … {high}", round(lower * WIDE), max(1, round((upper - lower) * WIDE)))
