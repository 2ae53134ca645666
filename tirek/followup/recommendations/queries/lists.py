"""Lists of recommendations, answers due, and the tally for a chart."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.queries.one import RecommendationFacts, facts
from tirek.foundation.jurisdictions.queries import successor_on, working_days_between
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import visit


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation in a list, both axes as they stand. `overdue`: no word of the authority after the day it fell due."""

    id: UUID
    number: str
    text: Words
    addressee: str
    priority: str
    state: str
    word: str
    verification: str
    issued_on: date | None
    due_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How the list is narrowed."""

    addressee: str = ""
    word: str = ""
    verification: str = ""
    overdue: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """An answer that is awaited: the day it falls due and working days left (negative when overdue)."""

    id: UUID
    number: str
    text: Words
    addressee: str
    answers_for_it: str
    due_on: date
    days_left: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many issued recommendations stand at each point of the two axes, never crossed with each other."""

    total: int
    by_word: tuple[tuple[str, int], ...]
    by_verification: tuple[tuple[str, int], ...]


NO_FILTERS = Filters()


def recommendations(*, by: Actor, country: str, today: date, filters: Filters = NO_FILTERS) -> tuple[Line, ...]:
    """Issued recommendations, newest first. Cost: 1 query."""
    found = Recommendation.objects.issued_visible_to(by, country)
    wanted = {"addressee": filters.addressee, "word": filters.word, "verification": filters.verification, "state": filters.state}
    found = found.filter(**{column: value for column, value in wanted.items() if value})
    if filters.overdue:
        found = found.filter(state="issued", word="none", due_on__lt=today)
    return tuple(line(row, today) for row in found)


def line(row: Recommendation, today: date) -> Line:
    """A row as a line."""
    overdue = row.state == "issued" and row.word == "none" and row.due_on is not None and row.due_on < today
    return Line(
        row.pk, row.number, row.text, row.addressee, row.priority, row.state, row.word, row.verification, row.issued_on, row.due_on, overdue
    )


def visit_recommendations(visit_id: UUID, *, by: Actor, today: date) -> tuple[RecommendationFacts, ...]:
    """All recommendations of a visit, drafts too, in their order; raises NotFound for whom the visit does not exist. Cost: 6 queries."""
    visit(visit_id, by=by)
    rows = Recommendation.objects.filter(visit_id=visit_id).exclude(state="dropped").order_by("position")
    return tuple(facts(row, today) for row in rows.prefetch_related("bases", "answers", "verifications", "repeated_by"))


def due_answers(*, by: Actor, country: str, today: date) -> tuple[DueAnswer, ...]:
    """Issued recommendations without any word of the authority, the most urgent first. Cost: 1 query."""
    rows = Recommendation.objects.issued_visible_to(by, country).filter(state="issued", word="none", due_on__isnull=False)
    return tuple(due_answer(row, row.due_on, today) for row in rows.order_by("due_on", "number") if row.due_on)


def due_answer(row: Recommendation, due_on: date, today: date) -> DueAnswer:
    """An awaited answer with its clock in working days of the country."""
    left = working_days_between(row.country, today, due_on) if due_on >= today else -working_days_between(row.country, due_on, today)
    return DueAnswer(row.pk, row.number, row.text, row.addressee, successor_on(row.country, row.addressee, today), due_on, left)


def tally(*, by: Actor, country: str) -> Tally:
    """Counts of issued recommendations on each axis. Cost: 1 query."""
    rows = list(Recommendation.objects.issued_visible_to(by, country).filter(state="issued").values_list("word", "verification"))
    words, found = Counter(word for word, _ in rows), Counter(outcome for _, outcome in rows)
    return Tally(len(rows), tuple(sorted(words.items())), tuple(sorted(found.items())))
