"""Keeping how many issued recommendations were answered and verified in each year, stand at each outcome, and are open by place, within the act that changed it.

Those that are open are told of visits whose report is issued: who may know of these visits knows of all of them, or is told otherwise (`open_by_region`). It must not know who asks, nor any page.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from tirek.followup.recommendations.models import Answer, CountedVisit, Recommendation, RecommendationTotal, Verification
from tirek.foundation.ledger.acts import whole_of
from tirek.foundation.ledger.following import Touched
from tirek.foundation.ledger.totals import Adds, Parts, bring_totals_up

ANSWERED, VERIFIED, OPEN, OUTCOMES = "answers", "verifications", "open", "outcomes"
"""The series: of years, twice, of places by their id, and of what was verified of recommendations in force."""
RATE_YEAR, RATE_THEME, RATE_BODY, RATE_PLACE = "rate-year", "rate-theme", "rate-body", "rate-place"
"""Recommendations in force by word and verification together, within the year of the issue, the theme, whoever answers, and the visited place (`rate_key`)."""
STILL_OPEN = ("not_verified", "partially_implemented", "not_implemented")
"""What the mechanism verified of a recommendation, or did not, where something is still to be done."""
VISIT = Recommendation._meta.get_field("visit").related_model._meta.label
"""What followers are told of a visit."""
MANY = 500


def keep_totals(touched: Touched) -> None:
    """Counts anew the visits that an act touched, or recommendations of theirs. Cost: nothing for other acts; else 3 queries, 6 more where there are any."""
    ids = {UUID(each) for label in (VISIT, whole_of(Recommendation)) for each in touched.get(label, ())}
    told = {UUID(each) for model in (Answer, Verification) for each in touched.get(whole_of(model), ())}
    told -= {UUID(each) for each in touched.get(Recommendation._meta.label, ())}  # of these the visit is known
    if told:
        ids |= set(Recommendation.objects.filter(pk__in=told).values_list("visit_id", flat=True))
    ordered = sorted(ids)
    for start in range(0, len(ordered), MANY):
        part = ordered[start : start + MANY]
        bring_totals_up(CountedVisit, RecommendationTotal, part, adds_of(part))


def adds_of(ids: Iterable[UUID]) -> dict[UUID, Adds]:
    """What these visits add; nothing where nothing was issued."""
    columns = (
        "pk",
        "country",
        "state",
        "verification",
        "visit_id",
        "visit__state",
        "visit__place_id",
        "word",
        "issued_on",
        "theme",
        "addressee",
        "passed_to",
    )
    rows = list(Recommendation.objects.issued().filter(visit__in=list(ids)).order_by().values_list(*columns))
    years = {series: years_of(model, column, [row[0] for row in rows]) for series, model, column in (
        (ANSWERED, Answer, "received_on"), (VERIFIED, Verification, "verified_on"),
    )} if rows else {}  # fmt: skip
    adds: dict[UUID, Adds] = {}
    for key, country, state, verification, visit, visit_state, place, word, issued_on, theme, addressee, passed_to in rows:
        parts = adds.setdefault(visit, (country, {}))[1]
        for series, found in years.items():
            for year in found[key]:
                one_more(parts, series, str(year))
        if state == "issued":
            one_more(parts, OUTCOMES, verification)
            groups = {
                RATE_YEAR: str(issued_on.year) if issued_on else "",
                RATE_THEME: theme,
                RATE_BODY: passed_to or addressee,
                RATE_PLACE: str(place) if visit_state == "reported" else None,
            }
            for series, group in groups.items():
                if group is not None:
                    one_more(parts, series, rate_key(group, word, verification))
            if verification in STILL_OPEN and visit_state == "reported":
                one_more(parts, OPEN, str(place))
    return {visit: (country, parts) for visit, (country, parts) in adds.items() if parts}


def rate_key(group: str, word: str, verification: str) -> str:
    """The key of a total of rates."""
    return f"{group}|{word}|{verification}"


def of_rates(key: str) -> tuple[str, str, str]:
    """Group, word and verification of such a key."""
    group, word, verification = key.split("|")
    return group, word, verification


def one_more(parts: Parts, series: str, key: str) -> None:
    """Counts one under a key."""
    keys = parts.setdefault(series, {})
    keys[key] = keys.get(key, 0) + 1


def years_of(model: type[Answer] | type[Verification], column: str, ids: list[UUID]) -> defaultdict[UUID, set[int]]:
    """The years in which each of the recommendations was answered, or verified."""
    found: defaultdict[UUID, set[int]] = defaultdict(set)
    for key, on in model._default_manager.filter(recommendation__in=ids).order_by().values_list("recommendation_id", column):
        found[key].add(on.year)
    return found
