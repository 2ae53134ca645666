"""How much of what was recommended is carried out, as intervals, by what it is asked: in all, by year of the issue, theme, authority, region, kind of place.

It puts no body before another, and must not know how a rate is shown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from tirek.followup.recommendations.models import Recommendation, RecommendationQuerySet, RecommendationTotal, sees_issued
from tirek.followup.recommendations.totalling import RATE_BODY, RATE_PLACE, RATE_THEME, RATE_YEAR, of_rates
from tirek.foundation.jurisdictions.queries import successor_on
from tirek.foundation.ledger.days import cut
from tirek.foundation.ledger.totals import totals_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.rates import Rate, rate
from tirek.records.visits.queries import known_within, knows_all_reported
from tirek.registers.places.queries import known_places

DIMENSIONS = ("year", "theme", "authority", "region", "place_kind")
SERIES = {"year": RATE_YEAR, "theme": RATE_THEME, "authority": RATE_BODY}
Counted = Mapping[str, Mapping[tuple[str, str], int]]


def rates(
    *, by: Actor, country: str, dimension: str, today: date, since: date | None = None, until: date | None = None
) -> tuple[tuple[str, Rate], ...]:
    """The rate of each group, in the order of its code; those in force that were issued in these days. An authority is whoever stands in the addressee's place today.

    By region and kind of place those alone count after visits that the reader may know of. Whole years by year, and all days together, are read of totals.
    Cost: 1 query, 2 by authority in days, 3 by place, 4 for whoever knows of all reports.
    """
    if dimension in ("region", "place_kind"):
        rows = by_place(by, country, dimension, since, until)
    elif (dimension == "year" and not in_whole_years(since, until)) or (dimension != "year" and (since or until)):
        rows = grouped(in_force(by, country, since, until), dimension)
    else:
        rows = told(by, country, SERIES[dimension], since, until)
    if dimension == "authority":
        rows = ((successor_on(country, code, today), *rest) for code, *rest in rows)
    return tuple((group, rate(counts)) for group, counts in sorted(gathered(rows).items()))


def in_whole_years(since: date | None, until: date | None) -> bool:
    """Whether these days are years from the first to the last day, or open."""
    return (since is None or (since.month, since.day) == (1, 1)) and (until is None or (until.month, until.day) == (12, 31))


def told(by: Actor, country: str, series: str, since: date | None = None, until: date | None = None) -> Iterable[tuple[Any, ...]]:
    """What the totals tell: group, word, verification and how many. Days are whole years, and narrow years alone. Cost: 1 query."""
    if not sees_issued(by, country):
        return ()
    rows = ((*of_rates(key), number) for key, number in totals_of(RecommendationTotal, country, series).items())
    if not (since or until):
        return rows
    return (each for each in rows if each[0] and (since is None or since.year <= int(each[0])) and (until is None or int(each[0]) <= until.year))


def in_force(by: Actor, country: str, since: date | None, until: date | None) -> RecommendationQuerySet:
    """Those in force that were issued in these days."""
    found = Recommendation.objects.issued_visible_to(by, country).filter(state="issued").order_by()
    return found.filter(**{column: day for column, day in (("issued_on__gte", since), ("issued_on__lte", until)) if day})


def grouped(found: RecommendationQuerySet, dimension: str) -> Iterable[tuple[Any, ...]]:
    """Group, word, verification and how many, counted; a group may come several times."""
    if dimension == "year":
        return found.annotate(group=cut("issued_on", yearly=True)).values_list("group", "word", "verification").annotate(number=Count("*"))
    if dimension == "theme":
        return found.values_list("theme", "word", "verification").annotate(number=Count("*"))
    return [*found.values_list("addressee", "word", "verification").annotate(number=Count("*")), *passed_on(found)]


def passed_on(found: RecommendationQuerySet) -> Iterable[tuple[Any, ...]]:
    """What was passed on counts for whoever took it over and not for its addressee. They are few and have an index of their own, so that the others are counted without their texts."""
    for before, after, word, verification, number in (
        found.exclude(passed_to="").values_list("addressee", "passed_to", "word", "verification").annotate(number=Count("*"))
    ):
        yield before, word, verification, -number
        yield after, word, verification, number


def by_place(by: Actor, country: str, dimension: str, since: date | None, until: date | None) -> Iterable[tuple[Any, ...]]:
    """The same by the region, or the kind, of the visited place as it is today. Who knows of all reports is told of these by the totals, and only what is left is counted. Cost: 3 queries, or 4."""
    groups = {each.id: each.region if dimension == "region" else each.kind for each in known_places(by=by, country=country)}
    whole = not (since or until) and knows_all_reported(by=by, country=country)
    for place, *rest in told(by, country, RATE_PLACE) if whole else ():
        yield groups.get(UUID(place), ""), *rest
    left = known_within(by=by, country=country, unreported=whole)
    visits = dict(left.values_list("pk", "place_id"))
    found = (
        in_force(by, country, since, until).filter(visit__in=left).values_list("visit", "word", "verification").annotate(number=Count("*"))
    )
    for visit, *rest in found if visits else ():
        yield groups.get(visits[visit], ""), *rest


def gathered(rows: Iterable[tuple[Any, ...]]) -> Counted:
    """Counts by group, then by word and verification; a group of which nothing is left is none."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for group, word, verification, count in rows:
        found[group][word, verification] += count
    return {group: counts for group, counts in found.items() if any(counts.values())}


def rate_of_all(*, by: Actor, country: str, since: date | None = None, until: date | None = None) -> Rate:
    """The rate of all in force that were issued in these days. Cost: 1 query, of the totals where the days are whole years, else of an index."""
    if in_whole_years(since, until):
        rows = told(by, country, RATE_YEAR, since, until)
    else:
        rows = (("", *each) for each in in_force(by, country, since, until).values_list("word", "verification").annotate(number=Count("*")))
    return rate(gathered(("", *rest) for _group, *rest in rows).get("", {}))
