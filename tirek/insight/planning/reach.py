"""Reaching a plan: the row if the actor may know of it, else NotFound. Services and queries both stand on this."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.planning.contents import Content
from tirek.insight.planning.models import AnnualPlan


def reach_plan(plan_id: UUID, by: Actor) -> AnnualPlan:
    """The locked plan, for whoever changes it; raises NotFound."""
    row = AnnualPlan.objects.select_for_update(no_key=True).filter(pk=plan_id).first()
    if row is None or not AnnualPlan.objects.visible_to(by, row.country).filter(pk=plan_id).exists():
        raise NotFound
    return row


def content_of(row: AnnualPlan) -> Content:
    """What the plan holds now. Cost: 2 queries, none where the rows were fetched together."""
    targets = sorted((each.value for each in row.targets.all()), key=lambda each: each.cell)
    return Content(tuple(targets), tuple(each.value for each in row.lines.all()), row.notes)
