"""The plan of the present year in Lumeria: written by the secretariat, approved by the head and amended once; and days on which a member is away."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.annual_plan import Line, Target
from tirek.insight.planning import queries, services
from tirek.project.demonstration.telling import COUNTRY, Telling
from tirek.registers.mandate.services import enter_absence
from tirek.registers.places.queries import open_places

COST = Decimal("180000.00")
"""What one visit costs, in the money of Lumeria."""
LINES = (Line("Устный перевод и жестовый язык", Decimal("420000.00")), Line("Обучение новых участников", Decimal("650000.00")))
NOTES = "Каждое место — один раз в год. Сначала те, где срок прошёл."
REASON = "Добавлено одно посещение: по итогам весны нужно вернуться раньше срока."


def tell_plan(telling: Telling) -> None:
    """The plan from its first line to its amendment, all of it or nothing; one that stands stays as it is."""
    targets = targets_of(telling)
    if not targets or queries.annual_plan(by=SYSTEM, country=COUNTRY, year=telling.today.year):
        return
    office, head = telling.actor("secretary"), telling.actor("head")
    with transaction.atomic():
        plan = services.begin_plan(country=COUNTRY, year=telling.today.year, by=office, targets=targets).value
        services.write_plan(plan_id=plan, targets=targets, lines=LINES, notes=NOTES, by=office)
        services.submit_plan(plan_id=plan, by=office)
        services.approve_plan(plan_id=plan, by=head)
        more = (replace(targets[0], visits=targets[0].visits + 1, cost=targets[0].cost + COST), *targets[1:])
        services.write_plan(plan_id=plan, targets=more, lines=LINES, notes=NOTES, reason=REASON, by=head)
        if telling.members:
            first = telling.day(20)
            enter_absence(member_id=max(telling.members.items())[1], since=first, until=first + timedelta(days=4), by=office)


def targets_of(telling: Telling) -> tuple[Target, ...]:
    """One visit to each place that works, by kind and region; a prison takes two days."""
    asked = Counter((each.kind, each.region) for each in open_places(by=SYSTEM, country=COUNTRY, on=telling.today))
    return tuple(
        Target(kind, region, number, days=2 if kind == "prison" else 1, travel_days=1, cost=COST * number) for (kind, region), number in sorted(asked.items())
    )
