"""Two profiles side by side: two years of a country or two countries, because the reader asked for these two."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from tirek.faces.portal.countries import public_countries
from tirek.faces.portal.profile.forms import CompareForm
from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.queries import compared, profile_years


def compare(request: HttpRequest) -> HttpResponse:
    """The form alone, until two are chosen; nothing is set side by side that nobody asked for."""
    form = CompareForm(request.GET if "left" in request.GET else None, choices=choices())
    shown: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        sides = [(each[:2], int(each[3:])) for each in (form.cleaned_data["left"], form.cleaned_data["right"])]
        try:
            shown |= {"comparison": compared(*sides), "names": [named(*side) for side in sides]}
        except NotFound:
            raise Http404 from None
    return render(request, "portal/profile/compare.html", shown, status=422 if form.is_bound and form.errors else 200)


def choices() -> list[tuple[str, str]]:
    """Every published year of every country."""
    return [(f"{country}-{year}", named(country, year)) for country in public_countries() for year, _known in profile_years(country)]


def named(country: str, year: int) -> str:
    """A country and a year."""
    return f"{packs.country_name(country).best(get_language() or 'en')}, {year}"
