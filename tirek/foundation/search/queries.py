"""Searching: what of that which somebody may see fits a question; and whether the index says what the rooms tell.

The index names candidates in order; each is then cut by its room's own queryset, and more are asked for until a page is full. Numbers, passages
and corrected words come of what is left, never of a candidate.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.db import connection

from tirek.foundation.search.asking import Asked, Step, for_postgresql, for_sqlite, steps, understood
from tirek.foundation.search.entries import marks_of, number_of, says
from tirek.foundation.search.indexes import FULL_TEXT
from tirek.foundation.search.marking import Passage, passages, words_met
from tirek.foundation.search.models import Entry, State, Variant
from tirek.foundation.search.near import correctable, nearly, variants
from tirek.foundation.search.sorts import Sort, Told, rules, sort_of, sorts
from tirek.ground.rules.actors import Actor

COUNTED = 50
"""Up to how many things of a sort are counted; then there are "more than" so many."""
FIRST = 5
PAGE = 20
NEWEST = (0, 1 << 62)
Place = tuple[int, int]
"""Where a page begins: after which step and number."""
Candidate = tuple[Place, str]
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that fits, with the passages that say why."""

    key: str
    under: str
    day: date | None
    told: Told
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What fits of one sort. `count` is how many there are, at most COUNTED; `more`: there are still more. `then` is where the next page begins."""

    sort: str
    hits: tuple[Hit, ...]
    count: int
    more: bool
    then: Place | None = None


Way = Literal["whole", "begun", "nearly"]
"""How words count: as whole words in any form, the last also as a beginning, or also those that are spelt nearly alike."""
WAYS: tuple[Way, ...] = ("whole", "begun", "nearly")


@dataclass(frozen=True, slots=True)
class Answer:
    """What fits of every sort, and in which way. `instead`: words of what was found that are not whole forms of what was asked."""

    asked: Asked
    found: tuple[Found, ...] = ()
    way: Way = "whole"
    instead: tuple[str, ...] = ()


def whole() -> bool:
    """Whether the index tells of everything by today's rules. Cost: one query."""
    return State.objects.filter(pk=1, rules=rules()).exists()


def search(text: str, *, by: Actor, country: str) -> Answer:
    """The first of what fits of each sort that the actor may see, in the first way in which anything does.

    Cost: 3 queries, and one or two a sort; 6 more where nothing fits exactly.
    """
    asked = understood(text)
    for way in WAYS if asked.words else ():
        wider = widened(asked, way)
        if way != "whole" and wider == asked:
            continue
        found = everything(wider, by, country)
        if found:
            return Answer(wider, found, way, words_instead(asked, wider, found) if way != "whole" else ())
    return Answer(asked)


def search_sort(text: str, *, sort: str, by: Actor, country: str, after: Place | None = None, way: str = "whole") -> tuple[Asked, Found | None]:
    """A page of what fits of one sort in one way. Nothing for a sort or a way that is not there."""
    asked, of = understood(text), sort_of(sort)
    chosen = next((each for each in WAYS if each == way), None)
    if of is None or chosen is None:
        return asked, None
    asked = widened(asked, chosen)
    seen = visible(of, asked, by, country, PAGE + 1, after or NEWEST)
    return asked, found_of(of, asked, seen, PAGE) if seen else None


def widened(asked: Asked, way: Way) -> Asked:
    """The words as they count in a way."""
    if way == "nearly":
        return asked.with_near(near(asked))
    return asked.begun() if way == "begun" else asked


def everything(asked: Asked, by: Actor, country: str) -> tuple[Found, ...]:
    """The first things of each sort of which there are any."""
    wanted = {sort.name: steps(asked, sort.letter, sort.audiences(by, country)) for sort in sorts()}
    candidates = look_up(wanted, NEWEST, COUNTED + 1)
    found = []
    for sort in sorts():
        seen = visible(sort, asked, by, country, COUNTED + 1, NEWEST, candidates.get(sort.name, []))
        if seen:
            found.append(found_of(sort, asked, seen, FIRST))
    return tuple(each for each in found if each.hits)


def visible(
    sort: Sort, asked: Asked, by: Actor, country: str, size: int, after: Place, candidates: Sequence[Candidate] | None = None
) -> list[Candidate]:
    """So many candidates, in order, that the actor may see; asks for more until there are enough or no more."""
    wanted = {sort.name: steps(asked, sort.letter, sort.audiences(by, country))}
    found: list[Candidate] = []
    while True:
        some = candidates if candidates is not None else look_up(wanted, after, size).get(sort.name, [])
        candidates = None
        allowed = set(sort.visible([key for _place, key in some], by, country)) if some else set()
        found += [each for each in some if each[1] in allowed]
        if len(some) < size or len(found) >= size:
            return found[:size]
        after = some[-1][0]


def look_up(wanted: dict[str, tuple[Step, ...]], after: Place, size: int) -> dict[str, list[Candidate]]:
    """The next candidates of each sort, `size` of each where there are so many: by step, then newest first. Cost: at most 3 queries.

    From the beginning, the second step is asked only where the first found fewer than `size`. What it found is then all that it finds: it is left out of the second
    by number. A database would have to guess how many things a word names that also stand in their texts, and guesses as if neither knew of the other.
    """
    if after != NEWEST:
        return with_keys(fetched([(name, number, each, after[1] if number == after[0] else NEWEST[1]) for name, all_steps in wanted.items()
                                  for number, each in enumerate(all_steps) if number >= after[0]], size), size)  # fmt: skip
    rows = fetched([(name, 0, each[0], NEWEST[1]) for name, each in wanted.items() if each], size)
    found = Counter(name for name, _number, _entry in rows)
    left = [(name, 1, replace(each[1], unless=()), NEWEST[1]) for name, each in wanted.items() if each and found[name] < size]
    known = {(name, entry) for name, _number, entry in rows}
    return with_keys([*rows, *(row for row in fetched(left, 2 * size) if (row[0], row[2]) not in known)], size)


def fetched(parts: Sequence[tuple[str, int, Step, int]], size: int) -> list[tuple[str, int, int]]:
    """Sort, number of the step and number of the newest `size` things of each part below a number. Cost: one query, none for no part."""
    if not parts:
        return []
    write = for_postgresql if connection.vendor == "postgresql" else for_sqlite
    values = [value for name, number, step, below in parts for value in (name, number, write(step), below, size)]
    whole = " UNION ALL ".join(f"SELECT * FROM ({PART[connection.vendor]}) AS part{number}" for number in range(len(parts)))  # noqa: S608  parts are ours
    with connection.cursor() as cursor:
        cursor.execute(whole, values)
        return [(name, number, entry) for name, number, entry in cursor.fetchall()]


def with_keys(rows: Sequence[tuple[str, int, int]], size: int) -> dict[str, list[Candidate]]:
    """The first `size` of each sort, in order, with their ids in their rooms. Cost: one query."""
    keys = dict(Entry.objects.filter(pk__in=[row[2] for row in rows]).values_list("pk", "key")) if rows else {}
    found: dict[str, list[Candidate]] = {}
    for name, number, entry in sorted(rows, key=lambda row: (row[0], row[1], -row[2])):
        if entry in keys and len(found.setdefault(name, [])) < size:
            found[name].append(((number, entry), keys[entry]))
    return found


PART = {
    "sqlite": f"SELECT %s AS sort, %s AS step, rowid AS id FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT %s",  # noqa: S608
    "postgresql": "SELECT %s AS sort, %s AS step, id FROM search_entry WHERE vector @@ %s::tsquery AND id < %s ORDER BY id DESC LIMIT %s",
}


def found_of(sort: Sort, asked: Asked, seen: Sequence[Candidate], shown: int) -> Found:
    """The first of the things seen, with their passages, as their room tells of them now."""
    first = seen[:shown]
    told = {each.key: each for each in sort.told([key for _place, key in first])}
    hits = [hit(told[key], asked) for _place, key in first if key in told]
    then = first[-1][0] if len(seen) > shown else None
    return Found(sort.name, tuple(each for each in hits if each.passages), min(len(seen), COUNTED), len(seen) > COUNTED, then)


def hit(told: Told, asked: Asked) -> Hit:
    """A thing with the passages that say why it fits."""
    return Hit(told.key, told.under, told.day, told, passages(told, asked))


def near(asked: Asked) -> dict[str, frozenset[str]]:
    """Stems of the vocabulary that are spelt nearly as one asked for. All of them: a choice could tell of others. Cost: one query."""
    stems = [stem for word in asked.words for stem in word.stems if correctable(stem)]
    sought = {variant for stem in stems for variant in variants(stem)}
    known = set(Variant.objects.filter(variant__in=sought).values_list("stem", flat=True)) if sought else set()
    return {stem: frozenset(each for each in known if each != stem and nearly(stem, each)) for stem in stems}


def words_instead(asked: Asked, wider: Asked, found: Iterable[Found]) -> tuple[str, ...]:
    """Words of the things shown that count only in the wider way."""
    met = {word for each in found for one in each.hits for word in words_met(one.told, wider) - words_met(one.told, asked)}
    return tuple(sorted(met))


@dataclass(frozen=True, slots=True)
class Checked:
    """How index and rows compare: things, those that the index lacks, tells otherwise, or should not hold."""

    things: int = 0
    missing: int = 0
    otherwise: int = 0
    gone: int = 0

    @property
    def agree(self) -> bool:
        """Whether the index says of everything what the rooms tell."""
        return not (self.missing or self.otherwise or self.gone)


def check(tell: Tell | None = None, batch: int = 200) -> Checked:
    """Compares every thing with what the index says of it; writes nothing."""
    things = missing = otherwise = 0
    for sort in sorts():
        after = ""
        while keys := sort.keys(after, batch):
            after = keys[-1]
            told = {each.key: (number_of(sort.name, each), marks_of(sort.letter, each)) for each in sort.told(keys)}
            held = {each.key: each for each in Entry.objects.filter(kind=sort.name, key__in=keys)}
            things += len(told)
            missing += sum(key not in held for key in told)
            otherwise += sum(key in held and not says(held[key].pk, held[key].marks, *wanted) for key, wanted in told.items())
            if tell:
                tell(things, things)
    gone = Entry.objects.count() - (things - missing)
    return Checked(things, missing, otherwise, gone)
