"""Plan and deed by year: the rooms' counts put together."""

from datetime import date

from tirek.followup.recommendations.queries import answered_by_year
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.plan_and_deed import YearDeeds
from tirek.insight.planning.models import AnnualPlan
from tirek.insight.planning.policies import check_may_plan
from tirek.records.visits.queries import entry_counts, visit_counts


def deeds(*, by: Actor, country: str, today: date) -> tuple[YearDeeds, ...]:
    """Every year with an entry or a visit, the newest first. Raises NotAllowed. Cost: 4 queries, whatever the number of years."""
    check_may_plan(by, country)
    plans = AnnualPlan.objects.visible_to(by, country).exclude(approved_on=None)
    approved = dict(plans.values_list("year", "approved_on"))
    entries = entry_counts(by=by, country=country, today=today)
    visits = visit_counts(by=by, country=country, approved={year: day for year, day in approved.items() if day})
    advised = answered_by_year(by=by, country=country)
    years = sorted(entries.keys() | visits.keys(), reverse=True)
    return tuple(
        YearDeeds(year, **entries.get(year, {}), **visits.get(year, {}), advised=advised.get(year, (0, 0))[0], answered=advised.get(year, (0, 0))[1])
        for year in years
    )  # fmt: skip
