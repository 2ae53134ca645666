"""The list of recommendations, one recommendation with both its axes, and its files."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.bearing import bears_on
from tirek.faces.desk.holiday_notes import crossed, holiday_note
from tirek.faces.desk.listing import Asked, ListColumn, Past, Reader, WorkList, begun, shown
from tirek.faces.desk.recommendations import past
from tirek.faces.desk.recommendations.about import further_address, ladder_for, letters_about
from tirek.faces.desk.recommendations.axis import events_of, visit_of
from tirek.faces.desk.recommendations.forms import RecommendationFilterForm
from tirek.faces.desk.recommendations.forms import themes as words_of_themes
from tirek.faces.desk.recommendations.labelwords import by_kind, in_one_line
from tirek.faces.desk.recommendations.reaching import people_of, reached
from tirek.faces.desk.recommendations.several import DEEDS
from tirek.faces.desk.recommendations.ways import ways
from tirek.faces.desk.several import choosing
from tirek.faces.desk.several import several as for_several
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import read_or_write
from tirek.faces.frame.fields import said
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.followup.international.queries import bearing_on
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.policies import may_answer, may_see_caretakers, may_verify
from tirek.foundation.ledger.services import record_export
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Cell, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, DOCUMENT, VERIFICATION
from tirek.ground.rules.refusals import NotAllowed, NotFound


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no recommendation here."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> RecommendationFilterForm:
    """How the address narrows the list; it offers the places of visits that the person may know of, by name."""
    known = queries.places_recommended_for(by=request.actor, country=request.country)
    places = sorted(((str(one), said(name)) for one, name in known), key=lambda each: each[1].casefold())
    people = people_of(request) if may_see_caretakers(request.actor, request.country) else None
    return RecommendationFilterForm(data, country=request.country, places=places, people=people, me=request.actor.id)


def row(line: queries.Line, asked: Asked) -> list[object]:
    """A recommendation as a line of the list."""
    number, kind = line.number, words.STATES[line.state]
    due = Cell(_("overdue since %(day)s") % {"day": day(line.due_on, "short")}, state="attention") if line.overdue and line.due_on else line.due_on
    word, (verified, shape) = words.state_of(words.WORDS, line.word), words.state_of(words.VERIFICATIONS, line.verification)
    ago = words.ago_words(line.looked.day, timezone.localdate()) if line.looked else ""
    return [
        Cell(number, reverse("desk:recommendation", args=[line.id])),
        said(line.place_name),
        said(line.text) if asked.filed else words.head_of(said(line.text), 240),
        words.body_words(asked.country, line.addressee, line.issued_on or timezone.localdate(), short=True),
        due if line.state == "issued" else Cell(str(kind[0]), state=kind[1]),
        Cell(word[0], state=word[1]),
        Cell(f"{verified}, {ago}" if ago else verified, state=shape),
        words.doing_brief(line.doing) or None,
        line.looked.clock.due if line.looked and line.looked.clock else None,
        line.issued_on,
        dict(words_of_themes()).get(line.theme) if line.theme else None,
        in_one_line(asked.country, line.labels) or None,
        words.times_words(line.times, line.since) or None,
        line.caretaker_name or None,
    ]


def wanted(asked: Asked) -> dict[str, Any]:
    """What the room is asked for."""
    return {**asked.whom, "today": timezone.localdate(), "filters": asked.filters}


def how_many(asked: Asked) -> int:
    """How many recommendations the list holds."""
    return queries.counts(**wanted(asked)).total


def some(asked: Asked, start: int, size: int) -> tuple[queries.Line, ...]:
    """Some recommendations of the list."""
    return queries.recommendations(**wanted(asked), order=asked.order, start=start, size=size)


RECOMMENDATIONS = WorkList(
    "recommendations", "desk:recommendations", gettext_lazy("Recommendations"),
    (
        ListColumn("number", gettext_lazy("Number"), width="short"), ListColumn("place", gettext_lazy("Place")),
        ListColumn("text", gettext_lazy("What has to be done"), width="wide"), ListColumn("addressee", gettext_lazy("Addressee")),
        ListColumn("due", gettext_lazy("Answer due"), order=True), ListColumn("word", gettext_lazy("The authority says")),
        ListColumn("verification", gettext_lazy("The mechanism verified")), ListColumn("doing", gettext_lazy("To be carried out by"), extra=True),
        ListColumn("again", gettext_lazy("Another look"), extra=True), ListColumn("issued", gettext_lazy("Issued"), order=True, extra=True),
        ListColumn("theme", gettext_lazy("Theme"), extra=True), ListColumn("labels", gettext_lazy("Labels"), width="wide", extra=True), ListColumn("repeated", gettext_lazy("Recommended again"), extra=True), ListColumn("caretaker", gettext_lazy("In whose care"), extra=True, inside=True, may=may_see_caretakers),
    ),
    narrowing, check_may_open, how_many, some, row, page=25, sheet="recommendations", fuller="desk:recommendations-export",
    past=Past((gettext_lazy("Day"), gettext_lazy("What happened"), gettext_lazy("In words")), past.told),
)  # fmt: skip


@require_safe
def recommendations(request: SignedRequest) -> HttpResponse:
    """Issued recommendations of the country; filters, columns and order stand in the address."""
    listing = shown(request, RECOMMENDATIONS)
    if answer := begun(request, listing):
        return answer
    counts = queries.counts(**wanted(listing.asked())) if listing.form.understood else queries.Counts(0, 0, 0)
    part = listing.part(request.GET.get("page"), counts.total)
    context = {
        **listing.context(part),
        **choosing(listing, DEEDS, "desk:recommendations-several", part, lambda one: one.number),
        "counts": counts,
        "ways": ways(listing, "table"),
        "may_answer": may_answer(request.actor, request.country),
        "holiday_note": holiday_note(year for one in part.things for year in crossed(request.country, one.issued_on, one.due_on)),
    }
    return render(request, "desk/recommendations/list.html", context)


@read_or_write
def several(request: SignedRequest) -> HttpResponse:
    """The same for several recommendations at once."""
    return for_several(request, RECOMMENDATIONS, DEEDS)


@require_safe
def recommendation(request: SignedRequest, recommendation_id: UUID) -> HttpResponse:
    """One recommendation; a draft is read where it is written, among those of its visit."""
    facts, today = reached(request, recommendation_id), timezone.localdate()
    if facts.state in ("draft", "dropped"):
        return redirect(f"{reverse('desk:visit-recommendations', args=[facts.visit_id])}#{facts.id}")
    stands_in = facts.answers_for_it if facts.answers_for_it != facts.addressee else ""
    look_clock = queries.verification_clock(facts, today)
    doing, looked = queries.clocks_of(facts, today)
    moved = queries.due_moves(facts.id, by=request.actor)
    names = names_of({facts.caretaker, *(each.moved_by for each in moved)})
    moves = [(each, names.get(each.moved_by, "")) for each in reversed(moved)]
    context = {
        "facts": facts,
        "languages": words.side_by_side(facts.country, facts.text, facts.indicator, *(each.text for each in facts.earlier)),
        "state": words.state_of(words.STATES, facts.state),
        "word": words.state_of(words.WORDS, facts.word),
        "verified": words.state_of(words.VERIFICATIONS, facts.verification),
        "kind": words.KINDS[facts.kind],
        "priority": words.PRIORITIES[facts.priority],
        "addressee": words.body_words(facts.country, facts.addressee, facts.issued_on or today),
        "stands_in": words.body_words(facts.country, stands_in, today) if stands_in else "",
        "answer_clock": queries.clock_of(facts.country, facts.due_on, today) if facts.awaits_answer and facts.due_on else None,
        "look_clock": look_clock,
        "doing": words.doing_words(doing),
        "ago": words.ago_words(looked.day, today) if looked else "",
        "again": words.again_words(looked),
        "holiday_note": holiday_note((*crossed(facts.country, facts.issued_on, facts.due_on), *(look_clock.unsettled if look_clock else ()), *(doing.clock.unsettled if doing else ()))),
        "events": events_of(request, facts),
        "theme": dict(words_of_themes()).get(facts.theme, ""),
        "labels": by_kind(facts.country, facts.labels, whole=True),
        "moves": moves,
        "caretaker": names.get(facts.caretaker, ""),
        "sees_caretaker": may_see_caretakers(request.actor, facts.country),
        "visit": visit_of(request, facts.visit_id),
        "related": bears_on(bearing_on(facts.id, by=request.actor, country=facts.country)),
        "thread": words.thread_words(queries.stands_of([facts.id]).get(facts.id)),
        "letters": letters_about(request, facts),
        "ladder": ladder_for(request, facts),
        "further": further_address(request, facts),
        "actions": actions(request, facts),
        "crumbs": [Crumb(_("Recommendations"), reverse("desk:recommendations")), Crumb(facts.number)],
    }
    return render(request, "desk/recommendations/one.html", context)


def actions(request: SignedRequest, facts: queries.RecommendationFacts) -> list[tuple[str, str, str]]:
    """What the person may do now: address, words, icon."""
    country, actor = facts.country, request.actor
    offered = [
        (may_answer(actor, country) and bool(AUTHORITY_WORD.possible(facts.word)), "answer", _("Enter the authority’s answer"), "mail-opened"),
        (may_verify(actor, country) and bool(VERIFICATION.possible(facts.verification)), "verify", _("Enter a verification"), "clipboard-check"),
        (may_answer(actor, country) and facts.awaits_answer, "due", _("Move the day of the answer"), "calendar-event"),
        (may_answer(actor, country), "care", _("Give into somebody’s care"), "user-check"),
        (may_answer(actor, country), "theme", _("Enter the theme"), "flag"),
        (may_answer(actor, country), "labels", _("Put labels on it"), "list-check"),
        (may_answer(actor, country) and DOCUMENT.allows(facts.state, "withdraw"), "withdraw", _("Withdraw it"), "ban"),
    ]
    allowed = [(name, title, icon) for may, name, title, icon in offered if may and facts.state == "issued"]
    allowed.append(("authority", _("With the authority"), "messages"))
    if may_answer(actor, country):
        allowed.append(("link", _("Link it with an earlier one"), "link"))
    return [(reverse(f"desk:recommendation-{name}", args=[facts.id]), title, icon) for name, title, icon in allowed]


@recently_authenticated
@require_safe
def letter(request: SignedRequest, recommendation_id: UUID, answer_id: UUID) -> HttpResponse:
    """The letter of an answer as it was received, after its entry in the ledger."""
    facts = reached(request, recommendation_id)
    told = next((each for each in facts.answers if each.id == answer_id and each.letter_id), None)
    if told is None or told.letter_id is None:
        raise NotFound
    record_export(noun="letter", subject=answer_id, purpose="letter", by=request.actor, country=facts.country)
    return file_answer(told.letter_id, stem=stem(facts, "answer", told.said_on.isoformat()))


@recently_authenticated
@require_safe
def evidence(request: SignedRequest, recommendation_id: UUID, verification_id: UUID) -> HttpResponse:
    """The evidence of a verification as it was received, after its entry in the ledger."""
    facts = reached(request, recommendation_id)
    found = next((each for each in facts.verifications if each.id == verification_id and each.evidence_id), None)
    if found is None or found.evidence_id is None:
        raise NotFound
    record_export(noun="evidence", subject=verification_id, purpose="evidence", by=request.actor, country=facts.country)
    return file_answer(found.evidence_id, stem=stem(facts, "verification", found.verified_on.isoformat()))


def stem(facts: queries.RecommendationFacts, what: str, on: str) -> str:
    """What a file is called: the number, what it is, its day; of an invented one also that."""
    return "-".join([*(["demonstration"] if facts.demonstration else []), facts.number, what, on])
