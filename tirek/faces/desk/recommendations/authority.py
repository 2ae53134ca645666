"""The exchange with the authority about one recommendation, as the mechanism reads it: when it was opened, what came with answers, requests for more time, the talk. Nothing that a body only prepares."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.recommendations.reaching import form_page, reached
from tirek.faces.frame.answers.words import VERIFICATIONS, body_words, state_of
from tirek.faces.frame.confirming import Confirming
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.fields import line
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.followup.exchange import queries, services
from tirek.followup.recommendations.policies import check_may_answer, may_answer
from tirek.followup.recommendations.queries import RecommendationFacts
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound

YES, NO = "yes", "no"


class SayForm(Confirming):
    """A message to the authority."""

    text = line(gettext_lazy("Message to the authority"), required=True, rows=3, help_text=gettext_lazy("The people of the body read it on their page. Name nobody who is deprived of liberty, and nothing of a visit that is still to come."))


class TimeForm(Confirming):
    """Whether more time is granted, and the words that the body reads."""

    searched = ("decision",)
    granted = forms.ChoiceField(label=gettext_lazy("More time"), widget=forms.RadioSelect, choices=[(YES, gettext_lazy("grant it: the day of the answer moves")), (NO, gettext_lazy("do not grant it: the day stays"))])
    decision = line(gettext_lazy("What the body reads"), rows=3, help_text=gettext_lazy("Needed where it is not granted."))


@read_or_write
def authority(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """The page; a message that is sent from it."""
    facts = issued(request, recommendation_id)
    writes = may_answer(request.actor, facts.country)
    if request.method == "POST":
        check_may_answer(request.actor, facts.country)
    form = SayForm(request.POST if request.method == "POST" else None, country=facts.country)

    def work(typed: dict[str, Any]) -> object:
        return services.say(recommendation_id=facts.id, country=facts.country, by=request.actor, **typed)

    if kept(request, form, work):
        messages.success(request, _("The message is sent. The people of the body read it on their page."))
        return redirect("desk:recommendation-authority", recommendation_id=facts.id)
    found = queries.exchange_of(facts.id, by=request.actor, country=facts.country)
    context = {
        "facts": facts, "form": form, "writes": writes, "body": body_words(facts.country, facts.answers_for_it, timezone.localdate()),
        "opened": [(body_words(facts.country, each.body, timezone.localdate(each.opened_at)), each) for each in found.opened],
        "sent": [(on, files) for on, files in sent_files(facts, found)], "time": [(each, body_words(facts.country, each.body, each.asked_on, short=True)) for each in found.time],
        "talk": [(_("the mechanism") if each.side == "mechanism" else body_words(facts.country, each.body, timezone.localdate(each.written_at), short=True), each, told(each)) for each in found.messages],
        "untold": untold(facts, found) if writes else [], "crumbs": [*way_to(facts), Crumb(_("With the authority"))],
    }  # fmt: skip
    return render(request, "desk/recommendations/authority.html", context, status=422 if form.errors else 200)


def issued(request: SignedRequest, recommendation_id: UUID) -> RecommendationFacts:
    """The recommendation, which was issued. Raises NotFound."""
    facts = reached(request, recommendation_id)
    if facts.state in ("draft", "dropped"):
        raise NotFound
    return facts


def way_to(facts: RecommendationFacts) -> list[Crumb]:
    """The way to the recommendation."""
    return [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(facts.number, reverse("desk:recommendation", args=[facts.id]))]


def sent_files(facts: RecommendationFacts, found: queries.ExchangeFacts) -> list[tuple[str, tuple[queries.FileFacts, ...]]]:
    """The files of each answer, by its day."""
    held = {each.answer_id: each.files for each in found.sent}
    return [(day(each.said_on), held[each.id]) for each in facts.answers if each.id in held]


def told(message: queries.MessageFacts) -> str:
    """What a message told of a verification."""
    if message.verified_on is None:
        return ""
    return _("Verified on %(day)s: %(outcome)s.") % {"day": day(message.verified_on), "outcome": state_of(VERIFICATIONS, message.outcome)[0]}


def untold(facts: RecommendationFacts, found: queries.ExchangeFacts) -> list[tuple[UUID, str]]:
    """Verifications that the body was not told."""
    words = [(each.id, each.outcome, each.verified_on) for each in facts.verifications if (each.outcome, each.verified_on) not in found.told]
    return [(key, f"{day(on)}: {state_of(VERIFICATIONS, outcome)[0]}") for key, outcome, on in words]


@require_POST
def tell(request: SignedRequest, recommendation_id: UUID, verification_id: UUID) -> HttpResponse:
    """Tells the body the outcome and the day of a verification."""
    facts = issued(request, recommendation_id)
    services.tell_verification(recommendation_id=facts.id, country=facts.country, verification_id=verification_id, by=request.actor)
    messages.success(request, _("The body is told the outcome and the day, and nothing of how it was verified."))
    return redirect("desk:recommendation-authority", recommendation_id=facts.id)


@read_or_write
def decide(request: SignedRequest, request_id: UUID) -> HttpResponse:
    """Grants more time, or does not."""
    asked = queries.time_request(request_id, by=request.actor, country=request.country)
    facts = issued(request, asked.recommendation_id)
    form = TimeForm(request.POST if request.method == "POST" else None, country=facts.country)

    def work(typed: dict[str, Any]) -> object:
        return services.decide_time(request_id=request_id, granted=typed["granted"] == YES, decision=typed["decision"], by=request.actor, confirmed=typed["confirmed"])

    if kept(request, form, work):
        messages.success(request, _("It is decided, and the body reads it on its page."))
        return redirect("desk:recommendation-authority", recommendation_id=facts.id)
    words = {"body": body_words(facts.country, asked.body, asked.asked_on), "until": day(asked.until), "reason": asked.reason}
    lead = _("%(body)s asks for time until %(until)s: “%(reason)s”") % words
    return form_page(
        request, "desk/recommendations/following.html", form, way_to(facts), title=_("Decide about more time"), lead=lead, button=_("Decide"), facts=facts,
        asked=[form[name] for name in ("granted", "decision", *(["confirmed"] if form.passages else []))],
    )  # fmt: skip


@recently_authenticated
@require_safe
def file(request: SignedRequest, recommendation_id: UUID, file_id: UUID) -> HttpResponse:
    """A file that came with an answer, after its entry in the ledger."""
    facts = issued(request, recommendation_id)
    found = queries.sent_file(facts.id, file_id, by=request.actor, country=facts.country)
    record_export(noun="reply-file", subject=found.id, purpose="evidence", by=request.actor, country=facts.country)
    return file_answer(found.file_id, stem="-".join([*(["demonstration"] if facts.demonstration else []), found.name.rpartition(".")[0]]))
