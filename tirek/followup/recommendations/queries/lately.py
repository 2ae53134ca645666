"""What happened lately to issued recommendations. Of drafts and corrections nothing is told here: fewer may know of them."""

from datetime import date

from tirek.followup.recommendations.models import Recommendation
from tirek.foundation.ledger.queries import Happened, acts
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor

VERBS = frozenset({"recommendation.answered", "recommendation.verified", "recommendation.withdraw", "recommendation.due-moved", "recommendation.handed-over"})


def recommendations_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on issued recommendations on these days, newest first; who did them for the office and those who visit. Cost: 2 queries."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=VERBS) if each.noun == "recommendation"]
    seen = Recommendation.objects.issued_visible_to(by, country).filter(pk__in={each.key for each in found})
    numbers = {str(key): number for key, number in seen.order_by().values_list("pk", "number")}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(numbers[each.key], named=named or each.actor == by.id) for each in found if each.key in numbers)
