"""One recommendation as its addressee reads it: as issued, what the body said, what it prepares, requests and the talk. No draft, finding, visit or verification."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.frame.answers.words import VERIFICATIONS, WORDS, body_words, side_by_side
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import Choices, choices, line, said
from tirek.faces.respond.words import OWN, REPLY_STATES, body_of, own_doing
from tirek.followup.exchange import queries, services
from tirek.followup.recommendations.queries import AddressedFacts, addressed_one, bodies_to_ask
from tirek.foundation.jurisdictions.facilities import body_names, working
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.bodies import is_facility
from tirek.ground.rules.refusals import NotAllowed


class SayForm(Confirming):
    """A message to the mechanism."""

    text = line(gettext_lazy("Message to the mechanism"), required=True, rows=3, help_text=gettext_lazy("It is no answer and moves no day. Name nobody who is deprived of liberty."))


def reached(request: SignedRequest, recommendation_id: UUID) -> AddressedFacts:
    """The recommendation as the body reads it; raises NotFound."""
    return addressed_one(recommendation_id, by=request.actor, country=request.country, today=timezone.localdate())


def way_to(facts: AddressedFacts | None = None) -> list[Crumb]:
    """The way to a recommendation."""
    every = Crumb(_("All recommendations"), reverse("respond:recommendations"))
    return [every, Crumb(facts.number, reverse("respond:recommendation", args=[facts.id]))] if facts else [every]


@require_safe
def recommendation(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The page; opening it for the first time is the body's read receipt."""
    facts = reached(request, recommendation_id)
    if request.method == "GET":
        services.open_as_body(recommendation_id=recommendation_id, country=request.country, by=request.actor)
    return shown(request, facts, SayForm(country=request.country))


@require_POST
def say(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Keeps a message; what is refused comes back on the page."""
    facts = reached(request, recommendation_id)
    if not facts.speaks:
        raise NotAllowed
    form = SayForm(request.POST, country=request.country)

    def work(typed: dict[str, Any]) -> object:
        return services.say(recommendation_id=recommendation_id, country=request.country, by=request.actor, **typed)

    if kept(request, form, work):
        messages.success(request, _("The message is sent. The mechanism’s office reads it here."))
        return redirect("respond:recommendation", recommendation_id=recommendation_id)
    return shown(request, facts, form)


def shown(request: SignedRequest, facts: AddressedFacts, form: SayForm) -> HttpResponse:
    """The page of one recommendation."""
    by, country, today = request.actor, request.country, timezone.localdate()
    prepared = queries.reply(facts.id, by=by, country=country)
    times = queries.time_asked(facts.id, by=by, country=country)
    context = {
        "facts": facts, "today": today, "title": _("Recommendation %(number)s") % {"number": facts.number},
        "languages": side_by_side(country, facts.text), "body": body_of(facts, country, today),
        "addressee": body_words(country, facts.addressee, facts.issued_on or today),
        "word": WORDS[facts.said[-1].word if facts.said else "none"], "prepared": prepared,
        "prepared_word": OWN[prepared.word] if prepared else "", "prepared_state": REPLY_STATES[prepared.state] if prepared else None,
        "said": said_before(request, facts),
        "delegates": facts.speaks and facts.in_force and bool(beneath(request, facts)), "delegated": asked(facts),
        "prepared_by": body_words(country, prepared.body, today) if prepared and facts.speaks and is_facility(prepared.body) else "",
        "asked": [time_line(country, each) for each in times], "may_ask": may_ask(facts, times), "talk": talk(request, facts), "form": form,
        "doing": own_doing(facts.doing), "doing_over": bool(facts.doing and facts.doing.clock.overdue),
        "overdue": bool(facts.due_on and facts.due_on < today and facts.word == "none" and facts.in_force), "crumbs": [*way_to(), Crumb(facts.number)],
    }  # fmt: skip
    return render(request, "respond/one.html", context, status=422 if form.errors else 200)


def said_before(request: SignedRequest, facts: AddressedFacts) -> list[tuple[object, object, str, object]]:
    """What the body said, with its files. Cost: 1 query."""
    files = queries.sent_files(facts.id, by=request.actor, country=request.country)
    return [(WORDS[each.word], each, body_words(request.country, each.authority, each.said_on), files.get(each.id, ())) for each in facts.said]


def beneath(request: SignedRequest, facts: AddressedFacts) -> Choices:
    """The bodies that can be asked to prepare the answer and were not asked yet, by name."""
    today = timezone.localdate()
    codes = bodies_to_ask(facts.id, by=request.actor, country=facts.country, today=today)
    return choices(body_names(facts.country, codes, today).items()) if codes else []


def asked(facts: AddressedFacts) -> list[tuple[str, str, bool]]:
    """The bodies that were asked to prepare the answer: code, name, and whether it is a facility that works no more, whose people read nothing."""
    today = timezone.localdate()
    gone = {code for code in facts.delegated if is_facility(code)} - working(facts.country, facts.delegated, today)
    return [(code, said(name), code in gone) for code, name in body_names(facts.country, facts.delegated, today).items()]


def may_ask(facts: AddressedFacts, asked: tuple[queries.TimeFacts, ...]) -> bool:
    """Whether more time can be asked for."""
    return facts.in_force and facts.speaks and facts.word == "none" and all(each.granted is not None for each in asked)


def time_line(country: str, facts: queries.TimeFacts) -> tuple[str, str, str]:
    """A request: until when, how it was decided, and both reasons."""
    words = {None: _("waits for the mechanism’s decision"), True: _("granted"), False: _("not granted")}[facts.granted]
    on = f", {day(facts.decided_on)}" if facts.decided_on else ""
    return _("More time until %(day)s: %(state)s") % {"day": day(facts.until), "state": words + on}, facts.reason, facts.decision


def talk(request: SignedRequest, facts: AddressedFacts) -> list[tuple[str, queries.MessageFacts, str]]:
    """The messages, each with who speaks and what it tells of a verification. Nobody is named on either side."""
    found = queries.messages(facts.id, by=request.actor, country=request.country)
    return [(speaker(request.country, each), each, verified(each)) for each in found]


def speaker(country: str, message: queries.MessageFacts) -> str:
    """On whose side a message was written."""
    return _("the mechanism") if message.side == "mechanism" else body_words(country, message.body, timezone.localdate(message.written_at), short=True)


def verified(message: queries.MessageFacts) -> str:
    """What a message tells of a verification."""
    on: date | None = message.verified_on
    return _("The mechanism verified on %(day)s: %(outcome)s.") % {"day": day(on), "outcome": VERIFICATIONS[message.outcome][0]} if on else ""
