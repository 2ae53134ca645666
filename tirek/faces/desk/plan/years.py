"""The plan of a year: its summary, and the way from its draft over the hand-in to the approval; and the sheet that is signed on paper."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.plan.entering import moved
from tirek.faces.desk.plan.frame import tabs
from tirek.faces.desk.plan.words import ANNUAL_STATES, in_words_order, money, place_kind_words, region_words
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.ledger.services import Recorded
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.annual_plan import NOTHING, Row, Summary, Target
from tirek.ground.rules.annual_plan_states import ANNUAL_PLAN
from tirek.ground.rules.refusals import NotFound
from tirek.insight.planning import queries, services
from tirek.insight.planning.policies import check_may_plan, may_approve_plan, may_write_plan

YEARS = range(2000, 2101)


@require_safe
def year(request: SignedRequest, year: int) -> HttpResponse:
    """The year by kind and region: targets, entries, visits, days, money. Cost: 7 queries."""
    return render(request, "desk/plan/year.html", {**told(request, year), "tabs": tabs(request, "year", year)})


@require_safe
def sheet(request: SignedRequest, year: int) -> HttpResponse:
    """The same as a sheet for signature: what is approved, without what changes from day to day."""
    found = told(request, year)
    if found["plan"] is None:
        raise NotFound
    return render(request, "desk/plan/sheet.html", {**found, "printed": timezone.localdate()})


def told(request: SignedRequest, year: int) -> dict[str, object]:
    """What both pages tell of a year. Raises NotAllowed, NotFound."""
    actor, country = request.actor, request.country
    check_may_plan(actor, country)
    if year not in YEARS:
        raise NotFound
    plan = queries.annual_plan(by=actor, country=country, year=year)
    summary = queries.year_summary(by=actor, country=country, year=year, plan=plan)
    people = names_of({plan.approved_by, *(each.decided_by for each in plan.amendments)} - {""}) if plan else {}
    word, shape = ANNUAL_STATES[plan.state] if plan else ("", "waiting")
    return {
        "year": year,
        "plan": plan,
        "summary": summary,
        "state_word": str(word),
        "state_kind": shape,
        "columns": columns(),
        "rows": [row(one, country, year) for one in in_words_order(summary.rows, country) if one.target is not None],
        "outside_columns": outside_columns(),
        "outside": [outside(one, country, year) for one in in_words_order(summary.rows, country) if one.target is None],
        "figures": figures(summary, country),
        "money": money(country, summary.money),
        "line_columns": [Column(_("What for"), width="wide"), Column(_("Amount"), numeric=True)],
        "line_rows": [[each.what, money(country, each.amount)] for each in (plan.content.lines if plan else ())],
        "approver": people.get(plan.approved_by, "") if plan else "",
        "amendments": [{**amendment(each, country), "name": people.get(each.decided_by, "")} for each in (plan.amendments if plan else ())],
        "may": may_of(request, plan),
        "target_columns": target_columns(),
        "target_rows": [target_row(each, country) for each in in_words_order(plan.content.targets if plan else (), country)],
    }


def may_of(request: SignedRequest, plan: queries.PlanFacts | None) -> dict[str, bool]:
    """What this person may do with the plan in its state."""
    writes, approves = may_write_plan(request.actor, request.country), may_approve_plan(request.actor, request.country)
    if plan is None:
        return {"begin": writes}
    who = {"write": writes, "submit": writes, "return_to_draft": writes, "approve": approves, "amend": approves}
    return {verb: may and ANNUAL_PLAN.allows(plan.state, verb) for verb, may in who.items()}


def columns() -> list[Column]:
    """The columns of the summary."""
    numbers = [_("Target"), _("In the plan"), _("Done"), _("Left"), _("Days there"), _("Days of travel"), _("Money")]
    return [Column(_("Kind of place")), Column(_("Region")), *(Column(word, numeric=True) for word in numbers)]


def row(one: Row, country: str, year: int) -> list[object]:
    """A target beside what is planned and done."""
    return [*named(one, country), one.target, planned(one, year), one.done, one.left, one.days, one.travel_days, money(country, one.cost)]


def outside_columns() -> list[Column]:
    """The columns of what lies outside the targets."""
    return [Column(_("Kind of place")), Column(_("Region")), *(Column(word, numeric=True) for word in (_("In the plan"), _("Done")))]


def outside(one: Row, country: str, year: int) -> list[object]:
    """What is planned and done of a kind and region without a target."""
    return [*named(one, country), planned(one, year), one.done]


def named(one: Row, country: str) -> list[object]:
    """Kind and region in words."""
    return [place_kind_words(country).get(one.place_kind, one.place_kind), region_words(country).get(one.region, one.region)]


def planned(one: Row, year: int) -> object:
    """The number of entries, which leads to them."""
    asked: dict[str, str | int] = {"year": year, "place_kind": one.place_kind, **({"region": one.region} if one.region else {})}
    return Cell(one.planned, f"{reverse('desk:plan')}?{urlencode(asked)}") if one.planned else 0


def figures(summary: Summary, country: str) -> list[tuple[str, str]]:
    """The whole year in a few figures: the figure and its label."""
    return [
        (number(summary.target), _("visits to be made")),
        (number(summary.planned), _("entries in the plan")),
        (number(summary.done), _("visits begun")),
        (number(summary.left), _("left of the targets")),
        (number(summary.days + summary.travel_days), _("days, of them %(travel)s of travel") % {"travel": number(summary.travel_days)}),
        (money(country, summary.money), _("money")),
    ]


def target_columns() -> list[Column]:
    """The columns of what is approved."""
    numbers = [_("Visits"), _("Days there, each"), _("Days of travel, each"), _("Money for all")]
    return [Column(_("Kind of place")), Column(_("Region")), *(Column(word, numeric=True) for word in numbers)]


def target_row(one: Target, country: str) -> list[object]:
    """A target as a line."""
    kind, region = place_kind_words(country).get(one.place_kind, one.place_kind), region_words(country).get(one.region, one.region)
    return [kind, region, one.visits, one.days, one.travel_days, money(country, one.cost)]


def amendment(one: queries.AmendmentFacts, country: str) -> dict[str, object]:
    """An amendment: what it changed, in words."""
    kinds, areas = place_kind_words(country), region_words(country)
    lines = []
    for change in one.changes:
        meant = change.after or change.before
        assert meant is not None
        named = {"kind": kinds.get(meant.place_kind, meant.place_kind), "region": areas.get(meant.region, meant.region)}
        lines.append(_("%(kind)s, %(region)s: %(before)s → %(after)s") % {**named, "before": target_words(change.before, country), "after": target_words(change.after, country)})
    if one.money_changed:
        before, after = (sum((each.amount for each in content.lines), NOTHING) for content in (one.before, one.after))
        lines.append(_("lines of the budget: %(before)s → %(after)s") % {"before": money(country, before), "after": money(country, after)})
    if one.before.notes != one.after.notes:
        lines.append(_("the notes were written anew"))
    return {"facts": one, "lines": lines}


def target_words(one: Target | None, country: str) -> str:
    """A target in words."""
    if one is None:
        return _("no target")
    told = {"visits": number(one.visits), "days": number(one.days), "travel": number(one.travel_days), "money": money(country, one.cost)}
    return _("%(visits)s × (%(days)s + %(travel)s days of travel), %(money)s") % told


def plan_of(request: SignedRequest, year: int) -> queries.PlanFacts:
    """The plan of the year; raises NotFound, NotAllowed."""
    check_may_plan(request.actor, request.country)
    plan = queries.annual_plan(by=request.actor, country=request.country, year=year)
    if plan is None:
        raise NotFound
    return plan


@require_POST
def begin(request: SignedRequest, year: int) -> HttpResponse:
    """Begins the plan: empty, or with one visit for each place whose legal interval ends within the year."""
    check_may_plan(request.actor, request.country)
    today, country = timezone.localdate(), request.country
    asked = queries.proposed_targets(by=request.actor, country=country, year=year, today=today) if request.POST.get("proposed") else ()
    made = moved(request, lambda: services.begin_plan(country=country, year=year, by=request.actor, targets=asked), _("The plan is begun."))
    return redirect("desk:plan-write" if made else "desk:plan-year", year=year)


def moving(request: SignedRequest, year: int, verb: Callable[..., Recorded[UUID]], words: str, **told: object) -> HttpResponse:
    """One step of the plan."""
    plan = plan_of(request, year)
    moved(request, lambda: verb(plan_id=plan.id, by=request.actor, **told), words)
    return redirect("desk:plan-year", year=year)


@require_POST
def submit(request: SignedRequest, year: int) -> HttpResponse:
    """Hands the plan in to the head."""
    return moving(request, year, services.submit_plan, _("The plan is handed in. The head approves it or gives it back."))


@require_POST
def give_back(request: SignedRequest, year: int) -> HttpResponse:
    """Gives the plan back to be changed."""
    return moving(request, year, services.return_plan, _("The plan is a draft again."))


@require_POST
def approve(request: SignedRequest, year: int) -> HttpResponse:
    """Approves what the head's page showed."""
    return moving(request, year, services.approve_plan, _("The plan is approved."), revision=request.POST.get("revision", ""))
