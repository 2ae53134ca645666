"""Handing a plan in, returning it, approving it."""

from uuid import UUID

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.annual_plan_states import ANNUAL_PLAN
from tirek.insight.planning.policies import check_may_approve_plan, check_may_write_plan
from tirek.insight.planning.reach import content_of, reach_plan
from tirek.insight.planning.refusals import NothingPlanned
from tirek.records.visits.refusals import ChangedMeanwhile


def submit_plan(*, plan_id: UUID, by: Actor) -> Recorded[UUID]:
    """Hands a draft in to the head. Raises NotFound, NotAllowed, IllegalMove, NothingPlanned."""
    with record("annual-plan.submitted", by=by, subject=("annual_plan", plan_id)) as act:
        plan = reach_plan(plan_id, by)
        check_may_write_plan(by, plan.country)
        plan.state = ANNUAL_PLAN.after(plan.state, "submit")
        if not plan.targets.exists():
            raise NothingPlanned
        plan.submitted_by, plan.submitted_on = by.id, today(plan.country)
        plan.save()
        return act.of(plan.pk)


def return_plan(*, plan_id: UUID, by: Actor) -> Recorded[UUID]:
    """Gives a plan that was handed in back to be changed. Raises NotFound, NotAllowed, IllegalMove."""
    with record("annual-plan.returned", by=by, subject=("annual_plan", plan_id)) as act:
        plan = reach_plan(plan_id, by)
        check_may_write_plan(by, plan.country)
        plan.state = ANNUAL_PLAN.after(plan.state, "return_to_draft")
        plan.submitted_by, plan.submitted_on = "", None
        plan.save()
        return act.of(plan.pk)


def approve_plan(*, plan_id: UUID, by: Actor, revision: str | None = None) -> Recorded[UUID]:
    """The head approves the plan as it stands on the page. `revision`: what the head saw, None where nobody looked.

    Raises NotFound, NotAllowed, IllegalMove, ChangedMeanwhile.
    """
    with record("annual-plan.approved", by=by, subject=("annual_plan", plan_id)) as act:
        plan = reach_plan(plan_id, by)
        check_may_approve_plan(by, plan.country)
        plan.state = ANNUAL_PLAN.after(plan.state, "approve")
        if revision not in (None, content_of(plan).revision):
            raise ChangedMeanwhile
        plan.approved_by, plan.approved_on = by.id, today(plan.country)
        plan.save()
        return act.of(plan.pk)
