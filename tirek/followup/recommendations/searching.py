"""What the search is told of recommendations: the wording in force. Issued ones the mechanism's people of the country see, drafts those who may see the visit.

Of the place nothing is told: it may be known to fewer than the recommendation.
"""

from collections.abc import Callable, Collection, Iterable

from tirek.followup.recommendations.models import Recommendation, Wording
from tirek.followup.recommendations.reach import reads_corrections
from tirek.followup.recommendations.wordings import in_force
from tirek.foundation.search.sorts import Said, Sort, Told, said_in
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.records.visits.queries import VisitFilters, visits
from tirek.records.visits.searching import CONCERNED, told_of_visits
from tirek.records.visits.searching import audiences as of_visits


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each recommendation but dropped drafts. Cost: 2 queries, 3 more where there are drafts."""
    rows = list(Recommendation.objects.filter(pk__in=keys).exclude(state="dropped").prefetch_related("wordings"))
    drafts = told_of_visits({row.visit_id for row in rows if row.state == "draft"})
    for row in rows:
        held = in_force(row)
        said = (Said("number", row.number, names=True), *said_in("recommendation", held.text), *said_in("indicator", held.indicator))
        if row.state == "draft":
            visit = drafts[row.visit_id]
            yield Told(str(row.pk), said, visit.audience, visit.first_day, str(row.visit_id))
        else:
            yield Told(str(row.pk), said, (f"mechanism.{row.country}",), row.issued_on)


def keys(after: str, size: int) -> list[str]:
    """Recommendations in order of their ids."""
    rows = Recommendation.objects.filter(pk__gt=after) if after else Recommendation.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The mechanism's own, and whoever may know of a visit."""
    return (*((f"mechanism.{country}",) if by.has(*MECHANISM, country=country) else ()), *of_visits(by, country))


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the recommendations that the actor sees. Cost: 2 queries, one more where there are drafts; more for a visit in correction."""
    issued = {str(key) for key in Recommendation.objects.issued_visible_to(by, country).filter(pk__in=keys).order_by().values_list("pk", flat=True)}
    drafts = list(Recommendation.objects.filter(pk__in=set(keys) - issued, country=country, state="draft").order_by())
    if not drafts:
        return issued
    known = {each.id for each in visits(by=by, country=country, filters=VisitFilters(ids=frozenset(row.visit_id for row in drafts)))}
    return issued | {str(row.pk) for row in drafts if row.visit_id in known and (row.report_version == 1 or reads_corrections(row.visit_id, by))}


def drafts_of(rows: Callable[[list[str]], Iterable[object]]) -> Callable[[list[str]], Iterable[object]]:
    """The drafts of the visits concerned."""
    return lambda touched: Recommendation.objects.filter(visit__in=list(rows(touched)), state="draft").order_by().values_list("pk", flat=True)


RECOMMENDATIONS = Sort(
    "recommendation", "r", told, keys, audiences, visible,
    {
        "recommendations.Recommendation": lambda rows: rows,
        "recommendations.Wording": lambda rows: Wording.objects.filter(pk__in=rows).values_list("recommendation_id", flat=True),
        **{label: drafts_of(rows) for label, rows in CONCERNED.items()},
    },
)  # fmt: skip
