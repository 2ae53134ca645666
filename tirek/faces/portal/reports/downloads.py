"""A published report as a file to take away: PDF and DOCX in one language or two, JSON with all of them. A withheld edition has none."""

import hashlib
import json
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from tirek.faces.portal.answers import answered
from tirek.faces.portal.reports.press import PRESS, PressBusy
from tirek.faces.portal.reports.views import chosen, found
from tirek.faces.portal.withheld import gone
from tirek.insight.publications.refusals import EditionWithheld

ALL = "all"
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


@require_safe
def download(request: HttpRequest, country: str, key: str, version: int, text: str, form: str) -> HttpResponseBase:
    """One version of a report in this form; `text` names its languages, or all."""
    try:
        edition = found(country, key, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "report", country, key)
    languages = () if text == ALL else chosen(text, edition.languages)
    if form not in TYPES or (form == "json") != (text == ALL) or (form != "json" and not languages):
        raise Http404
    name = f"{country}-report-{key}-{version}{'-' + text if languages else ''}.{form}"
    make = partial(edition.file, form, languages)
    if form == "json":
        return answered(request, make(), TYPES[form], name=name)
    digest = hashlib.sha256(json.dumps(edition.body, ensure_ascii=False).encode()).digest()
    try:
        return answered(request, PRESS.made((digest, languages, form), make), TYPES[form], name=name)
    except PressBusy as busy:
        return HttpResponse(str(busy), content_type="text/plain; charset=utf-8", status=503, headers={"Retry-After": "5"})
