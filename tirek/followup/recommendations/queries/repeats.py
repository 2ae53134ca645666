"""What was said before: earlier recommendations that may say the same as a text, and the thread of those that were linked.

Only issued ones of the country come into question, as everybody of the mechanism may read them: a draft of another visit is neither read nor counted. Where they
were said is told to those who may know of the visit there, and to nobody else, not by the order either.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from tirek.followup.recommendations.fingerprints import readings
from tirek.followup.recommendations.models import Recommendation, RepeatKey, ThreadPlace, Tie
from tirek.followup.recommendations.queries.one import RecommendationFacts, facts
from tirek.followup.recommendations.reach import DRAFTS, reach
from tirek.followup.recommendations.threading import links_of
from tirek.followup.recommendations.totalling import STILL_OPEN
from tirek.followup.recommendations.wordings import in_force
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.repeats.comparing import Compared, compare
from tirek.ground.rules.repeats.keys import keys_of
from tirek.ground.rules.repeats.reading import WORDS, Reading
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import VisitFilters, VisitLine, visits
from tirek.registers.places.queries import one_with

NEWEST, LOOKED_AT, SHOWN = 150, 80, 8
"""Of each key so many of the newest are asked for; so many are compared, and half as many of the place; so many at most are shown."""
NOTHING = Compared(0.0, (), ())


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """How a recommendation stands in its thread: the report that says it is number `place` of `times`, since the day of the first one's issue."""

    thread: UUID
    place: int
    times: int
    since: date


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier recommendation that may say the same, and why. `place_name` is empty for those who may not know of the visit; both axes as they stand."""

    id: UUID
    number: str
    issued_on: date | None
    place_name: Words
    text: Words
    addressee: str
    state: str
    word: str
    verification: str
    same_place: bool
    same_theme: bool
    compared: Compared
    thread: ThreadFacts | None


@dataclass(frozen=True, slots=True)
class Asking:
    """For which text earlier ones are looked for: of which place (as the asker knows it), themes and visit; only from before a day. `chosen` is shown in any case,
    `refused` are told apart, `without` are not meant.
    """

    text: Words
    place_id: UUID | None = None
    themes: frozenset[str] = frozenset()
    visit_id: UUID | None = None
    before: date | None = None
    chosen: UUID | None = None
    refused: frozenset[UUID] = frozenset()
    without: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What may say the same, what the asker refused, and what else was issued for the place and nobody found done."""

    found: tuple[Before, ...] = ()
    refused: tuple[Before, ...] = ()
    others: tuple[Before, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One recommendation of a thread. `repeats` are the earlier ones that it was linked with, each with the reason where one was given after the issue."""

    facts: RecommendationFacts
    place_name: Words
    stands: ThreadFacts
    repeats: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class TieFacts:
    """A decision made after the issue about two recommendations of the thread, or one of it and one that was taken out."""

    recommendation_id: UUID
    earlier_id: UUID
    together: bool
    reason: str
    decided_on: date
    decided_by: str


def said_before(asking: Asking, *, by: Actor, country: str) -> SaidBefore:
    """Earlier recommendations that may say the same: what was chosen, then those of the place, then those of the theme, then the most alike. Cost: 9 queries."""
    told = readings(asking.text)
    here = frozenset(one_with(asking.place_id, country=country)) if asking.place_id else frozenset[UUID]()
    of_here = of_place(here, by, country)
    rows = looked_at([*asking.refused, *filter(None, [asking.chosen]), *of_here, *near(keys_of(told), country)], asking, by, country)
    texts = {row.pk: readings(in_languages(in_force(row).text, asking.text)) for row in rows} if told else {}
    rarity = rarity_among([each for told_there in texts.values() for each in told_there])
    compared = {row.pk: best(told, texts[row.pk], rarity) if told else NOTHING for row in rows}
    alike = sorted((row for row in rows if compared[row.pk].says_the_same and row.pk not in asking.refused), key=lambda row: -compared[row.pk].score)[: 4 * SHOWN]
    known = visits_known(by, country, rows)

    def lines(some: Iterable[Recommendation]) -> list[Before]:
        return [before(row, compared[row.pk], known.get(row.visit_id), here, asking.themes) for row in some]

    found = sorted(lines(alike), key=lambda each: (not each.same_place, not each.same_theme, -each.compared.score))
    chosen = lines(row for row in rows if row.pk == asking.chosen)
    shown = list({each.id: each for each in (*chosen, *found)}.values())[:SHOWN]
    left = set(of_here) - {each.id for each in shown} - asking.refused
    return SaidBefore(tuple(shown), tuple(lines(row for row in rows if row.pk in asking.refused)), tuple(lines(row for row in rows if row.pk in left and still_open(row))))


def still_open(row: Recommendation) -> bool:
    """Whether it is in force and nobody found it done."""
    return row.state == "issued" and row.verification in STILL_OPEN


def near(keys: Collection[int], country: str) -> list[UUID]:
    """Recommendations with the same keys, those first that share most; a key that few have counts more. Cost: one query, an index alone."""
    if not keys:
        return []
    part = f"SELECT * FROM (SELECT key, recommendation_id FROM {RepeatKey._meta.db_table} WHERE country = %s AND key = %s ORDER BY issued_on DESC LIMIT {NEWEST}) AS part"  # noqa: S608
    values = [value for key in keys for value in (country, key)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"{part}{number}" for number in range(len(keys))), values)
        rows = [(key, row if isinstance(row, UUID) else UUID(row)) for key, row in cursor.fetchall()]
    many, shared = Counter(key for key, _row in rows), defaultdict[UUID, float](float)
    for key, row in rows:
        shared[row] += 1 / (1 + many[key]) ** 0.5
    return sorted(shared, key=lambda row: -shared[row])[:LOOKED_AT]


def of_place(places: frozenset[UUID], by: Actor, country: str) -> list[UUID]:
    """The newest of those that were issued after visits there of which the reader may know: that something was said there is not told by another visit's. Cost: 2 queries."""
    known = [each.id for each in visits(by=by, country=country, filters=VisitFilters(places=places))] if places else []
    found = Recommendation.objects.issued_visible_to(by, country).filter(visit__in=known).order_by().values_list("issued_on", "pk") if known else ()
    return [key for _on, key in sorted(found, key=lambda each: (each[0] or date.min, each[1]), reverse=True)[: LOOKED_AT // 2]]


def looked_at(keys: Iterable[UUID], asking: Asking, by: Actor, country: str) -> list[Recommendation]:
    """The rows to compare, each once, with their places in threads: those that the reader may see, of other reports, from before the day. Cost: 2 queries."""
    ids = [key for key in dict.fromkeys(keys) if key not in asking.without][: LOOKED_AT + LOOKED_AT // 2 + len(asking.refused) + 1]
    if not ids:
        return []
    rows = Recommendation.objects.issued_visible_to(by, country).filter(pk__in=ids).order_by("-issued_on", "number").select_related("thread_place").prefetch_related("wordings")
    rows = rows.exclude(visit=asking.visit_id) if asking.visit_id else rows
    return list(rows.filter(issued_on__lte=asking.before) if asking.before else rows)


def in_languages(text: Words, wanted: Words) -> Words:
    """The text in the language that the other was written in, else in another that both have; all of it where they have none in common."""
    common = next((code for code in (wanted.source, *wanted.languages) if text.in_(code)), "")
    return Words.of({common: text.in_(common)}) if common else text


def rarity_among(of: Iterable[Reading]) -> dict[str, float]:
    """How much each plain word tells: half, if it stands in the half of all that are compared."""
    every = list(of)
    many = Counter(name for each in every for name in each.names(WORDS))
    return {name: 0.5 for name, number in many.items() if 2 * number > len(every) > SHOWN}


def best(here: Iterable[Reading], there: tuple[Reading, ...], rarity: Mapping[str, float]) -> Compared:
    """The comparison of two texts in the languages in which they are most alike; in one language, if they have one in common."""
    pairs = [(one, other) for one in here for other in there]
    common = [pair for pair in pairs if pair[0].language == pair[1].language]
    told = [compare(one, other, lambda stem: rarity.get(stem, 1.0)) for one, other in common or pairs]
    return max(told, key=lambda each: each.score)


def visits_known(by: Actor, country: str, rows: Iterable[Recommendation]) -> dict[UUID, VisitLine]:
    """The visits of these recommendations that the reader may know of."""
    ids = frozenset(row.visit_id for row in rows)
    return {each.id: each for each in visits(by=by, country=country, filters=VisitFilters(ids=ids))} if ids else {}


def before(row: Recommendation, compared: Compared, visit: VisitLine | None, here: Collection[UUID], themes: Collection[str]) -> Before:
    """A row, read with its place in a thread, with why it is shown."""
    return Before(
        row.pk, row.number, row.issued_on, visit.place_name if visit else Words(), in_force(row).text, row.addressee, row.state, row.word, row.verification,
        visit is not None and visit.place_id in here, row.theme in themes and bool(row.theme), compared, thread_facts(getattr(row, "thread_place", None)),
    )  # fmt: skip


def thread_facts(row: ThreadPlace | None) -> ThreadFacts | None:
    """How it stands in its thread; nothing where one report alone says it."""
    return ThreadFacts(row.thread, row.place, row.times, row.since) if row is not None and row.times > 1 else None


def stands_of(ids: Iterable[UUID]) -> dict[UUID, ThreadFacts]:
    """How recommendations that the reader has already seen stand in their threads; none of those that stand alone. Cost: one query."""
    rows = ThreadPlace.objects.filter(pk__in=set(ids), times__gt=1)
    return {row.pk: told for row in rows if (told := thread_facts(row))}


def alike(recommendation_id: UUID, *, by: Actor) -> tuple[Before, ...]:
    """Earlier ones that may say the same as an issued one and do not stand in its thread; raises NotFound. Cost: 15 queries."""
    row = reach(recommendation_id, by)
    if row.state in DRAFTS:
        raise NotFound
    mine = ThreadPlace.objects.filter(pk=row.pk).values("thread")
    thread = frozenset(ThreadPlace.objects.filter(thread__in=mine).values_list("pk", flat=True))
    place = next((each.place_id for each in visits(by=by, country=row.country, filters=VisitFilters(ids=frozenset({row.visit_id})))), None)
    asking = Asking(in_force(row).text, place, frozenset({row.theme} - {""}), row.visit_id, row.issued_on, without=thread | {row.pk})
    return said_before(asking, by=by, country=row.country).found


def thread_of(recommendation_id: UUID, *, by: Actor, today: date) -> tuple[Member, ...]:
    """The thread in which an issued recommendation stands, in the order in which it was said; itself alone where nothing is linked. Raises NotFound. Cost: 12 queries."""
    row = reach(recommendation_id, by)
    if row.state in DRAFTS:
        raise NotFound
    mine = ThreadPlace.objects.filter(pk=row.pk).values("thread")
    places = {each.pk: ThreadFacts(each.thread, each.place, each.times, each.since) for each in ThreadPlace.objects.filter(thread__in=mine)}
    ids = places.keys() | {row.pk}
    wanted = Recommendation.objects.issued_visible_to(by, row.country).filter(pk__in=ids).order_by("issued_on", "number")
    rows = list(wanted.prefetch_related("wordings", "bases", "answers", "verifications", "repeated_by"))
    known, because, links = visits_known(by, row.country, rows), reasons(ids), links_of(ids)
    alone = ThreadFacts(row.pk, 1, 1, row.issued_on or today)
    found = []
    for each in rows:
        seen = known.get(each.visit_id)
        repeats = tuple((earlier, because.get((later, earlier), "")) for later, earlier in sorted(links) if later == each.pk)
        told = replace(facts(each, today), caretaker="")
        found.append(Member(told, seen.place_name if seen else Words(), places.get(each.pk, alone), repeats))
    return tuple(found)


def reasons(ids: Collection[UUID]) -> dict[tuple[UUID, UUID], str]:
    """Why these were linked after their issue."""
    rows = Tie.objects.filter(recommendation__in=ids).order_by("position")
    return {(each.recommendation_id, each.earlier_id): each.reason for each in rows if each.together}


def ties_of(recommendation_id: UUID, *, by: Actor) -> tuple[TieFacts, ...]:
    """What was decided about links of an issued recommendation after its issue, in order; raises NotFound. Cost: 3 queries."""
    row = reach(recommendation_id, by)
    rows = [*row.ties.all(), *row.tied_by.all()]
    told = [TieFacts(each.recommendation_id, each.earlier_id, each.together, each.reason, each.decided_on, each.decided_by) for each in rows]
    return tuple(sorted(told, key=lambda each: each.decided_on))
