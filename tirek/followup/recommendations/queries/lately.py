"""What happened lately to recommendations: to issued ones, and to drafts for those who may see their visit. Of what a correction adds nothing is told: fewer may know of it."""

from datetime import date

from tirek.followup.recommendations.models import Recommendation
from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.records.visits.queries import VisitFilters, visits

VERBS = told_lately("recommendation.answered", "recommendation.verified", "recommendation.withdraw", "recommendation.due-moved", "recommendation.handed-over")

OF_DRAFTS = told_lately("recommendation.drafted", "recommendation.edited", "recommendation.translated")


def recommendations_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on issued recommendations on these days, newest first; who did them for the office and those who visit. Cost: 2 queries."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=VERBS) if each.noun == "recommendation"]
    seen = Recommendation.objects.issued_visible_to(by, country).filter(pk__in={each.key for each in found})
    numbers = {str(key): number for key, number in seen.order_by().values_list("pk", "number")}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(numbers[each.key], named=named or each.actor == by.id) for each in found if each.key in numbers)


def drafts_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on drafts of a visit's first report, under the name of the place, for those who may see the visit; newest first. Cost: 2 queries, 2 more where there are some."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=OF_DRAFTS) if each.noun == "recommendation"]
    rows = Recommendation.objects.filter(pk__in={each.key for each in found}, country=country, state="draft", report_version=1).order_by()
    drafts = {str(key): visit for key, visit in rows.values_list("pk", "visit_id")}
    places = {each.id: each.place_name for each in visits(by=by, country=country, filters=VisitFilters(ids=frozenset(drafts.values())))} if drafts else {}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(places[drafts[each.key]], named=named or each.actor == by.id) for each in found if drafts.get(each.key) in places)
