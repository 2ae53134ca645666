"""The page of a country's picture, newest or as it was, and the words of the field."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.picture.sections import sections_of
from tirek.faces.portal.picture.words import CHANGES
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions import queries
from tirek.foundation.jurisdictions.common import GlossaryTerm
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.picture import KEY
from tirek.insight.publications.queries import Picture, picture
from tirek.insight.publications.refusals import EditionWithheld

ELSEWHERE = ("topics", "profile")
"""Other rooms' pages of a country, shown where they stand."""


def newest(request: HttpRequest, country: str) -> HttpResponse:
    """The newest picture of a country."""
    return page(request, country, None)


def one_version(request: HttpRequest, country: str, version: int) -> HttpResponse:
    """The picture as it was in one version."""
    return page(request, country, version)


def page(request: HttpRequest, country: str, version: int | None) -> HttpResponse:
    """The picture in sections, its editions, and the ways to what stands beside it."""
    country_or_404(country)
    try:
        seen = picture(country, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "picture", country, KEY)
    except NotFound:
        raise Http404 from None
    shown = {
        "country": country,
        "picture": seen,
        "sections": sections_of(seen),
        "versions": listed_versions(seen.versions, CHANGES, "picture-edition", country),
        "rooms": {room: address_of(f"/{country}/{room}/") for room in ELSEWHERE},
        "files": files_of(seen),
        "missions": queries.missions(country),
        "voices": beside("picture", country, KEY) if seen.version else None,
    }
    return render(request, "portal/picture.html", shown)


def files_of(seen: Picture) -> str:
    """Where the files of this picture stand: beside the newest, or beside the version that is shown."""
    above = reverse("portal:picture", args=[seen.country])
    return above if seen.newest or not seen.version else f"{above}editions/{seen.version.number}/"


def address_of(path: str) -> str:
    """An address in the reader's language, or nothing while no page stands there."""
    try:
        resolve(path)
    except Resolver404:
        return ""
    return get_script_prefix().rstrip("/") + path


def glossary(request: HttpRequest) -> HttpResponse:
    """The words of the field in four languages, marked where a native speaker has still to confirm one."""
    columns = [Column(name) for name in LANGUAGE_NAMES.values()]
    rows = [[marked(term, language) for language in LANGUAGE_NAMES] for term in queries.glossary()]
    caption = _("Words of the field in four languages")
    return render(request, "portal/glossary.html", {"columns": columns, "rows": rows, "caption": caption})


def marked(term: GlossaryTerm, language: str) -> Cell:
    """A word in its language, with its mark where a native speaker has still to confirm it."""
    word = term.name.in_(language)
    mark = '{} <small lang="{}">· {}</small>'
    return Cell(format_html(mark, word, get_language(), _("to be confirmed")) if language in term.native_check else word, lang=language)
