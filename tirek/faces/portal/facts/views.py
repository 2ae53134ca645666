"""The drawer of a figure, the list of a station, and a document's text (contacts masked)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.figures import figure_of
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.start.chain import PLAN
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.pack import Fact
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.queries import document_edition

AROUND = 240
CHANGES = {"rules": gettext_lazy("the rules that read the figures changed"), "decisions": gettext_lazy("people decided about figures"), "correction": gettext_lazy("a correction")}
"""Why an edition differs from the one before."""


def fact(request: HttpRequest, country: str, fact_id: str) -> HttpResponse:
    """One figure, large, with the quoted sentence in its surroundings, who says it and when."""
    country_or_404(country)
    try:
        found = queries.fact(country, fact_id)
    except UnknownThing:
        raise Http404 from None
    others = [each for each in queries.facts(country, found.station) if each.id != found.id]
    shown = {"country": country, "title": station_words(found.station), "others": [(each, figure_of(each)) for each in others], **told(found)}
    return render(request, "portal/fact.html", shown)


def told(found: Fact) -> dict[str, object]:
    """A fact with everything that its drawer says."""
    text = queries.document_text(found.document)
    before, after = text[max(0, found.start - AROUND) : found.start], text[found.end : found.end + AROUND]
    if found.start > AROUND:
        before = before.partition(" ")[2]
    if found.end + AROUND < len(text):
        after = after.rpartition(" ")[0]
    return {
        "fact": found,
        "figure": figure_of(found),
        "document": queries.document(found.document),
        "speaker": queries.speaker(found.speaker),
        "before": before.lstrip(),
        "quote": text[found.start : found.end],
        "after": after.rstrip(),
        "cut_before": found.start > AROUND,
        "cut_after": found.end + AROUND < len(text),
        "voices": beside("document", queries.document(found.document).country, found.document, text=text, language=queries.document(found.document).language, figure=(found.start, found.end)),
    }


def station_words(code: str) -> object:
    """What a station is called on the start page; stations beside the chain have no name of their own."""
    return next((words for _, _, _, stations in PLAN for each, words, _, _ in stations if each == code), "")


def station(request: HttpRequest, country: str, code: str) -> HttpResponse:
    """All figures of one station, each with its year and document."""
    country_or_404(country)
    found = queries.facts(country, code)
    if not found:
        raise Http404
    shown = {"country": country, "title": station_words(code), "facts": [(each, figure_of(each), queries.document(each.document)) for each in found]}
    return render(request, "portal/station.html", shown)


def document(request: HttpRequest, document_id: str, version: int | None = None) -> HttpResponse:
    """A document as published: its text with its figures and what was checked of them; a version of its own where one is asked for.

    Telephone numbers and e-mail addresses are masked. Before the first edition the text stands alone.
    """
    try:
        found = queries.document(document_id)
    except UnknownThing:
        raise Http404 from None
    try:
        edition = document_edition(found.country, document_id, version)
    except NotFound:
        if version is not None:
            raise Http404 from None
        return render(request, "portal/document.html", {"document": found, "text": queries.document_text(document_id)})
    versions = [(each, CHANGES.get(each.change, "")) for each in edition.versions]
    voices = beside("document", found.country, document_id, text=edition.checked.text, language=edition.checked.language)
    shown = {"document": found, "edition": edition, "checked": edition.checked, "versions": versions, "voices": voices}
    return render(request, "portal/document.html", shown)
