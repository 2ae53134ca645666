"""How much of what was recommended is carried out, as intervals, by what it is asked: in all, by year of the issue, theme, authority, region, kind of place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count

from tirek.followup.recommendations.models import Recommendation, RecommendationQuerySet
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.foundation.ledger.days import cut
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.rates import Rate, rate
from tirek.records.visits.queries import known_within
from tirek.registers.places.queries import known_places

DIMENSIONS = ("year", "theme", "authority", "region", "place_kind")
Counted = Mapping[str, Mapping[tuple[str, str], int]]


def rates(*, by: Actor, country: str, dimension: str, today: date, since: date | None = None, until: date | None = None) -> tuple[tuple[str, Rate], ...]:
    """The rate of each group, in the order of its code; those in force that were issued in these days. An authority is whoever stands in the addressee's place today.

    By region and kind of place those alone count after visits that the reader may know of. Cost: 1 query of an index, 2 by authority, 3 by place.
    """
    found = in_force(by, country, since, until)
    return tuple((group, rate(counts)) for group, counts in sorted(gathered(grouped(found, by, country, dimension, today)).items()))


def in_force(by: Actor, country: str, since: date | None, until: date | None) -> RecommendationQuerySet:
    """Those in force that were issued in these days."""
    found = Recommendation.objects.issued_visible_to(by, country).filter(state="issued").order_by()
    return found.filter(**{column: day for column, day in (("issued_on__gte", since), ("issued_on__lte", until)) if day})


def grouped(found: RecommendationQuerySet, by: Actor, country: str, dimension: str, today: date) -> Iterable[tuple[Any, ...]]:
    """Group, word, verification and how many; a group may come several times."""
    if dimension == "year":
        return found.annotate(group=cut("issued_on", yearly=True)).values_list("group", "word", "verification").annotate(number=Count("*"))
    if dimension == "theme":
        return found.values_list("theme", "word", "verification").annotate(number=Count("*"))
    if dimension == "authority":
        told = found.values_list("addressee", "word", "verification").annotate(number=Count("*"))
        return ((successor_on(country, code, today), *rest) for code, *rest in [*told, *passed_on(found)])
    groups = groups_of_visits(by, country, dimension)
    told = found.filter(visit__in=known_within(by=by, country=country)).values_list("visit", "word", "verification").annotate(number=Count("*"))
    return ((groups.get(visit, ""), *rest) for visit, *rest in told)


def passed_on(found: RecommendationQuerySet) -> Iterable[tuple[Any, ...]]:
    """What was passed on counts for whoever took it over and not for its addressee. They are few and have an index of their own, so that the others are counted without their texts."""
    for before, after, word, verification, number in found.exclude(passed_to="").values_list("addressee", "passed_to", "word", "verification").annotate(number=Count("*")):
        yield before, word, verification, -number
        yield after, word, verification, number


def groups_of_visits(by: Actor, country: str, dimension: str) -> dict[object, str]:
    """The region, or the kind of place as it is today, of each visit that the reader may know of. Cost: 2 queries."""
    places = {each.id: each.region if dimension == "region" else each.kind for each in known_places(by=by, country=country)}
    known = known_within(by=by, country=country).values_list("pk", "place_id")
    return {visit: places.get(place, "") for visit, place in known}


def gathered(rows: Iterable[tuple[Any, ...]]) -> Counted:
    """Counts by group, then by word and verification."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for group, word, verification, count in rows:
        found[group][word, verification] += count
    return found


def rate_of_all(*, by: Actor, country: str, since: date | None = None, until: date | None = None) -> Rate:
    """The rate of all in force that were issued in these days. Cost: 1 query of an index."""
    found = in_force(by, country, since, until)
    return rate({(word, verification): count for word, verification, count in found.values_list("word", "verification").annotate(number=Count("*"))})
