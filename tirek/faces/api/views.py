"""Editions as JSON: what there is, one of them, the figures of a document with their checks."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from tirek.faces.api.answers import answered, not_there, read_only, withheld
from tirek.faces.api.asked import country_of, kind_of, number_of, public_countries
from tirek.faces.api.description import description as described
from tirek.faces.api.telling import told_figures, told_line, told_whole
from tirek.foundation.jurisdictions.queries import country_name
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications import queries
from tirek.insight.publications.refusals import EditionWithheld

AT_ONCE = 100
"""Editions in one answer of the list."""


@read_only
def root(request: HttpRequest) -> HttpResponseBase:
    """The countries, and where everything is described."""
    found = [{"code": code, "name": dict(country_name(code).texts), "editions": reverse("api:editions", args=[code])} for code in public_countries()]
    return answered(request, {"countries": found, "openapi": reverse("api:openapi")})


@read_only
def description(request: HttpRequest) -> HttpResponseBase:
    """The description of all addresses: OpenAPI 3.1."""
    return answered(request, described())


@read_only
def editions(request: HttpRequest, country: str) -> HttpResponseBase:
    """The editions of a country, the latest first, a hundred in one answer."""
    page = number_of(request, "page", 1) or 1
    found = queries.listed(country_of(country), kind_of(request), start=(page - 1) * AT_ONCE, number=AT_ONCE + 1)
    more = f"{request.path}?page={page + 1}" + (f"&kind={request.GET['kind']}" if "kind" in request.GET else "")
    told = {"country": country, "editions": [told_line(each) for each in found[:AT_ONCE]], "next": more if len(found) > AT_ONCE else None}
    return answered(request, told)


@read_only
def edition(request: HttpRequest, country: str, kind: str, key: str, version: int | None = None) -> HttpResponseBase:
    """A published thing whole: the newest edition, or that version."""
    try:
        found = queries.edition(kind, country_of(country), key, version)
    except EditionWithheld as gone:
        raise withheld(str(gone.params["day"]), reverse("api:edition", args=[country, kind, key])) from None
    except NotFound:
        raise not_there() from None
    replies = queries.replied(kind, country)
    return answered(request, told_whole(country, kind, found, key in replies))


@read_only
def figures(request: HttpRequest, country: str, key: str) -> HttpResponseBase:
    """The figures of a document with their checks; `version` asks for an earlier edition."""
    version = number_of(request, "version", None)
    try:
        found = queries.edition("document", country_of(country), key, version)
    except EditionWithheld as gone:
        raise withheld(str(gone.params["day"]), reverse("api:figures", args=[country, key])) from None
    except NotFound:
        raise not_there() from None
    told: dict[str, Any] = told_figures(country, found, key in queries.replied("document", country))
    return answered(request, told)


@read_only
def nothing(request: HttpRequest) -> HttpResponseBase:
    """Every other address."""
    raise not_there()
