"""The time for an answer in words: what it would be for a draft, and what it is for what was issued. It judges no delay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tirek.faces.desk.holiday_notes import crossed, holiday_note
from tirek.faces.frame.answers import words
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.queries import due


@dataclass(frozen=True, slots=True)
class TermBegun:
    """The time for the answer to what was issued on a day: how long it is by the law of that day, and when it ends."""

    issued_on: date
    term_words: str
    due_on: date


def term_context(country: str, found: Iterable[queries.RecommendationFacts] = ()) -> dict[str, object]:
    """The pack's time for an answer: when it ends for what is issued, and, while something is a draft, when it would end if issued today."""
    today, known = timezone.localdate(), tuple(found)
    begun = terms_begun(known)
    term = queries.answer_term(country, today)
    context: dict[str, object] = {"term": term, "terms_begun": begun}
    spans = [(each.issued_on, each.due_on) for each in begun]
    if term is not None and (not begun or any(each.state == "draft" for each in known)):
        spans.append((today, due(country, "answer", today)))
        context |= {"term_words": words.term_words(term), "term_end": spans[-1][1]}
    return context | {"holiday_note": holiday_note(year for first, last in spans for year in crossed(country, first, last))}


def terms_begun(found: Iterable[queries.RecommendationFacts]) -> tuple[TermBegun, ...]:
    """The times that run, or ran, of issued recommendations; one for each day of issue."""
    days = {(each.issued_on, each.due_on): each.country for each in found if each.issued_on and each.due_on}
    told = ((issued, end, queries.answer_term(country, issued)) for (issued, end), country in sorted(days.items()))
    return tuple(TermBegun(issued, words.term_words(term) if term else "", end) for issued, end, term in told)
