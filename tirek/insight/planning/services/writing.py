"""Beginning a plan and writing it: as a draft freely, after its approval as an amendment with a reason."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import place_kinds, regions, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.annual_plan import ANYWHERE, Line, Target
from tirek.ground.rules.annual_plan_states import ANNUAL_PLAN
from tirek.ground.rules.visit_days import planned_until
from tirek.insight.planning.contents import Content, content
from tirek.insight.planning.models import Amendment, AnnualPlan, BudgetLine, PlanTarget
from tirek.insight.planning.policies import check_may_approve_plan, check_may_write_plan
from tirek.insight.planning.reach import content_of, reach_plan
from tirek.insight.planning.refusals import NothingAmended, PlanThere, TargetTwice, YearOutOfReach
from tirek.records.visits.refusals import ChangedMeanwhile, ReasonNeeded, UnknownCode
from tirek.registers.places.services.keeping import keep_passages

FIRST_YEAR = 2000


def begin_plan(*, country: str, year: int, by: Actor, targets: Iterable[Target] = ()) -> Recorded[UUID]:
    """Begins the plan of a year, with targets if some are proposed. Raises NotAllowed, YearOutOfReach, PlanThere, TargetTwice, UnknownCode."""
    check_may_write_plan(by, country)
    last = planned_until(today(country)).year
    if not FIRST_YEAR <= year <= last:
        raise YearOutOfReach(first=str(FIRST_YEAR), last=str(last))
    plan = AnnualPlan(country=country, year=year, begun_by=by.id)
    with record("annual-plan.begun", by=by, subject=("annual_plan", plan.pk)) as act:
        if AnnualPlan.objects.filter(country=country, year=year).exists():
            raise PlanThere(year=str(year))
        plan.save()
        put(plan, checked(country, content(targets, (), "")))
        return act.of(plan.pk)


def write_plan(
    *, plan_id: UUID, targets: Iterable[Target], by: Actor, lines: Iterable[Line] = (), notes: str = "", reason: str = "", names_nobody: str = "",
    revision: str | None = None,
) -> Recorded[UUID]:  # fmt: skip
    """Makes the plan hold exactly this. An approved one is amended: by the head, with a reason, and what it held before is kept.

    `names_nobody`: why passages of the texts stay that could name somebody; `revision`: what the writer saw, None where nobody looked.
    Raises NotFound, NotAllowed, IllegalMove, ChangedMeanwhile, TargetTwice, UnknownCode, ReasonNeeded, NothingAmended, PassagesUndecided.
    """
    with record("annual-plan.written", by=by, subject=("annual_plan", plan_id)) as act:
        plan = reach_plan(plan_id, by)
        amends = plan.state == "approved"
        (check_may_approve_plan if amends else check_may_write_plan)(by, plan.country)
        plan.state = ANNUAL_PLAN.after(plan.state, "amend" if amends else "write")
        held = content_of(plan)
        if revision not in (None, held.revision):
            raise ChangedMeanwhile
        new = checked(plan.country, content(targets, lines, notes))
        told = (new.notes, *(each.what for each in new.lines), *([reason] if amends else []))
        keep_passages(about=plan.pk, country=plan.country, texts=told, because=names_nobody, by=by)
        if amends:
            act.verb = "annual-plan.amended"
            amend(plan, held, new, reason.strip(), by)
        put(plan, new)
        return act.of(plan.pk)


def amend(plan: AnnualPlan, held: Content, new: Content, reason: str, by: Actor) -> None:
    """Keeps what an approved plan held and what it holds from now on. Raises ReasonNeeded, NothingAmended."""
    if held == new:
        raise NothingAmended
    if not reason:
        raise ReasonNeeded
    Amendment(
        country=plan.country, plan=plan, number=plan.amendments.count() + 1, reason=reason, decided_by=by.id, decided_at=timezone.now(),
        before=held.as_json(), after=new.as_json(),
    ).save()  # fmt: skip


def checked(country: str, new: Content) -> Content:
    """The content; raises TargetTwice, UnknownCode."""
    cells = [each.cell for each in new.targets]
    if len(set(cells)) != len(cells):
        raise TargetTwice
    kinds, areas = {each.code for each in place_kinds(country)}, {ANYWHERE, *(each.code for each in regions(country))}
    strange = {kind for kind, _area in cells} - kinds | {area for _kind, area in cells} - areas
    if strange:
        raise UnknownCode(what=strange.pop())
    return new


def put(plan: AnnualPlan, new: Content) -> None:
    """Writes what changed: rows that stay as they were are not touched."""
    held = {each.value.cell: each for each in plan.targets.all()}
    wanted = {each.cell: each for each in new.targets}
    for cell, row in held.items():
        if cell not in wanted:
            row.delete()
    for cell, each in wanted.items():
        row = held.get(cell) or PlanTarget(country=plan.country, plan=plan, place_kind=each.place_kind, region=each.region)
        if cell not in held or row.value != each:
            row.visits, row.days, row.travel_days, row.cost = each.visits, each.days, each.travel_days, each.cost
            row.save()
    put_lines(plan, new.lines)
    if plan.notes != new.notes:
        plan.notes = new.notes
    plan.save()


def put_lines(plan: AnnualPlan, wanted: tuple[Line, ...]) -> None:
    """The lines of the budget, each at its place."""
    held = list(plan.lines.all())
    for row in held[len(wanted) :]:
        row.delete()
    for position, each in enumerate(wanted, start=1):
        row = held[position - 1] if position <= len(held) else BudgetLine(country=plan.country, plan=plan, position=position)
        if row.position != position or position > len(held) or row.value != each:
            row.position, row.what, row.amount = position, each.what, each.amount
            row.save()
