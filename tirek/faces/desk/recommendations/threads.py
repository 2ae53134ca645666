"""The thread of what was recommended again, as one history; linking an issued recommendation with an earlier one, and taking a link apart."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.recommendations.before import shown
from tirek.faces.desk.recommendations.following import page, sent
from tirek.faces.desk.recommendations.forms import LinkForm, UnlinkForm
from tirek.faces.desk.recommendations.reaching import reached
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.policies import check_may_answer, may_answer
from tirek.foundation.ui.pieces import AxisEvent, Crumb, StateKind
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Chapter:
    """One recommendation of a thread: what it said, to whom, and what became of it. `links`: number, address, reason, and where the link is taken apart."""

    member: queries.Member
    addressee: str
    stands_in: str
    state: tuple[str, StateKind]
    word: tuple[str, StateKind]
    verified: tuple[str, StateKind]
    events: tuple[AxisEvent, ...]
    links: tuple[tuple[str, str, str, str], ...]
    opened: bool


@require_safe
def thread(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """All that says the same, in the order in which it was said, with answers and verifications."""
    facts = reached(request, recommendation_id)
    members = queries.thread_of(facts.id, by=request.actor, today=timezone.localdate())
    office = may_answer(request.actor, facts.country)
    numbers = {each.facts.id: each.facts.number for each in members}
    stands = next(each.stands for each in members if each.facts.id == facts.id)
    ties = queries.ties_of(facts.id, by=request.actor)
    named = numbers | queries.numbers_of({one for each in ties for one in (each.recommendation_id, each.earlier_id)} - numbers.keys(), by=request.actor, country=facts.country)
    context = {
        "facts": facts,
        "told": words.times_words(stands.times, stands.since),
        "chapters": [chapter(each, numbers, office, facts.id) for each in members],
        "ties": [(each, named.get(each.recommendation_id, ""), named.get(each.earlier_id, "")) for each in ties],
        "link_at": reverse("desk:recommendation-link", args=[facts.id]) if office else "",
        "crumbs": [*way_to(facts), Crumb(_("What says the same"))],
    }
    return render(request, "desk/recommendations/thread.html", context)


def chapter(member: queries.Member, numbers: dict[UUID, str], office: bool, opened: UUID) -> Chapter:
    """One recommendation of the thread, in words."""
    facts, today = member.facts, timezone.localdate()
    stands_in = facts.answers_for_it if facts.answers_for_it != facts.addressee else ""
    return Chapter(
        member,
        words.body_words(facts.country, facts.addressee, facts.issued_on or today),
        words.body_words(facts.country, stands_in, today) if stands_in else "",
        words.state_of(words.STATES, facts.state),
        words.state_of(words.WORDS, facts.word),
        words.state_of(words.VERIFICATIONS, facts.verification),
        events_of(facts),
        tuple(
            (numbers[earlier], reverse("desk:recommendation", args=[earlier]), reason, reverse("desk:recommendation-unlink", args=[facts.id, earlier]) if office else "")
            for earlier, reason in member.repeats if earlier in numbers
        ),
        facts.id == opened,
    )  # fmt: skip


def events_of(facts: queries.RecommendationFacts) -> tuple[AxisEvent, ...]:
    """Answers and verifications in order of their days; letters and evidence stand on the recommendation's own page."""
    said = [(each.said_on, 0, answer_event(facts.country, each)) for each in facts.answers]
    found = [(each.verified_on, 1, verification_event(each)) for each in facts.verifications]
    return tuple(event for _on, _axis, event in sorted([*said, *found], key=lambda each: each[:2]))


def answer_event(country: str, told: queries.AnswerFacts) -> AxisEvent:
    """One word of the authority."""
    word, shape = words.state_of(words.WORDS, told.word)
    body = words.body_words(country, told.authority, told.said_on, short=True)
    return AxisEvent("said", word, told.said_on, " ".join(filter(None, [f"{body}.", told.text])), kind=shape)


def verification_event(found: queries.VerificationFacts) -> AxisEvent:
    """One finding of the mechanism."""
    word, shape = words.state_of(words.VERIFICATIONS, found.outcome)
    return AxisEvent("verified", word, found.verified_on, found.text, kind=shape)


def way_to(facts: queries.RecommendationFacts) -> list[Crumb]:
    """The way to the recommendation."""
    return [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(facts.number, reverse("desk:recommendation", args=[facts.id]))]


@read_or_write
def link(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """Linking it with an earlier one, by its number; what may say the same stands beside the form."""
    facts = reached(request, recommendation_id)
    check_may_answer(request.actor, facts.country)
    form = LinkForm(*sent(request), country=facts.country, initial={"number": request.GET.get("number", "")})
    if form.is_bound and form.is_valid():
        earlier = queries.by_number(form.cleaned_data["number"], by=request.actor, country=facts.country)
        if earlier is None:
            form.add_error("number", _("No issued recommendation has this number. Write it as it stands in its report."))
        elif kept(request, form, lambda asked: services.link(recommendation_id=facts.id, earlier_id=earlier, by=request.actor, reason=asked["reason"], confirmed=asked["confirmed"])):
            messages.success(request, _("Both stand in one thread now."))
            return redirect("desk:recommendation-thread", recommendation_id=facts.id)
    lead = _("It says again what an earlier one said: both threads become one history. Texts and reports stay as they were issued.")
    found = [shown(each, facts.country) for each in queries.alike(facts.id, by=request.actor)]
    return page(request, facts, form, _("Link it with an earlier one"), lead, _("Link them"), found=found)


@read_or_write
def unlink(request: SignedRequest, recommendation_id: UUID, earlier_id: UUID) -> HttpResponse:
    """Taking a link apart, with the reason."""
    facts = reached(request, recommendation_id)
    check_may_answer(request.actor, facts.country)
    number = queries.numbers_of([earlier_id], by=request.actor, country=facts.country).get(earlier_id)
    if number is None:
        raise NotFound
    form = UnlinkForm(*sent(request), country=facts.country)
    if kept(request, form, lambda asked: services.unlink(recommendation_id=facts.id, earlier_id=earlier_id, by=request.actor, **asked)):
        messages.success(request, _("They are taken apart. That they were linked, and why not any more, stays on record."))
        return redirect("desk:recommendation-thread", recommendation_id=facts.id)
    lead = _("%(one)s does not say again what %(other)s said. The thread falls apart there.") % {"one": facts.number, "other": number}
    return page(request, facts, form, _("Take the link apart"), lead, _("Take it apart"))
