"""Feeds of a country as Atom (RFC 4287): its latest editions, all or of one theme, in the language of the address; and the page that tells of them."""

from datetime import datetime
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.portal.answers import answered
from tirek.faces.portal.countries import country_or_404, public_countries
from tirek.faces.portal.feed.entries import WHY, address, title
from tirek.faces.portal.feed.themes import SORTS, followable
from tirek.foundation.jurisdictions.queries import country_name
from tirek.foundation.ui.formats import day
from tirek.insight.publications.queries import Line, listed

ATOM = "http://www.w3.org/2005/Atom"
LATEST = 50
NEVER = "2002-12-18T00:00:00+00:00"
"""When nothing was published yet a feed must still say when it changed: the day of the Optional Protocol."""


@require_safe
def feed(request: HttpRequest, country: str) -> HttpResponseBase:
    """The latest editions of a country, the newest first."""
    country_or_404(country)
    name = country_name(country).best(get_language() or "en")
    return told(request, country, f"{country}/feed/", _("%(country)s: what is published") % {"country": name}, listed(country, number=LATEST))


@require_safe
def themed(request: HttpRequest, country: str, theme: str) -> HttpResponseBase:
    """The latest editions of one sort, or of one theme of visits. 404 for what is neither."""
    country_or_404(country)
    found = next((each for each in followable() if each.code == theme), None)
    if found is None:
        raise Http404
    lines = listed(country, found.kind, number=LATEST) if found.kind else listed(country, theme=found.code, number=LATEST)
    words = {"country": country_name(country).best(get_language() or "en"), "theme": found.title}
    return told(request, country, f"{country}/feed/{theme}/", _("%(country)s: %(theme)s") % words, lines)


@require_safe
def following(request: HttpRequest, country: str) -> HttpResponse:
    """The page that tells of all feeds of a country."""
    country_or_404(country)
    found = followable()
    countries = [(code, country_name(code)) for code in public_countries()]
    shown = {"countries": countries, "country": country, "country_name": country_name(country), "sorts": [each for each in found if each.kind], "themes": [each for each in found if not each.kind]}
    return render(request, "portal/following.html", shown)


def told(request: HttpRequest, country: str, path: str, title: str, lines: list[Line]) -> HttpResponseBase:
    """A feed at its address in the reader's language; its last change is that of its latest entry."""
    language, site = get_language() or "en", request.build_absolute_uri("/").rstrip("/")
    lines = sorted(lines, key=moment_of, reverse=True)
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    here = f"{site}/{language}/{path}"
    said(root, "id", here)
    said(root, "title", title)
    said(root, "updated", moment_of(lines[0]).isoformat() if lines else NEVER)
    said(ElementTree.SubElement(root, "author"), "name", settings.TIREK_NAME or _("National Preventive Mechanism"))
    linked(root, "self", here, "application/atom+xml")
    linked(root, "alternate", f"{site}/{language}/{country}/following/", "text/html")
    for line in lines:
        entry(root, line, site)
    return answered(request, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), "application/atom+xml; charset=utf-8")


def entry(root: ElementTree.Element, line: Line, site: str) -> None:
    """One edition."""
    one, moment = ElementTree.SubElement(root, "entry"), moment_of(line).isoformat()
    said(one, "id", f"{site}/api/v1/{line.country}/editions/{line.kind}/{line.key}/{line.version.number}/")
    said(one, "title", _("%(title)s, edition %(number)s") % {"title": title(line), "number": line.version.number})
    said(one, "published", line.version.published_at.isoformat())
    said(one, "updated", moment)
    linked(one, "alternate", site + address(line, get_script_prefix()), "text/html")
    ElementTree.SubElement(one, "category", {"term": line.kind, "label": SORTS[line.kind].title})
    said(one, "summary", summary(line, get_language() or "en"))


def moment_of(line: Line) -> datetime:
    """When an edition last became otherwise for its readers: published, or withheld."""
    return line.version.withheld.since if line.version.withheld else line.version.published_at


def summary(line: Line, language: str) -> str:
    """Why an edition was made, or what is told of one that is withheld."""
    held = line.version.withheld
    if held:
        return " ".join([_("Withheld since %(since)s.") % {"since": day(held.since)}, held.note.best(language)])
    why = [str(WHY.get(line.version.change, "")), line.version.note.best(language)]
    return ". ".join(filter(None, why)) or _("The first edition.")


def said(parent: ElementTree.Element, name: str, text: str) -> None:
    """An element with a text."""
    ElementTree.SubElement(parent, name).text = text


def linked(parent: ElementTree.Element, relation: str, href: str, content_type: str) -> None:
    """A link."""
    ElementTree.SubElement(parent, "link", {"rel": relation, "href": href, "type": content_type})
