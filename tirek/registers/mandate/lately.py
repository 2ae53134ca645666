"""What happened lately to members' records, for those who see the register; of conflicts and days away nothing is told: fewer may know of them."""

from datetime import date

from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import Actor
from tirek.registers.mandate.models import Member

VERBS = told_lately("member.entered", "member.corrected", "member.renewed", "member.term-ended", "member.sworn", "member.certified")


def members_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on members' records on these days, newest first. Cost: 2 queries."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=VERBS) if each.noun == "member"]
    seen = Member.objects.visible_to(by, country).filter(pk__in={each.key for each in found})
    names = {str(key): name for key, name in seen.order_by().values_list("pk", "name")}
    return tuple(each.of(names[each.key], named=True) for each in found if each.key in names)
