"""The index of a country's year under the reader's own weights: everything stands in the address, so that it can be repeated and sent on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.profile.forms import WeightsForm
from tirek.foundation.jurisdictions import queries as packs
from tirek.insight.publications.queries import ShownIndex, ShownItem, index_items, profile_years, weighed

SEED = 1


def index(request: HttpRequest, country: str) -> HttpResponse:
    """The index; without a choice all weights are 1 and the year is the one of which most is known."""
    country_or_404(country)
    years = profile_years(country)
    named: dict[str, object] = {"country": country, "country_name": packs.country_name(country)}
    if not years:
        return render(request, "portal/profile/none.html", named)
    fullest = max(years, key=lambda one: (one[1], one[0]))[0]
    asked = request.GET.get("year", "")
    known = [year for year, _known in years]
    year = next((each for each in known if str(each) == asked), fullest)
    items = index_items(country, year)
    plain = {"year": year, "whole": (dict(years)[year], profile_size()), "seed": SEED, **{f"w_{one.code}": one.weight for one in items}}
    form = WeightsForm({**plain, **request.GET.dict()}, years=known, items=items)
    if form.is_valid():
        items = tuple(replace(one, weight=form.weight(one.code)) for one in items)
    found = weighed(items, form.cleaned_data.get("seed", SEED))
    shown = {**named, **told(found), "year": year, "whole": (dict(years)[year], profile_size()), "form": form, "groups": groups(found.items, form)}
    shown["left_out"] = [one for one in found.items if one.step is None and one.weight]
    return render(request, "portal/profile/index.html", shown, status=200 if form.is_valid() else 422)


@dataclass(frozen=True, slots=True)
class Group:
    """Values of one class with their fields; it stands open where a weight was changed or cannot be meant."""

    name: str
    rows: tuple[tuple[ShownItem, BoundField], ...]

    @property
    def open(self) -> bool:
        """Whether the reader has something to see in it."""
        return any(one.weight != 1 or bound.errors for one, bound in self.rows)


def groups(items: Sequence[ShownItem], form: WeightsForm) -> list[Group]:
    """The values by class, in the order of the profile."""
    names = dict.fromkeys(one.measure for one in items)
    return [Group(name, tuple((one, form[f"w_{one.code}"]) for one in items if one.measure == name)) for name in names]


def profile_size() -> int:
    """How many values a whole profile has."""
    return sum(one.profile for one in packs.indicators())


def told(found: ShownIndex) -> dict[str, object]:
    """The index with its numbers as a page writes them: from 0 to 100, the transparency as a share."""
    score, band, transparency = found.result.score, found.band, found.result.transparency
    return {
        "index": found, "score": hundredth(score) if score is not None else None, "band": (hundredth(band.low), hundredth(band.high)) if band else None,
        "transparency": Decimal(round(transparency * 1000)) / 1000 if transparency is not None else None,
    }  # fmt: skip


def hundredth(share: Fraction) -> Decimal:
    """A share of one as a number to 100 with one place."""
    return Decimal(round(share * 1000)) / 10
