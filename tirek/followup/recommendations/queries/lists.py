"""Lists of recommendations, their counts, and the tally for a chart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, prefetch_related_objects
from django.db.models.expressions import OrderBy

from tirek.followup.recommendations.models import (
    Answer,
    Labelled,
    Recommendation,
    RecommendationQuerySet,
    RecommendationTotal,
    ThreadPlace,
    Verification,
    sees_issued,
)
from tirek.followup.recommendations.policies import may_see_caretakers
from tirek.followup.recommendations.queries.clocks import (
    DoingClock,
    LookedFacts,
    again_count,
    again_until,
    doing_clock,
    doing_until,
    looked_facts,
)
from tirek.followup.recommendations.queries.one import RecommendationFacts, WordingFacts, facts, findings_of, wordings_of
from tirek.followup.recommendations.reach import reads_corrections
from tirek.followup.recommendations.totalling import OPEN, OUTCOMES, STILL_OPEN
from tirek.followup.recommendations.wordings import in_force, proposed
from tirek.foundation.jurisdictions.queries import predecessors_of, successor_on
from tirek.foundation.ledger.days import cut, first_day
from tirek.foundation.ledger.once import once
from tirek.foundation.ledger.totals import totals_of
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import VisitFilters, known_within, knows_all_reported, places_of_visits, visits
from tirek.records.visits.reach import reach_visit
from tirek.registers.places.queries import known_places, one_with

CHUNK = 200
DAY = timedelta(days=1)
NO_NAME = Words()
NO_NAMES: Mapping[str, str] = {}
BESIDE = ("thread_place", "doing", "looked")
"""What is kept beside a recommendation and read along."""


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation in a list, both axes as they stand. `times`: how many reports say it, since the day `since` where it is more than one. `overdue`: no word of the authority after the day it fell due.
    `doing` is told while it is to be carried out, `looked` once the mechanism verified it; both by lists alone.

    `place_name` is told to those who may know of the visit there; a query that lists within one place leaves it out.
    """

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
    place_name: Words = NO_NAME
    caretaker: str = ""
    caretaker_name: str = ""
    theme: str = ""
    times: int = 1
    since: date | None = None
    passed_to: str = ""
    labels: tuple[str, ...] = ()
    doing: DoingClock | None = None
    looked: LookedFacts | None = None

    @property
    def answerer(self) -> str:
        """From whom on whoever answers is found: to whom it was passed on, else the addressee."""
        return self.passed_to or self.addressee


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How the list is narrowed. `addressee` also finds what was addressed to the bodies before it, `place` what was issued after visits
    there that the reader may know of, also to a place that is one with it by the register; `region` and `place_kind` what was issued after
    visits that the reader may know of to such places as they are today; `open` what is in force and nobody found done. `answered_*` leaves those to which an answer
    was received in these days, `verified_*` those that the mechanism verified in them. `caretaker` is the account of who follows them up, "nobody" for none;
    `repeated` leaves what at least so many reports say; `labels` leaves what bears all of them; `issued_*` and `due_*` what was issued, or whose answer fell due,
    in these days; `doing_over` those whose day for carrying it out is over and that nobody verified as done, `again` those that were verified so long ago that another
    look is due; `ids` leaves these alone.
    """

    addressee: str = ""
    word: str = ""
    verification: str = ""
    overdue: bool = False
    state: str = ""
    place: UUID | None = None
    region: str = ""
    place_kind: str = ""
    open: bool = False
    answered_from: date | None = None
    answered_until: date | None = None
    verified_from: date | None = None
    verified_until: date | None = None
    caretaker: str = ""
    theme: str = ""
    repeated: int = 0
    labels: tuple[str, ...] = ()
    issued_from: date | None = None
    issued_until: date | None = None
    due_from: date | None = None
    due_until: date | None = None
    doing_over: bool = False
    again: bool = False
    ids: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many recommendations a list holds, and of them how many answers are overdue, and how many nobody has verified yet."""

    total: int
    overdue: int
    not_verified: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A recommendation for a file that leaves the house, with the name of its place where the reader may know of the visit there."""

    place_name: Words
    facts: RecommendationFacts


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """A recommendation as a report prints it: without what became of it, in the words that a correction under way proposes, else in force.

    `earlier` are the wordings that were issued before these words; `reworded`: these words are proposed.
    """

    id: UUID
    number: str
    position: int
    text: Words
    indicator: Words
    addressee: str
    kind: str
    priority: str
    state: str
    due_on: date | None
    findings: tuple[UUID, ...]
    earlier: tuple[WordingFacts, ...]
    reworded: bool

    @property
    def revision(self) -> str:
        """The sign of its words: a writer who began from others is told."""
        return revision_of(self.text, self.indicator)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many issued recommendations stand at each outcome that the mechanism verified."""

    total: int
    by_verification: tuple[tuple[str, int], ...]


NO_FILTERS = Filters()
NOBODYS = "nobody"
"""The filter for what nobody follows up."""
NOTHING = "-"
"""The filter for what has no theme."""


ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "": ("-issued_on", "position", "id"),
    "issued": ("issued_on", "position", "id"),
    "-issued": ("-issued_on", "position", "id"),
    "due": (F("due_on").asc(nulls_last=True), "position", "id"),
    "-due": (F("due_on").desc(nulls_last=True), "position", "id"),
}


def recommendations(
    *, by: Actor, country: str, today: date, filters: Filters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[Line, ...]:
    """Issued recommendations in one of the ORDERS, else newest first, all or `size` of them from the one numbered `start`. Cost: 3 queries, one more for names, some more for a place."""
    found = tuple(leaf(by, country, today, filters, order, start, size))
    known = names_of_places(by, country, frozenset(row.visit_id for row in found))
    names = names_of(row.caretaker for row in found) if may_see_caretakers(by, country) else {}
    return tuple(line(row, today, known.get(row.visit_id, Words()), names) for row in found)


def leaf(by: Actor, country: str, today: date, filters: Filters, order: str, start: int, size: int | None) -> RecommendationQuerySet:
    """A page of a list. Its ids are found first, and whole rows read of these alone: those before it would be read along."""
    if size is None:
        return narrowed(by, country, today, filters).order_by(*ORDERS[order]).select_related(*BESIDE)[start:]
    keys = page_keys(by, country, today, filters, order, start, size)
    return Recommendation.objects.filter(pk__in=keys).order_by(*ORDERS[order]).select_related(*BESIDE).prefetch_related("wordings")


def page_keys(by: Actor, country: str, today: date, filters: Filters, order: str, start: int, size: int) -> QuerySet[Any]:
    """The ids of a page in their order. What is kept beside labels has them in an index in the list's own order."""
    if told_by_labels(filters):
        ordered = labelled(by, country, today, filters).order_by(*(("recommendation" if each == "id" else each) for each in ORDERS[order]))
        return ordered.values_list("recommendation", flat=True)[start : start + size]
    return narrowed(by, country, today, filters).order_by(*ORDERS[order]).values_list("pk", flat=True)[start : start + size]


def told_by_labels(filters: Filters) -> bool:
    """Whether what is kept beside the labels tells everything that these filters ask."""
    return bool(filters.labels) and replace(filters, labels=(), word="", verification="", state="", overdue=False, open=False) == NO_FILTERS


def labelled(by: Actor, country: str, today: date, filters: Filters) -> QuerySet[Labelled]:
    """The same as `narrowed`, of what is kept beside the first label: an index in the list's own order, without a text. For filters that are `told_by_labels`."""
    first, *further = filters.labels
    found = Labelled.objects.filter(country=country, label=first) if sees_issued(by, country) else Labelled.objects.none()
    for label in further:
        found = found.filter(recommendation__in=bearing(country, label))
    return plain(found, filters, today)


def bearing(country: str, label: str) -> QuerySet[Any]:
    """The ids of what bears a label."""
    return Labelled.objects.filter(country=country, label=label).order_by().values("recommendation")


def plain(found: QuerySet[Labelled], filters: Filters, today: date) -> QuerySet[Labelled]:
    """Those that the filters leave which ask only what is kept beside labels."""
    wanted = {"word": filters.word, "verification": filters.verification, "state": filters.state}
    found = found.filter(**{column: value for column, value in wanted.items() if value})
    if filters.open:
        found = found.filter(state="issued", verification__in=STILL_OPEN)
    return found.filter(late(today)) if filters.overdue else found


def names_of_places(by: Actor, country: str, visit_ids: frozenset[UUID]) -> dict[UUID, Words]:
    """The place's name by visit, of those visits that the reader may know of."""
    return {each.id: each.place_name for each in visits(by=by, country=country, filters=VisitFilters(ids=visit_ids))} if visit_ids else {}


def places_recommended_for(*, by: Actor, country: str) -> tuple[tuple[UUID, Words], ...]:
    """The places of begun visits that the reader may know of: there alone something can be recommended. Cost: 2 queries."""
    return places_of_visits(by=by, country=country, filters=VisitFilters(begun=True))


def counts(*, by: Actor, country: str, today: date, filters: Filters = NO_FILTERS) -> Counts:
    """How many recommendations the same list holds. Cost: 1 query, of an index alone for what is repeated; 3 of the whole list: of the totals, of those no longer in force, and of what is late by its index."""
    found: QuerySet[Any] = narrowed(by, country, today, filters).order_by()
    if filters == NO_FILTERS:
        held = tally(by=by, country=country)
        whole = held.total + found.filter(state__in=("withdrawn", "superseded")).count()
        return Counts(whole, found.filter(late(today)).count(), dict(held.by_verification).get("not_verified", 0))
    if filters == Filters(again=True):
        return Counts(again_count(by=by, country=country, today=today), found.filter(late(today)).count(), 0)
    unverified = Q(state="issued", verification="not_verified")
    if told_by_labels(filters):
        found = labelled(by, country, today, filters).order_by()
    elif filters == Filters(repeated=filters.repeated):
        found = ThreadPlace.objects.filter(country=country, times__gte=filters.repeated) if sees_issued(by, country) else ThreadPlace.objects.none()
    return Counts(**found.aggregate(total=Count("*"), overdue=Count("state", filter=late(today)), not_verified=Count("state", filter=unverified)))


def whole(*, by: Actor, country: str, today: date, filters: Filters = NO_FILTERS, order: str = "") -> Iterator[Whole]:
    """The same list in the same order with everything that is known, row by row in bounded memory. Cost: 6 queries for each 200, and 2."""
    found = narrowed(by, country, today, filters).order_by(*ORDERS[order]).prefetch_related("bases", "answers", "verifications", "repeated_by")
    places = {each.id: each.place_name for each in visits(by=by, country=country)}
    for row in found.iterator(chunk_size=CHUNK):
        yield Whole(places.get(row.visit_id, Words()), facts(row, today))


def narrowed(by: Actor, country: str, today: date, filters: Filters) -> RecommendationQuerySet:
    """The recommendations that the reader may see and the filters leave."""
    found = Recommendation.objects.issued_visible_to(by, country)
    wanted = {"word": filters.word, "verification": filters.verification, "state": filters.state, "theme": filters.theme}
    found = found.filter(**{column: "" if value == NOTHING else value for column, value in wanted.items() if value}).prefetch_related("wordings")
    if filters.addressee:
        found = found.filter(of_addressee(filters.addressee, country))
    if filters.place:
        places = frozenset({filters.place, *one_with(filters.place, country=country)})
        found = found.filter(visit__in=[each.id for each in visits(by=by, country=country, filters=VisitFilters(places=places))])
    if filters.region or filters.place_kind:
        found = found.filter(visit__in=known_within(by=by, country=country, region=filters.region, place_kind=filters.place_kind))
    if filters.repeated:
        found = found.filter(thread_place__times__gte=filters.repeated)
    for label in filters.labels:
        found = found.filter(pk__in=bearing(country, label))
    found = found.filter(**between("issued_on", filters.issued_from, filters.issued_until), **between("due_on", filters.due_from, filters.due_until))
    if filters.doing_over:
        found = found.filter(doing_until(country, today - DAY, "doing__"), doing__country=country, doing__done=False)
    if filters.again:
        found = found.filter(again_until(country, today, "looked__"), looked__country=country)
    if filters.ids is not None:
        found = found.filter(pk__in=filters.ids)
    if filters.caretaker:
        found = found.filter(caretaker="" if filters.caretaker == NOBODYS else filters.caretaker) if may_see_caretakers(by, country) else found.none()
    if filters.open:
        found = found.filter(state="issued", verification__in=STILL_OPEN)
    if answered := between("received_on", filters.answered_from, filters.answered_until):
        found = found.filter(pk__in=Answer.objects.filter(**answered).order_by().values("recommendation"))
    if verified := between("verified_on", filters.verified_from, filters.verified_until):
        found = found.filter(pk__in=Verification.objects.filter(**verified).order_by().values("recommendation"))
    return found.filter(late(today)) if filters.overdue else found


def of_addressee(code: str, country: str) -> Q:
    """What was addressed to a body, or to one before it and passed on to no other, or was passed on to it. Cost: one query of an index that is mostly empty.

    Where nothing was passed on in the country the question stays as short as its index.
    """
    if not anything_passed_on(country):
        return Q(addressee__in=[code, *predecessors_of(country, code)])
    return Q(addressee=code) | Q(addressee__in=predecessors_of(country, code), passed_to="") | Q(passed_to=code)


@once
def anything_passed_on(country: str) -> bool:
    """Whether anything in the country was passed on to a body that took over a part; the same for everybody, asked once in a request."""
    return Recommendation.objects.filter(country=country).exclude(passed_to="").exists()


def inherited(code: str, *, by: Actor, country: str, today: date) -> dict[str, int]:
    """How many recommendations in force to a body each of those that came after it answers for, by their codes. Cost: one query."""
    found = Recommendation.objects.issued_visible_to(by, country).filter(addressee=code, state="issued").order_by()
    counted = Counter[str]()
    for passed_to, number in found.values_list("passed_to").annotate(number=Count("*")):
        counted[successor_on(country, passed_to or code, today)] += number
    return dict(counted)


def open_by_region(*, by: Actor, country: str, place_kind: str = "") -> dict[str, int]:
    """How many recommendations are open by the region of the visited place, after visits that the reader may know of. Cost: 2 queries, 4 for whoever knows of all reports.

    Those after visits with a report are counted by place already; whoever may know of all these visits is told that, and only what is left is counted.
    What is counted asks indexes alone: joined in one they would read the text of every recommendation.
    """
    whole, regions = knows_all_reported(by=by, country=country), Counter[str]()
    if whole:
        totals = totals_of(RecommendationTotal, country, OPEN)
        for one in known_places(by=by, country=country):
            regions[one.region] += totals[str(one.id)] if place_kind in ("", one.kind) else 0
    left = known_within(by=by, country=country, place_kind=place_kind, unreported=whole)
    known = dict(left.values_list("pk", "place__region"))
    found = Recommendation.objects.issued_visible_to(by, country).filter(visit__in=left, state="issued", verification__in=STILL_OPEN).order_by()
    for visit_id, number in found.values_list("visit").annotate(number=Count("*")) if known else ():
        regions[known[visit_id]] += number
    return {region: number for region, number in regions.items() if region and number}


def between(column: str, since: date | None, until: date | None) -> dict[str, date]:
    """A filter for days from one to another; none of them is open."""
    return {f"{column}__{side}": value for side, value in (("gte", since), ("lte", until)) if value}


def answered_by_time(*, by: Actor, country: str, since: date, until: date, yearly: bool = False) -> dict[date, int]:
    """To how many issued recommendations an answer was received, by the month (or year) of its receipt. Cost: one query."""
    return by_time("answers__received_on", by, country, since, until, yearly)


def verified_by_time(*, by: Actor, country: str, since: date, until: date, yearly: bool = False) -> dict[date, int]:
    """How many issued recommendations the mechanism verified, by the month (or year) of the day. Cost: one query."""
    return by_time("verifications__verified_on", by, country, since, until, yearly)


def by_time(column: str, by: Actor, country: str, since: date, until: date, yearly: bool) -> dict[date, int]:
    """How many recommendations have such a row, by the time of its day; one with several in a month is one. Whole years are read of the totals."""
    rows = column.partition("__")[0]
    if yearly and (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        known = totals_of(RecommendationTotal, country, rows) if sees_issued(by, country) else {}
        return {date(int(year), 1, 1): number for year, number in known.items() if since.year <= int(year) <= until.year}
    mine = Recommendation.objects.issued_visible_to(by, country).filter(**{f"{rows}__country": country}, **between(column, since, until))
    found = mine.order_by()
    return {first_day(at): count for at, count in found.annotate(at=cut(column, yearly)).values_list("at").annotate(Count("pk", distinct=True))}


def late(today: date) -> Q:
    """Issued, no word of the authority, and the day it fell due is past."""
    return Q(state="issued", word="none", due_on__lt=today)


def line(row: Recommendation, today: date, place_name: Words = NO_NAME, names: Mapping[str, str] = NO_NAMES) -> Line:
    """A row as a line; who follows it up only if the person is among `names`; how often it was said only if its place in a thread was read along."""
    overdue = row.state == "issued" and row.word == "none" and row.due_on is not None and row.due_on < today
    stands, doing, looked = (getattr(row, name, None) if getattr(Recommendation, name).is_cached(row) else None for name in BESIDE)
    return Line(
        row.pk, row.number, in_force(row).text, row.addressee, row.priority, row.state, row.word, row.verification, row.issued_on, row.due_on,
        overdue, place_name, row.caretaker if row.caretaker in names else "", names.get(row.caretaker, ""), row.theme,
        stands.times if stands else 1, stands.since if stands else None, row.passed_to, tuple(row.labels),
        None if doing is None or doing.done else doing_clock(doing, today), looked_facts(looked, today),
    )  # fmt: skip


def visit_recommendations(visit_id: UUID, *, by: Actor, today: date) -> tuple[RecommendationFacts, ...]:
    """All recommendations of a visit, drafts too, in their order; raises NotFound for whom the visit does not exist. Cost: 8 queries.

    Drafts that a correction adds are told to those who write on the visit.
    """
    reach_visit(visit_id, by)
    found = of_visit(visit_id, today)
    if not any(each.added_by_correction for each in found) or reads_corrections(visit_id, by):
        return found
    return tuple(each for each in found if not each.added_by_correction)


@once
def of_visit(visit_id: UUID, today: date) -> tuple[RecommendationFacts, ...]:
    """The recommendations of a visit; the same for everybody who may know of it."""
    rows = list(rows_of_visit(visit_id))
    prefetch_related_objects(rows, "answers", "verifications", "repeated_by")
    return tuple(facts(row, today) for row in rows)


@once
def rows_of_visit(visit_id: UUID) -> tuple[Recommendation, ...]:
    """The recommendations of a visit that were not dropped, with what they rest on and what was decided about their texts."""
    rows = Recommendation.objects.filter(visit_id=visit_id).exclude(state="dropped").order_by("position")
    return tuple(rows.prefetch_related("bases", "hit_decisions", "wordings"))


def proposals(visit_id: UUID, *, by: Actor) -> tuple[ProposalFacts, ...]:
    """What a report prints of a visit's recommendations, in their order. Cost: 4 queries. Raises NotFound for those who do not write on the visit."""
    if not reads_corrections(visit_id, by):
        raise NotFound
    return tuple(proposal_facts(row) for row in rows_of_visit(visit_id))


def proposal_facts(row: Recommendation) -> ProposalFacts:
    """A recommendation as a report prints it."""
    new, before = proposed(row), wordings_of(row)
    held = new or before[-1]
    return ProposalFacts(
        row.pk, row.number, row.position, held.text, held.indicator, row.addressee, row.kind, row.priority, row.state, row.due_on, findings_of(row),
        before if new else before[:-1], new is not None,
    )  # fmt: skip


def tally(*, by: Actor, country: str) -> Tally:
    """Counts of recommendations in force by what the mechanism verified. Everybody of the mechanism may read them all. Cost: one query, of the totals."""
    counted = sorted(each for each in totals_of(RecommendationTotal, country, OUTCOMES).items() if each[1]) if sees_issued(by, country) else []
    return Tally(sum(number for _code, number in counted), tuple(counted))


def numbers_of(ids: Iterable[UUID], *, by: Actor, country: str) -> dict[UUID, str]:
    """The numbers of issued recommendations, of those that the reader may see. Cost: one query."""
    return dict(Recommendation.objects.issued_visible_to(by, country).filter(pk__in=set(ids)).order_by().values_list("pk", "number"))


def stands_under(report_number: str, *, country: str) -> bool:
    """Whether recommendations stand under the number of a report. For the room that gives the numbers. Cost: one query."""
    return Recommendation.objects.filter(country=country, number__startswith=f"{report_number}-").exists()
