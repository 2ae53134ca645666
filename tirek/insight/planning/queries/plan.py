"""The plan of a year as facts, and its summary beside what is planned and done."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.annual_plan import Change, Summary, Target, changes, summed
from tirek.insight.planning.contents import Content
from tirek.insight.planning.models import Amendment, AnnualPlan
from tirek.insight.planning.policies import check_may_plan
from tirek.insight.planning.reach import content_of
from tirek.records.visits.queries import begun_cells, planned_cells, standings

EMPTY = Content()


@dataclass(frozen=True, slots=True)
class AmendmentFacts:
    """A change of an approved plan. `decided_by` is an account id."""

    number: int
    reason: str
    decided_by: str
    decided_at: datetime
    before: Content
    after: Content

    @property
    def changes(self) -> tuple[Change, ...]:
        """The targets that differ."""
        return changes(self.before.targets, self.after.targets)

    @property
    def money_changed(self) -> bool:
        """Whether the lines of the budget differ."""
        return self.before.lines != self.after.lines


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The plan of a year; persons are account ids."""

    id: UUID
    country: str
    year: int
    state: str
    content: Content
    begun_by: str
    submitted_by: str
    submitted_on: date | None
    approved_by: str
    approved_on: date | None
    amendments: tuple[AmendmentFacts, ...] = ()

    @property
    def revision(self) -> str:
        """The sign of its content: whoever began from another is told."""
        return self.content.revision


def annual_plan(*, by: Actor, country: str, year: int) -> PlanFacts | None:
    """The plan of the year; None where it is not begun, or where the reader is none of those who plan. Cost: 4 queries."""
    found = AnnualPlan.objects.visible_to(by, country).filter(year=year).prefetch_related("targets", "lines", "amendments")
    row = found.first()
    return facts(row) if row else None


def facts(row: AnnualPlan) -> PlanFacts:
    """A plan as frozen values."""
    return PlanFacts(
        row.pk, row.country, row.year, row.state, content_of(row), row.begun_by, row.submitted_by, row.submitted_on, row.approved_by, row.approved_on,
        tuple(amendment_facts(each) for each in row.amendments.all()),
    )  # fmt: skip


def amendment_facts(row: Amendment) -> AmendmentFacts:
    """An amendment as frozen values."""
    return AmendmentFacts(row.number, row.reason, row.decided_by, row.decided_at, Content.of_json(row.before), Content.of_json(row.after))


def plan_years(*, by: Actor, country: str) -> tuple[int, ...]:
    """Years that have a plan, the newest first. Cost: one query."""
    return tuple(AnnualPlan.objects.visible_to(by, country).values_list("year", flat=True))


def year_summary(*, by: Actor, country: str, year: int, plan: PlanFacts | None) -> Summary:
    """Targets beside entries of the plan, as the reader may know of them, and begun visits. Raises NotAllowed. Cost: 2 queries."""
    check_may_plan(by, country)
    held = plan.content if plan else EMPTY
    return summed(held.targets, held.lines, planned_cells(by=by, country=country, year=year), begun_cells(country=country, year=year))


def proposed_targets(*, by: Actor, country: str, year: int, today: date) -> tuple[Target, ...]:
    """One visit for each place whose legal interval ends until the year does, by kind and region: what the law asks, for a beginning. Cost: 2 queries."""
    end = date(year, 12, 31)
    asked = Counter((one.place.kind, one.place.region) for one in standings(by=by, country=country, today=today) if one.due and one.due.due_on <= end)
    return tuple(Target(kind, region, number) for (kind, region), number in sorted(asked.items()))
