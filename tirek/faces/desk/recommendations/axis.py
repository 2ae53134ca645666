"""The two axes of a recommendation on one time line: what the authority says, what the mechanism verified. They are never merged."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day, span
from tirek.foundation.ui.pieces import AxisEvent
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits import queries as visits


def events_of(request: SignedRequest, facts: queries.RecommendationFacts) -> list[AxisEvent]:
    """All answers and verifications, oldest first; on the same day the authority's word stands before what was verified."""
    names = names_of(each.verified_by for each in facts.verifications)
    said = [(each.said_on, 0, answer_event(facts, each)) for each in facts.answers]
    found = [(each.verified_on, 1, verification_event(request, facts, each, names)) for each in facts.verifications]
    return [event for _on, _axis, event in sorted([*said, *found], key=lambda each: each[:2])]


def answer_event(facts: queries.RecommendationFacts, told: queries.AnswerFacts) -> AxisEvent:
    """One word of the authority: who said it, in which letter, when it came, and what it says."""
    about = {"body": words.body_words(facts.country, told.authority, told.said_on), "received": day(told.received_on), "number": told.letter_number}
    if told.through == "page":
        source = _("%(body)s, sent on the authorities’ page.") % about
    elif told.through == "sheet":
        source = _("%(body)s, signed spreadsheet with letter %(number)s, received on %(received)s.") % about
    elif told.letter_number:
        source = _("%(body)s, letter %(number)s, received on %(received)s.") % about
    else:
        source = _("%(body)s, letter without a number, received on %(received)s.") % about
    worded = _("It answers the wording of version %(version)s of the report.") % {"version": told.wording} if facts.earlier else ""
    who = ", ".join(filter(None, [told.official_name, told.official_function]))
    answered = _("Answered by: %(who)s.") % {"who": who} if who else ""
    until = _("To be carried out by %(day)s, as it says.") % {"day": day(told.named_until)} if told.named_until else ""
    word, shape = words.state_of(words.WORDS, told.word)
    href = reverse("desk:recommendation-letter", args=[facts.id, told.id]) if told.letter_id else ""
    return AxisEvent("said", word, told.said_on, " ".join(filter(None, [source, answered, worded, told.text, until])), href, _("Save the letter"), shape)


def verification_event(
    request: SignedRequest, facts: queries.RecommendationFacts, found: queries.VerificationFacts, names: dict[str, str]
) -> AxisEvent:
    """One finding of the mechanism: how, by whom, at which visit, and what was seen. The visit is named to those who may know of it."""
    who = names.get(found.verified_by, "")
    sentence = _("Seen on the spot by %(who)s.") if found.way == "on_site" else _("Read in documents by %(who)s.")
    source = sentence % {"who": who or _("the mechanism")}
    seen = visit_of(request, found.visit_id) if found.visit_id else None
    place = _("On the visit to %(place)s, %(days)s.") % {"place": said(seen.place_name), "days": span(seen.starts_on, seen.ends_on)} if seen else ""
    word, shape = words.state_of(words.VERIFICATIONS, found.outcome)
    href, link = "", ""
    if found.evidence_id:
        href, link = reverse("desk:recommendation-evidence", args=[facts.id, found.id]), _("Save the evidence")
    elif seen:
        href, link = reverse("desk:visit", args=[seen.id]), _("Open the visit")
    return AxisEvent("verified", word, found.verified_on, " ".join(filter(None, [source, place, found.text])), href, link, shape)


def visit_of(request: SignedRequest, visit_id: UUID) -> visits.VisitFacts | None:
    """The visit, for those who may know of it."""
    try:
        return visits.visit(visit_id, by=request.actor)
    except NotFound:
        return None
