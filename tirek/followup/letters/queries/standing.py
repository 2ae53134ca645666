"""How many letters of the register wait for somebody: for the office's tasks. It names none of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from tirek.followup.letters.codes import IN, OUT
from tirek.followup.letters.models import Item, Letter
from tirek.followup.letters.policies import may_register
from tirek.followup.letters.queries.unconfirmed import newest_late
from tirek.ground.rules.actors import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """Letters of transmittal whose confirmation is overdue, as the register's filter of that name lists them, and letters that came in with answers nobody has read out."""

    unconfirmed: int
    unread: int


def standing(*, by: Actor, country: str, today: date) -> Standing:
    """For the office; nothing waits for anybody else. Cost: one query."""
    if not may_register(by, country):
        return Standing(0, 0)
    late = Q(direction=OUT, kind="transmittal", acknowledged_on=None, moved_on__lte=newest_late(country, today) or date.min)
    items = Item.objects.filter(letter=OuterRef("pk")).order_by()
    open_ones = Q(direction=IN, kind="answer") & (Q(Exists(items.filter(answer=None))) | ~Q(Exists(items)))
    told = Letter.objects.standing(country).order_by().aggregate(unconfirmed=Count("pk", filter=late), unread=Count("pk", filter=open_ones))
    return Standing(**told)
