"""What happened lately to the plan. Of an entry that is not announced nothing is told before its visit begins, not even to those who made it."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.visit_states import BEGUN
from tirek.records.visits.models import PlanEntry, Visit
from tirek.records.visits.policies import sees_people

VERBS = told_lately("visit.planned", "visit.plan-changed", "visit.approved", "visit.dropped")


def plan_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on entries of the plan that the reader may know of and that are announced, or whose visit has begun; newest first. Cost: 2 queries.

    Every act on an entry is under a veil until its visit begins, also on an announced one, which is no secret.
    """
    found = [each for each in acts(country=country, since=since, until=until, verbs=VERBS, veiled=True) if each.noun == "plan_entry"]
    begun = Exists(Visit.objects.filter(plan_entry=OuterRef("pk"), state__in=BEGUN))
    seen = PlanEntry.objects.visible_to(by, country).filter(Q(announced=True) | begun, pk__in={each.key for each in found})
    names = {str(key): name for key, name in seen.order_by().values_list("pk", "place__name")}
    named = sees_people(country, None, by)
    return tuple(each.of(names[each.key], named=named or each.actor == by.id) for each in found if each.key in names)
