"""The drawer of a figure, the list of a station, and a document's text (contacts masked)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.facts.citing import citations
from tirek.faces.portal.facts.differing import differences
from tirek.faces.portal.figures import figure_of
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.start.chain import PLAN
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.picture import KEY
from tirek.insight.publications.queries import document_edition, drawer, facts_left
from tirek.insight.publications.refusals import EditionWithheld

AROUND = 240
CHANGES = {"rules": gettext_lazy("the rules that read the figures changed"), "decisions": gettext_lazy("people decided about figures"), "correction": gettext_lazy("a correction")}
"""Why an edition differs from the one before."""


def fact(request: HttpRequest, country: str, fact_id: str, version: int | None = None) -> HttpResponse:
    """The drawer of a figure, in the newest picture of the country or in that version of it."""
    country_or_404(country)
    try:
        opened = drawer(country, fact_id, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "picture", country, KEY)
    except NotFound:
        return taken_out(country, fact_id, version)
    figure = opened.figure
    before, after = opened.around(AROUND)
    beside_it = beside("document", country, figure.document.id, text=opened.text, language=figure.document.language, figure=figure.span)
    shown = {
        "country": country,
        "drawer": opened,
        "fact": figure,
        "figure": figure_of(figure),
        "title": station_words(figure.station),
        "before": before,
        "quote": opened.quote,
        "after": after,
        "cut_before": bool(opened.text) and figure.span[0] > AROUND,
        "cut_after": figure.span[1] + AROUND < len(opened.text),
        "others": [(each, figure_of(each), differences(figure, each)) for each in opened.others],
        "citations": citations(request, opened),
        "voices": beside_it,
    }
    return render(request, "portal/fact.html", shown)


def taken_out(country: str, fact_id: str, version: int | None) -> HttpResponse:
    """For a figure whose passage was taken out of its document, the way to the page that says so. Raises Http404 for any other."""
    try:
        lost = queries.fact(country, fact_id)
    except UnknownThing:
        raise Http404 from None
    if version is not None or lost in facts_left(country):
        raise Http404
    return redirect("portal:document", lost.document)


def station_words(code: str) -> object:
    """What a station is called on the start page; stations beside the chain have no name of their own."""
    return next((words for _, _, _, stations in PLAN for each, words, _, _ in stations if each == code), "")


def station(request: HttpRequest, country: str, code: str) -> HttpResponse:
    """All figures of one station, each with its year and document."""
    country_or_404(country)
    found = facts_left(country, code)
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
    except EditionWithheld as withheld:
        return gone(request, withheld, "document", found.country, document_id)
    except NotFound:
        if version is not None:
            raise Http404 from None
        return render(request, "portal/document.html", {"document": found, "text": queries.document_text(document_id)})
    versions = listed_versions(edition.versions, CHANGES, "document-edition", document_id)
    voices = beside("document", found.country, document_id, text=edition.checked.text, language=edition.checked.language)
    alike = [(queries.document(code), share) for code, share in edition.alike]
    shown = {"document": found, "edition": edition, "alike": alike, "checked": edition.checked, "versions": versions, "voices": voices}
    return render(request, "portal/document.html", shown)
