"""What happened lately to sources, for those who see them."""

from datetime import date

from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.insight.claims.models import Source

VERBS = told_lately("source.added", "source.read")


def sources_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on sources on these days, newest first; who did them for the office and those who visit. Cost: 2 queries."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=VERBS) if each.noun == "source"]
    seen = Source.objects.visible_to(by, country).filter(pk__in={each.key for each in found})
    names = {str(key): name for key, name in seen.order_by().values_list("pk", "title")}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(names[each.key], named=named or each.actor == by.id) for each in found if each.key in names)
