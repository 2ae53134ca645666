"""Deciding about a reply, a request for correction or removal, an own request for a reply. Nothing typed is lost when a decision is refused."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.places.careful import reason_words
from tirek.faces.desk.publications.forms import ConfirmForm, DecideForm, DeclineForm, TakeBackForm
from tirek.faces.desk.publications.views import public_address, requests_about
from tirek.faces.desk.publications.words import STATES, WHATS
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.ledger.services import record_read
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.pieces import Crumb
from tirek.insight.publications.policies import check_may_withhold, may_withhold
from tirek.insight.publications.queries import edition, voices
from tirek.insight.publications.services import voices as services
from tirek.insight.publications.titles import title_of
from tirek.insight.publications.voice_words import GROUNDS, SPEAKERS, WAYS


@recently_authenticated
@read_or_write
def reply(request: SignedRequest, reply_id: UUID) -> HttpResponse:
    """A reply, and the form that shows it beside the page."""
    facts = voices.reply(reply_id, by=request.actor, country=request.country)
    form = confirm_form(request, facts, request.POST or None)
    done = kept(request, form, lambda asked: services.confirm_reply(
        reply_id=reply_id, way=asked["way"], sure=asked["sure"], names_nobody=asked.get("names_nobody", ""),
        asked=UUID(asked["asked"]) if asked.get("asked") else None, by=request.actor,
    ))  # fmt: skip
    if done:
        messages.success(request, _("The reply stands beside the page."))
        return redirect("desk:voices")
    return shown(request, "desk/publications/reply.html", facts, {"form": form, "declining": DeclineForm(), "takes_back": takes_back(request, facts)}, bool(form.errors))


@recently_authenticated
@read_or_write
def decline(request: SignedRequest, reply_id: UUID) -> HttpResponse:
    """The form by which a reply is not shown, for a recorded reason."""
    facts = voices.reply(reply_id, by=request.actor, country=request.country)
    form = DeclineForm(request.POST or None)
    if kept(request, form, lambda asked: services.decline_reply(reply_id=reply_id, by=request.actor, **asked)):
        messages.success(request, _("The reply is not shown; the reason stands under its receipt number."))
        return redirect("desk:voices")
    return shown(request, "desk/publications/reply.html", facts, {"form": confirm_form(request, facts, None), "declining": form}, bool(form.errors))


@recently_authenticated
@read_or_write
def take_back(request: SignedRequest, reply_id: UUID) -> HttpResponse:
    """The form by which a reply that is shown goes from the page, for a recorded reason."""
    check_may_withhold(request.actor, request.country)
    facts = voices.reply(reply_id, by=request.actor, country=request.country)
    form = DeclineForm(request.POST or None)
    if kept(request, form, lambda asked: services.take_back_reply(reply_id=reply_id, by=request.actor, **asked)):
        messages.success(request, _("The reply no longer stands beside the page; that it was taken back, when and why stands there."))
        return redirect("desk:publication", kind=facts.kind, key=facts.key)
    return shown(request, "desk/publications/take_back.html", facts, {"form": form, "takes_back": takes_back(request, facts)}, bool(form.errors))


def takes_back(request: SignedRequest, facts: voices.VoiceFacts) -> bool:
    """Whether the reply is shown and this person may take it back."""
    return facts.state == "shown" and may_withhold(request.actor, request.country)


def confirm_form(request: SignedRequest, facts: voices.VoiceFacts, data: Any) -> ConfirmForm:
    """The form with the mechanism's requests that this reply could answer."""
    return ConfirmForm(data, requests=requests_about(request, facts.kind, facts.key), passages=bool(facts.passages))


@recently_authenticated
@read_or_write
def change(request: SignedRequest, change_id: UUID) -> HttpResponse:
    """A request for correction or removal, and its decision."""
    facts = voices.change(change_id, by=request.actor, country=request.country)
    form = DecideForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.decide_change(change_id=change_id, by=request.actor, **asked)):
        messages.success(request, _("The decision stands on the page. Where something is to change, publish a corrected edition now."))
        return redirect("desk:publication", kind=facts.kind, key=facts.key)
    withholds = facts.state in {"granted", "partly"} and may_withhold(request.actor, request.country)
    return shown(request, "desk/publications/change.html", facts, {"form": form, "withholds": withholds}, bool(form.errors))


@read_or_write
def request(request: SignedRequest, request_id: UUID) -> HttpResponse:
    """The mechanism's own request for a reply; it can be taken back while nobody has answered."""
    facts = voices.request(request_id, by=request.actor, country=request.country)
    form = TakeBackForm(request.POST or None)
    if kept(request, form, lambda asked: services.take_back_request(request_id=request_id, by=request.actor, **asked)):
        messages.success(request, _("The request is taken back and no longer stands on the page."))
        return redirect("desk:voices")
    return shown(request, "desk/publications/request.html", facts, {"form": form}, bool(form.errors))


def shown(request: SignedRequest, page: str, facts: voices.VoiceFacts, more: dict[str, Any], wrong: bool) -> HttpResponse:
    """The page of one reply or request with what it is about; 422 when something must be changed. Whoever sees a contact on it is written down."""
    if facts.contact and facts.what == "reply":
        record_read(noun="reply", subject=facts.id, purpose="contact", by=request.actor, country=facts.country)
    elif facts.contact:
        record_read(noun="change-request", subject=facts.id, purpose="contact", by=request.actor, country=facts.country)
    body = edition(facts.kind, facts.country, facts.key).body
    title = title_of(facts.kind, facts.country, facts.key, body)
    names = names_of([facts.decided_by, facts.taken_back_by])
    quote = str(body.get("text", ""))[slice(*facts.stretch)] if facts.stretch else ""
    context = {
        "facts": facts, "title": title, "quote": quote, "state": STATES[facts.state], "speaker": SPEAKERS[facts.speaker], "way": WAYS.get(facts.way, ""),
        "ground": GROUNDS.get(facts.reason, ""), "who": names.get(facts.decided_by, ""), "taker": names.get(facts.taken_back_by, ""),
        "passages": [(hit.text, reason_words(hit.why)) for hit in facts.passages], "public": public_address(facts.country, facts.kind, facts.key),
        "crumbs": [Crumb(_("Replies and requests"), reverse("desk:voices")), Crumb(str(WHATS[facts.what]))], "what": WHATS[facts.what],
        **more,
    }  # fmt: skip
    return render(request, page, context, status=422 if wrong else 200)
