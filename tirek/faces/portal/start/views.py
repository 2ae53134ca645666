"""The start page of a country."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tirek.faces.portal.countries import country_or_404, public_countries
from tirek.faces.portal.start.chain import chains
from tirek.foundation.jurisdictions.queries import country_name, documents, mechanisms, missions
from tirek.foundation.ui.origin import may_demonstrate
from tirek.insight.publications.queries import keys_of


def start(request: HttpRequest) -> HttpResponse:
    """The start page of the operator's country (TIREK_COUNTRY), else of the first one."""
    codes = public_countries()
    return of_country(request, settings.TIREK_COUNTRY if settings.TIREK_COUNTRY in codes else codes[0])


def of_country(request: HttpRequest, country: str) -> HttpResponse:
    """The chain in the documents' own figures, for one country."""
    country_or_404(country)
    shown = {
        "country": country,
        "country_name": country_name(country),
        "countries": [(code, country_name(code)) for code in public_countries()],
        "chains": chains(country),
        "documents": [each for each in documents() if each.country == country],
        "missions": missions(country),
        "mechanisms": mechanisms(country),
        "reports": bool(keys_of("report", country)),
        "bodies": bool(keys_of("bodies", country)),
        "demonstration": may_demonstrate(request),
    }
    return render(request, "portal/start.html", shown)
