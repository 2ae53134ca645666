"""Everything published of a country with its editions, and everything others said of it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.publications.words import CHANGES, KINDS, STATES, WHATS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import is_invented
from tirek.foundation.ui.formats import clock, day, local_day
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Tab
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.publications.policies import check_may_publish, may_publish, may_withhold
from tirek.insight.publications.queries import edition, replies_to
from tirek.insight.publications.queries.corrections import can_be_published_again
from tirek.insight.publications.queries.listing import published
from tirek.insight.publications.queries.voices import VoiceFacts, open_requests
from tirek.insight.publications.queries.voices import voices as all_voices
from tirek.insight.publications.titles import title_of


def check_of_the_mechanism(request: SignedRequest) -> None:
    """Raises NotAllowed."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def tabs(request: SignedRequest, current: str, waiting: int | None = None) -> list[Tab]:
    """The two lists; the second for who may work with them."""
    found = [Tab(_("Published pages"), reverse("desk:publications"), current == "editions")]
    if may_publish(request.actor, request.country):
        found.append(Tab(_("Replies and requests"), reverse("desk:voices"), current == "voices", waiting))
    return found


@require_safe
def editions(request: SignedRequest) -> HttpResponse:
    """Each published thing once, with its newest edition."""
    check_of_the_mechanism(request)
    words = [_("Page"), _("Kind"), _("Editions"), _("Newest edition"), _("Why it was made")]
    rows = [
        [Cell(said(each.title), reverse("desk:publication", args=[each.kind, each.key])), str(KINDS[each.kind]), each.versions, local_day(each.published_at), str(CHANGES.get(each.change, ""))]
        for each in published(by=request.actor, country=request.country)
    ]  # fmt: skip
    context = {"columns": [Column(word, numeric=word == _("Editions")) for word in words], "rows": rows, "tabs": tabs(request, "editions")}
    return render(request, "desk/publications/list.html", context)


@require_safe
def voices(request: SignedRequest) -> HttpResponse:
    """Replies and requests, what waits first."""
    check_may_publish(request.actor, request.country)
    found = all_voices(by=request.actor, country=request.country)
    words = [_("What"), _("From whom"), _("About"), _("Came"), _("State")]
    titles = {(each.kind, each.key): said(each.title) for each in published(by=request.actor, country=request.country)}
    rows = [row(each, titles) for each in found]
    waiting = sum(each.waits for each in found)
    context = {"columns": [Column(word) for word in words], "rows": rows, "waiting": waiting, "tabs": tabs(request, "voices", waiting or None)}
    return render(request, "desk/publications/voices.html", context)


def row(voice: VoiceFacts, titles: dict[tuple[str, str], str]) -> list[object]:
    """A reply or request as a line of the list; a request for a change with its clock."""
    word, kind = STATES[voice.state]
    left = clock(voice.clock.days, voice.clock.due, voice.clock.working) if voice.clock else str(word)
    about = titles.get((voice.kind, voice.key), voice.key)
    return [Cell(str(WHATS[voice.what]), address(voice)), voice.office or "—", about, local_day(voice.made_at), Cell(left, state=kind)]


def address(voice: VoiceFacts) -> str:
    """Where one is decided about."""
    names = {"reply": "desk:voice-reply", "request": "desk:voice-request"}
    return reverse(names.get(voice.what, "desk:voice-change"), args=[voice.id])


@require_safe
def one(request: SignedRequest, kind: str, key: str) -> HttpResponse:
    """A published thing with all its editions. Raises NotFound."""
    check_of_the_mechanism(request)
    found = edition(kind, request.country, key)
    title = title_of(kind, request.country, key, found.body)
    context = {
        "kind": kind, "key": key, "title": title, "word": KINDS[kind], "public": public_address(request.country, kind, key),
        "versions": [(each, CHANGES.get(each.change, "")) for each in found.versions], "voices": replies_to(kind, request.country, key),
        "writes": may_publish(request.actor, request.country), "withholds": may_withhold(request.actor, request.country), "again": can_be_published_again(kind),
        "crumbs": [Crumb(_("Published pages"), reverse("desk:publications")), Crumb(said(title))],
    }  # fmt: skip
    return render(request, "desk/publications/one.html", context)


def public_address(country: str, kind: str, key: str) -> str:
    """The thing's page for everybody, where this process leads there."""
    ways: dict[str, tuple[str, list[object]]] = {
        "document": ("document", [key]), "topic": ("topic", [country, key]), "picture": ("picture", [country]), "report": ("report", [country, key]), "bodies": ("bodies", [country]),
        "profile": ("profile-year", [country, key]) if key.isdecimal() else ("profile", [country]),
    }  # fmt: skip
    name, given = ways[kind]
    try:
        return "" if is_invented(country) else reverse(f"portal:{name}", args=given)
    except NoReverseMatch:
        return ""


def requests_about(request: SignedRequest, kind: str, key: str) -> list[tuple[str, str]]:
    """The mechanism's requests that a reply could answer, to choose from."""
    found = open_requests(kind, key, by=request.actor, country=request.country)
    return [(str(each.id), f"{each.office}, {day(each.asked_on)}") for each in found if each.asked_on]


def crumbs_to(request: SignedRequest, kind: str, key: str, title: str) -> list[Crumb]:
    """The way to a page about one published thing. Raises NotFound."""
    thing = title_of(kind, request.country, key, edition(kind, request.country, key).body)
    return [Crumb(_("Published pages"), reverse("desk:publications")), Crumb(said(thing), reverse("desk:publication", args=[kind, key])), Crumb(title)]


