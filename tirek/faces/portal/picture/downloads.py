"""Sections of a picture as files to take away."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix
from django.views.decorators.http import require_safe

from tirek.faces.portal.answers import answered
from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.picture.files import Told, as_csv, as_json, as_png, as_svg, gathered
from tirek.faces.portal.withheld import gone
from tirek.foundation.ui.rasters import DrawingBusy
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.picture import KEY
from tirek.insight.publications.queries import Picture, Section, picture
from tirek.insight.publications.refusals import EditionWithheld

ALL = "all"
FORMS: dict[str, tuple[str, Callable[[Told], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "svg": ("image/svg+xml", as_svg),
    "png": ("image/png", as_png),
}
DRAWN = {"svg", "png"}


@require_safe
def download(request: HttpRequest, country: str, section: str, form: str, version: int | None = None) -> HttpResponseBase:
    """A section, or all of them, of the newest picture or of one version; only a series is drawn."""
    country_or_404(country)
    if form not in FORMS:
        raise Http404
    try:
        seen = picture(country, version)
        sections = wanted(seen, section, form)
    except EditionWithheld as withheld:
        return gone(request, withheld, "picture", country, KEY)
    except NotFound:
        raise Http404 from None
    content_type, make = FORMS[form]
    told = gathered(seen, sections, request.build_absolute_uri(get_script_prefix()))
    number = seen.version.number if seen.version else 0
    try:
        return answered(request, make(told), content_type, name=f"{country}-{section}-{number}.{form}")
    except DrawingBusy as busy:
        return HttpResponse(str(busy), content_type="text/plain; charset=utf-8", status=503, headers={"Retry-After": "5"})


def wanted(seen: Picture, section: str, form: str) -> tuple[Section, ...]:
    """The sections that a file holds. Raises NotFound for one that is not there or cannot be drawn."""
    if section == ALL and form not in DRAWN:
        return tuple(one for one in seen.sections if one.figures)
    found = seen.section(section)
    if form in DRAWN and found.shape != "series":
        raise NotFound
    return (found,)
