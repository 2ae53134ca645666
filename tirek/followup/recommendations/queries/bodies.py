"""What an authority may read of what is addressed to it: the recommendation as issued, its own words about it, and nothing else.

No draft, no finding, no visit, no verification and no word of another body stands in what is told here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

from tirek.followup.recommendations.addressed import answering_chain, answers_for, bodies_of, readable
from tirek.followup.recommendations.delegating import handed, to_be_asked
from tirek.followup.recommendations.models import Answer, Doing, Passing, Recommendation, RecommendationQuerySet
from tirek.followup.recommendations.policies import check_may_answer
from tirek.followup.recommendations.queries.clocks import DoingClock, doing_clock, doing_on, doing_until
from tirek.followup.recommendations.queries.lists import late
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.foundation.jurisdictions.queries import today as day_of
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words

DAY, SOON = timedelta(days=1), timedelta(days=7)
ANSWERED = ("accepted", "partly_accepted", "rejected", "in_progress", "claimed_implemented")


@dataclass(frozen=True, slots=True)
class AddressedLine:
    """A recommendation in a body's list. `answers` is who has to answer today, `overdue`: no answer after the day it fell due, `awaits` (told by lists alone): it has to
    answer, also where another body answered before it was passed on. `doing` is the clock of what the reader's own bodies promised. `handed`: it is read for a facility alone;
    its number is then the facility's own name for it, and what a body said is not told."""

    id: UUID
    number: str
    text: Words
    place_name: Words
    addressee: str
    answers: str
    state: str
    word: str
    issued_on: date | None
    due_on: date | None
    overdue: bool
    worded_in: int = 1
    awaits: bool = False
    doing: DoingClock | None = None
    handed: bool = False


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What a body said, as it stands in the record. `through` is "page", "sheet", or nothing for a letter."""

    id: UUID
    word: str
    authority: str
    said_on: date
    letter_number: str
    text: str
    through: str


@dataclass(frozen=True, slots=True)
class AddressedFacts:
    """A recommendation as its addressee reads it: as issued, in the words in force, with what it answered itself. `worded_in` is the version of the report that put it so.

    `delegated` are the bodies that were asked to prepare the answer, for those who only prepare their own. `speaks`: the reader acts for a body that answers, and not only for one that prepares;
    `approves`: as its head, who may send. `doing` is the clock of carrying out, of what the reader's bodies or those that answer promised. `chain` are the bodies that can answer today, from the bottom up.
    `handed`: it is read for a facility alone; its number is then the facility's own name for it, and why it was withdrawn is not told.
    """

    id: UUID
    country: str
    number: str
    text: Words
    indicator: Words
    place_name: Words
    addressee: str
    answers: str
    state: str
    word: str
    issued_on: date | None
    due_on: date | None
    closed_on: date | None
    closed_because: str
    worded_in: int
    said: tuple[OwnAnswer, ...]
    delegated: tuple[str, ...]
    speaks: bool
    approves: bool
    chain: tuple[str, ...]
    doing: DoingClock | None
    handed: bool = False

    @property
    def in_force(self) -> bool:
        """Whether it can be answered."""
        return self.state == "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFilters:
    """How a body's list is narrowed: what awaits an answer, what is overdue, whose day for carrying it out is over, what the body said last; `number` is a part of the number, `ids` leaves these alone."""

    awaiting: bool = False
    overdue: bool = False
    doing_over: bool = False
    word: str = ""
    number: str = ""
    ids: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class BodyCounts:
    """How many recommendations a body's list holds, how many of them await an answer, and how many are past their day."""

    total: int
    awaiting: int
    overdue: int


EVERYTHING = BodyFilters()
UNANSWERED = Q(state="issued", word__in=("none", "acknowledged"))
PASSED = Q(state="issued") & ~Q(passed_to="")
SINCE = Passing.objects.filter(recommendation=OuterRef("recommendation")).order_by("-position").values("passed_on")[:1]
ANSWERED_SINCE = Exists(Answer.objects.filter(Q(authority=OuterRef("passed_to")) | Q(received_on__gt=Subquery(SINCE)), recommendation=OuterRef("pk")))
AWAITING = UNANSWERED | (PASSED & Q(~ANSWERED_SINCE))
"""What a body has to answer: what nobody answered, and what was passed on to it after another one had."""


def addressed(*, by: Actor, country: str, today: date, filters: BodyFilters = EVERYTHING, start: int = 0, size: int | None = None) -> tuple[AddressedLine, ...]:
    """What is addressed to the bodies for which somebody acts: what awaits an answer first, by the day it falls due, then the newest. Cost: up to 8 queries.

    The two parts are asked one after the other, each by its own index: in one order both would have to be sorted whole for each page.
    """
    found = narrowed(by, country, today, filters)
    waiting = found.filter(AWAITING).order_by(F("due_on").asc(nulls_last=True), "-issued_on", "visit", "position", "pk")
    rows = list(read_along(waiting)[start : None if size is None else start + size])
    awaiting = {row.pk for row in rows}
    if not filters.awaiting and (size is None or len(rows) < size):
        before = len(rows) + start if rows or not start else waiting.count()
        after = max(0, start - before)
        others = found.exclude(AWAITING).order_by("-issued_on", "position", "pk")
        rows += read_along(others)[after : None if size is None else after + size - len(rows)]
    codes, names = readable(by, country, today), handed(by, country, today)
    return tuple(replace(as_handed(line_of(row, today), names), awaits=row.pk in awaiting, doing=own_doing(row, codes, today)) for row in rows)


def read_along(found: RecommendationQuerySet) -> RecommendationQuerySet:
    """Rows with the name of their place and their wordings."""
    return found.select_related("visit__place", "doing").prefetch_related("wordings")


def body_counts(*, by: Actor, country: str, today: date, filters: BodyFilters = EVERYTHING) -> BodyCounts:
    """The counts of the same list. Cost: 2 queries."""
    found = narrowed(by, country, today, filters).order_by()
    return BodyCounts(**found.aggregate(total=Count("pk"), awaiting=Count("pk", filter=AWAITING), overdue=Count("pk", filter=late(today))))


def promise_counts(*, by: Actor, country: str, today: date) -> tuple[int, int]:
    """Of how many recommendations the day that the reader's bodies promised is over, and of how many it comes within a week. Cost: 4 queries."""
    found, codes = visible(by, country, today).order_by(), readable(by, country, today)
    over, near = (found.filter(promised(codes, country, until)).count() for until in (today - DAY, today + SOON))
    return over, near - over


def addressed_one(recommendation_id: UUID, *, by: Actor, country: str, today: date) -> AddressedFacts:
    """One of them; raises NotFound, the same for one that is addressed to somebody else and for one that is not there. Cost: 5 queries."""
    row = visible(by, country, today).filter(pk=recommendation_id).select_related("visit__place", "doing").prefetch_related("wordings").first()
    if row is None:
        raise NotFound
    return facts_of(row, by, today)


def bodies_to_ask(recommendation_id: UUID, *, by: Actor, country: str, today: date) -> frozenset[str]:
    """Whom the reader's body can still ask to prepare the answer: bodies beneath it, and the facility that was visited. Nobody where it does not answer. Raises NotFound. Cost: up to 9 queries."""
    row = visible(by, country, today).filter(pk=recommendation_id).select_related("visit").first()
    if row is None:
        raise NotFound
    mine = bodies_of(by, country)
    speaker = next((code for code in answering_chain(country, row.passed_to or row.addressee, today) if code in mine), "")
    return to_be_asked(row, speaker, today) - {*row.delegations.in_force().values_list("to", flat=True)} if speaker else frozenset()


def bodies_that_answer(recommendation_ids: Iterable[UUID]) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Countries with the chains of bodies that can answer for these today, from the bottom up. For telling them, not for pages. Cost: one query."""
    found = Recommendation.objects.issued().filter(pk__in=list(recommendation_ids)).order_by().values_list("country", "passed_to", "addressee").distinct()
    return frozenset((country, answering_chain(country, passed_to or addressee, day_of(country))) for country, passed_to, addressee in found)


def numbered_for_body(numbers: Iterable[str], *, by: Actor, country: str, today: date) -> dict[str, AddressedLine]:
    """What is addressed to the reader's bodies under these numbers, by the number without regard to case. Cost: 3 queries."""
    typed, seen, names = list(numbers), visible(by, country, today), handed(by, country, today)
    if not names:
        return by_number_of(seen, typed, today)
    wanted = {each.casefold() for each in typed}
    mine = seen.filter(pk__in=[key for key, name in names.items() if name in wanted]).order_by()
    found = [as_handed(line_of(row, today), names) for row in read_along(mine)]
    return by_number_of(seen.exclude(pk__in=names), typed, today) | {each.number: each for each in found}


def numbered_of_body(numbers: Iterable[str], body: str, *, by: Actor, country: str, today: date) -> dict[str, AddressedLine]:
    """The same of what a body answers, for the mechanism's office. Raises NotAllowed. Cost: 2 queries."""
    return by_number_of(of_body(body, by, country, today), numbers, today)


def by_number_of(found: RecommendationQuerySet, numbers: Iterable[str], today: date) -> dict[str, AddressedLine]:
    """Those under these numbers, as they were typed or in capitals or small letters."""
    wanted = {form for each in numbers for form in (each, each.upper(), each.lower())}
    rows = found.filter(number__in=wanted).order_by().select_related("visit__place").prefetch_related("wordings")
    return {row.number.casefold(): line_of(row, today) for row in rows}


def lines_for_body(body: str, *, by: Actor, country: str, today: date, size: int) -> tuple[AddressedLine, ...]:
    """What awaits an answer of a body and of those beneath it, for the mechanism's office; the earliest due first. Raises NotAllowed. Cost: 2 queries."""
    found = of_body(body, by, country, today).filter(AWAITING).order_by(F("due_on").asc(nulls_last=True), "-issued_on", "visit", "position", "pk")
    return tuple(line_of(row, today) for row in found.select_related("visit__place").prefetch_related("wordings")[:size])


def of_body(body: str, by: Actor, country: str, today: date) -> RecommendationQuerySet:
    """What a body and those beneath it answer, for whoever enters answers. Raises NotAllowed."""
    check_may_answer(by, country)
    return Recommendation.objects.issued_visible_to(by, country).answered_by(answers_for({body}, country, today))


def answers_through(body: str, through: str, since: date, *, by: Actor, country: str, today: date) -> tuple[tuple[str, str, date], ...]:
    """Answers of a body that came in a way since a day: number, word, day; for the office. Raises NotAllowed. Cost: one query."""
    check_may_answer(by, country)
    found = Answer.objects.filter(country=country, through=through, received_on__gte=since, authority__in=answers_for({body}, country, today))
    return tuple(found.order_by("received_on", "recommendation__number").values_list("recommendation__number", "word", "said_on"))


def asked_to_prepare(recommendation_id: UUID) -> tuple[str, tuple[str, ...]]:
    """The country of a recommendation, and the bodies that are asked to prepare its answer. For telling them, not for pages. Cost: 2 queries."""
    row = Recommendation.objects.get(pk=recommendation_id)
    return row.country, tuple(row.delegations.in_force().values_list("to", flat=True))


def issued_with(visit_id: UUID) -> list[UUID]:
    """What was issued of a visit. For telling, not for pages. Cost: one query."""
    return list(Recommendation.objects.filter(visit=visit_id, state="issued").values_list("pk", flat=True))


def bodies_due_on(country: str, days: Iterable[date], today: date) -> list[tuple[tuple[str, ...], int]]:
    """How many answers fall due on these days, by the chain of bodies that can answer. For counting, not for pages. Cost: one query, of an index."""
    found = Recommendation.objects.filter(country=country, state="issued", word="none", due_on__in=list(days)).order_by()
    counted = found.values_list("passed_to", "addressee").annotate(count=Count("*"))
    return [(answering_chain(country, passed_to or addressee, today), count) for passed_to, addressee, count in counted]


def bodies_doing_on(country: str, days: Iterable[date], today: date) -> list[tuple[tuple[str, ...], int]]:
    """How many recommendations are to be carried out by one of these days, by the chain of bodies that can answer. What the mechanism verified and did not tell is no part of it. For counting, not for pages. Cost: one query, of an index."""
    found = Doing.objects.filter(doing_on(country, days), country=country, told_done=False).order_by()
    counted = found.values_list("recommendation__passed_to", "recommendation__addressee").annotate(count=Count("*"))
    return [(answering_chain(country, passed_to or addressee, today), count) for passed_to, addressee, count in counted]


def promised(codes: Iterable[str], country: str, until: date) -> Q:
    """What one of these bodies promised to carry out until a day, unless it was told that nothing is left to do."""
    found = Doing.objects.filter(doing_until(country, until), country=country, told_done=False, authority__in=frozenset(codes)).order_by()
    return Q(pk__in=found.values("pk"))


def visible(by: Actor, country: str, today: date) -> RecommendationQuerySet:
    """All that somebody acting for an authority may read in a country: the one function that decides it."""
    return Recommendation.objects.open_to(readable(by, country, today), country)


def narrowed(by: Actor, country: str, today: date, filters: BodyFilters) -> RecommendationQuerySet:
    """What the filters leave of it."""
    found = visible(by, country, today)
    if filters.awaiting:
        found = found.filter(AWAITING)
    if filters.overdue:
        found = found.filter(late(today))
    if filters.doing_over:
        found = found.filter(promised(readable(by, country, today), country, today - DAY))
    names = handed(by, country, today)
    if filters.word:
        found = found.filter(word=filters.word).exclude(pk__in=names)
    if filters.number:
        named = [key for key, name in names.items() if filters.number.casefold() in name]
        found = found.filter((Q(number__icontains=filters.number) & ~Q(pk__in=names)) | Q(pk__in=named))
    return found if filters.ids is None else found.filter(pk__in=filters.ids)


def line_of(row: Recommendation, today: date) -> AddressedLine:
    """A row as a line."""
    overdue = row.state == "issued" and row.word == "none" and row.due_on is not None and row.due_on < today
    return AddressedLine(
        row.pk, row.number, in_force(row).text, row.visit.place.name, row.addressee, successor_on(row.country, row.passed_to or row.addressee, today), row.state,
        row.word, row.issued_on, row.due_on, overdue, in_force(row).report_version,
    )  # fmt: skip


def as_handed(line: AddressedLine, names: Mapping[UUID, str]) -> AddressedLine:
    """The line without what the people of a facility do not learn, where it is read for one alone."""
    return replace(line, number=names[line.id], word="none", handed=True) if line.id in names else line


def own_doing(row: Recommendation, codes: frozenset[str], today: date) -> DoingClock | None:
    """The clock of what these bodies promised; nothing of what another one did, nor once they were told that nothing is left to do."""
    kept: Doing | None = getattr(row, "doing", None)
    return doing_clock(kept, today) if kept and not kept.told_done and kept.authority in codes else None


def facts_of(row: Recommendation, by: Actor, today: date) -> AddressedFacts:
    """A row as its addressee reads it."""
    held, codes = in_force(row), readable(by, row.country, today)
    chain = answering_chain(row.country, row.passed_to or row.addressee, today)
    speaks = not bodies_of(by, row.country).isdisjoint(chain)
    names, asked = handed(by, row.country, today), tuple(row.delegations.in_force().values_list("to", flat=True))
    own = [each for each in row.answers.all() if each.authority in codes or (speaks and each.authority in chain)]
    return AddressedFacts(
        id=row.pk, country=row.country, number=names.get(row.pk, row.number), text=held.text, indicator=held.indicator, place_name=row.visit.place.name, addressee=row.addressee,
        answers=successor_on(row.country, row.passed_to or row.addressee, today), state=row.state, word=row.word, issued_on=row.issued_on, due_on=row.due_on,
        closed_on=row.closed_on, closed_because="" if row.pk in names else row.closed_because, worded_in=held.report_version, said=tuple(own_answer(each) for each in own),
        delegated=tuple(each for each in asked if speaks or each in codes), speaks=speaks, handed=row.pk in names,
        approves=not bodies_of(by, row.country, Role.BODY_HEAD).isdisjoint(chain), chain=chain,
        doing=own_doing(row, frozenset({*codes, *chain} if speaks else codes), today),
    )  # fmt: skip


def own_answer(row: Answer) -> OwnAnswer:
    """An answer of the body's own, as it reads it."""
    return OwnAnswer(row.pk, row.word, row.authority, row.said_on, row.letter_number, row.text, row.through)
