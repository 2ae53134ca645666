"""Laying many aside at once: of what waits those that somebody chose, for one reason, each by an act of its own. What was decided meanwhile is told."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tirek.faces.desk.one_by_one import one_by_one
from tirek.faces.desk.publications.forms import AsideForm
from tirek.faces.desk.publications.words import WHATS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.words import Words
from tirek.insight.publications.policies import check_may_publish
from tirek.insight.publications.queries.listing import published
from tirek.insight.publications.queries.voices import VoiceFacts, voices
from tirek.insight.publications.refusals import DecidedAlready
from tirek.insight.publications.services.voices import decide_change, decline_reply
from tirek.insight.publications.voice_words import ASIDE

LONGEST = 160
"""Characters of a text that stand beside its box."""


@recently_authenticated
@read_or_write
def lay_aside(request: SignedRequest) -> HttpResponse:
    """What waits, with a box each; `all` in the address ticks every box."""
    check_may_publish(request.actor, request.country)
    posted = set(request.POST.getlist("chosen"))
    found = {name_of(each): each for each in voices(by=request.actor, country=request.country) if each.what != "request"}
    offered = {name: each for name, each in found.items() if each.waits or name in posted}
    ticked = list(offered) if "all" in request.GET else []
    form = AsideForm(request.POST or None, waiting=labels(request, offered), initial={"chosen": ticked})
    outcome = kept(request, form, lambda asked: one_by_one(asked["chosen"], lambda name: laid_aside(request, found[name], asked), (DecidedAlready,)))
    if outcome:
        done, left = outcome
        tell(request, len(done), [found[name] for name, _refusal in left])
        return redirect("desk:voices")
    crumbs = [Crumb(_("Replies and requests"), reverse("desk:voices")), Crumb(_("Lay several aside"))]
    return render(request, "desk/publications/aside.html", {"form": form, "crumbs": crumbs, "any": bool(offered)}, status=422 if form.errors else 200)


def laid_aside(request: SignedRequest, one: VoiceFacts, asked: dict[str, Any]) -> object:
    """One of them; the filer reads the same words whatever it was. Raises DecidedAlready."""
    if one.what == "reply":
        return decline_reply(reply_id=one.id, reason=asked["reason"], told=asked["told"], by=request.actor)
    answer = Words.of({get_language() or "en": asked["told"]})
    return decide_change(change_id=one.id, outcome=ASIDE, answer=answer, by=request.actor, names_nobody=asked["names_nobody"])


def tell(request: SignedRequest, done: int, left: Sequence[VoiceFacts]) -> None:
    """How many were laid aside, and each that somebody decided about meanwhile."""
    if done:
        told = ngettext("%(count)s was laid aside; the reason stands under its receipt number.", "%(count)s were laid aside; the reason stands under their receipt numbers.", done)
        messages.success(request, told % {"count": done})
    for one in left:
        named = {"what": WHATS[one.what], "office": one.office or "—", "day": day(one.made_at)}
        messages.warning(request, _("Somebody decided meanwhile, so this one stays as it was decided: %(what)s, %(office)s, %(day)s.") % named)


def name_of(one: VoiceFacts) -> str:
    """What its box sends."""
    return f"{one.what}:{one.id}"


def labels(request: SignedRequest, offered: dict[str, VoiceFacts]) -> list[tuple[str, Any]]:
    """Each with what it is about, from whom, its day and how its text begins."""
    titles = {(each.kind, each.key): said(each.title) for each in published(by=request.actor, country=request.country)}
    return [(name, label(each, titles.get((each.kind, each.key), each.key))) for name, each in offered.items()]


def label(one: VoiceFacts, title: str) -> str:
    """One line of the list."""
    text = one.asks or said(one.text)
    begins = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    told = {"what": WHATS[one.what], "page": title, "office": one.office or "—", "day": day(one.made_at), "text": begins}
    return _("%(what)s to “%(page)s”, %(office)s, %(day)s: “%(text)s”") % told
