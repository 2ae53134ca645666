"""A country's topics, one of them, its sheet for two sides to sign, and a question of another country next to it where a reader asks for it."""

from random import SystemRandom

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.replies.showing import beside as beside_it
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions.queries import country_name
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.queries import TopicEdition, published_topics, topic_edition
from tirek.insight.publications.refusals import EditionWithheld
from tirek.insight.publications.topic_words import CHANGES


def topics(request: HttpRequest, country: str) -> HttpResponse:
    """Every published question of the country."""
    country_or_404(country)
    shown = {"country": country, "country_name": country_name(country), "topics": published_topics(country)}
    return render(request, "portal/topics.html", shown)


def found(country: str, key: str, version: int | None = None) -> TopicEdition:
    """The edition asked for, of a country that has public pages; anything else does not exist. Raises EditionWithheld."""
    country_or_404(country)
    try:
        return topic_edition(country, key, version)
    except EditionWithheld:
        raise
    except NotFound:
        raise Http404 from None


def topic(request: HttpRequest, country: str, key: str, version: int | None = None) -> HttpResponse:
    """One question: the three lists, then what each source says. Rival explanations stand in another order each time."""
    try:
        edition = found(country, key, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "topic", country, key)
    rivals = list(edition.topic.rivals)
    SystemRandom().shuffle(rivals)
    versions = listed_versions(edition.versions, CHANGES, "topic-edition", country, key)
    shown = {
        "country": country, "country_name": country_name(country), "edition": edition, "topic": edition.topic, "rivals": rivals, "versions": versions,
        "voices": beside_it("topic", country, key),
    }  # fmt: skip
    return render(request, "portal/topic.html", shown)


def sheet(request: HttpRequest, country: str, key: str) -> HttpResponse:
    """The newest edition as one sheet that both sides may annotate and sign on paper."""
    edition = found(country, key)
    shown = {"country": country, "country_name": country_name(country), "edition": edition, "topic": edition.topic}
    return render(request, "portal/topic_sheet.html", shown)


def beside(request: HttpRequest, country: str, key: str) -> HttpResponse:
    """Two questions of two countries next to each other, only because the reader asks: nothing is compared, counted or concluded."""
    here = found(country, key)
    if here.topic.beside is None:
        raise Http404
    there = found(*here.topic.beside)
    sides = [(code, country_name(code), each) for code, each in ((country, here), (here.topic.beside[0], there))]
    return render(request, "portal/topic_beside.html", {"country": country, "edition": here, "sides": sides})
