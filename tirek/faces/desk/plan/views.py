"""The plan by month, and an entry's page. Entries of visits that are not announced show to their organisers alone."""

from itertools import groupby
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.clashing import warnings
from tirek.faces.desk.plan.forms import UNAPPROVABLE, PlanFilterForm
from tirek.faces.desk.plan.frame import check_may_look, tabs
from tirek.faces.desk.plan.year import coverage_of, picture_of
from tirek.faces.desk.visits.words import PLAN_STATES, announced_words, kind_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.plan_states import PLAN
from tirek.ground.rules.refusals import NotFound
from tirek.records.visits import queries
from tirek.records.visits.policies import may_approve, may_plan

PAGE = 50
WAITING = ("proposed", "approved")


@require_safe
def plan(request: SignedRequest) -> HttpResponse:
    """Entries of a year by month, a page at a time; the filters stand in the address. Cost: 7 queries for the office, 5 for others."""
    actor, country = request.actor, request.country
    check_may_look(actor, country)
    form = PlanFilterForm(request.GET or None, country=country)
    asked, year = form.filters, form.chosen_year
    total = queries.entry_count(by=actor, country=country, filters=asked) if form.understood else 0
    page = Paginator(range(total), PAGE).get_page(request.GET.get("page"))
    found = queries.entries(by=actor, country=country, filters=asked, start=max(0, page.start_index() - 1), size=PAGE) if total else ()
    by_month = groupby(found, key=lambda one: day(max(one.first_day, asked.first or one.first_day), "month"))
    context = {
        "tabs": tabs(request, "entries", year),
        "form": form,
        "columns": columns(),
        "months": [(month, [row(one, country) for one in some]) for month, some in by_month],
        "total": total,
        "page": page,
        "narrowed": form.narrowed,
        "year": year,
        "picture": picture_of(year, actor, country) if not form.narrowed and page.number == 1 else None,
        "coverage": coverage_of(year, actor, country, timezone.localdate()),
        "plans": may_plan(actor, country),
    }
    return render(request, "desk/plan/list.html", context)


def columns() -> list[Column]:
    """The columns of each month, as wide in one as in another."""
    days = [Column(word, width="short") for word in (_("First day"), _("Last day"))]
    return [Column(_("Place"), width="wide"), Column(_("Kind")), *days, Column(_("Announced or not")), Column(_("State"))]


def row(one: queries.EntryFacts, country: str) -> list[object]:
    """An entry as a line."""
    word, shape = PLAN_STATES[one.state]
    return [
        Cell(said(one.place_name), reverse("desk:plan-entry", args=[one.id])),
        kind_words(country, one.kind),
        one.first_day,
        one.last_day,
        announced_words(one.announced),
        Cell(str(word), state=shape),
    ]


def entry_facts(request: SignedRequest, entry_id: UUID) -> queries.EntryFacts:
    """The entry, of the country that is chosen; raises NotFound."""
    facts = queries.plan_entry(entry_id, by=request.actor)
    if facts.country != request.country:
        raise NotFound
    return facts


@require_safe
def entry(request: SignedRequest, entry_id: UUID) -> HttpResponse:
    """What is planned, and what can be done with it now."""
    facts = entry_facts(request, entry_id)
    word, shape = PLAN_STATES[facts.state]
    context = {
        "entry": facts,
        "state_word": str(word),
        "state_kind": shape,
        "kind_words": kind_words(request.country, facts.kind),
        "announced_words": announced_words(facts.announced),
        "organisers": sorted(names_of(facts.organisers).values(), key=str.casefold),
        "crumbs": [Crumb(_("Plan"), reverse("desk:plan")), Crumb(said(facts.place_name))],
        "may": may_of(request, facts),
        "warnings": warnings(request.actor, request.country, facts.first_day, facts.last_day, about=str(entry_id)) if facts.state in WAITING else [],
        "unapprovable": "" if facts.state != "proposed" or queries.approvable(facts.announced, facts.organisers, facts.country) else _(UNAPPROVABLE),
    }
    return render(request, "desk/plan/entry.html", context)


def may_of(request: SignedRequest, facts: queries.EntryFacts) -> dict[str, bool]:
    """What this person may do with the entry in its state."""
    plans, approves = may_plan(request.actor, request.country), may_approve(request.actor, request.country)
    who = {"change": plans, "approve": approves, "drop": plans, "open_visit": plans}
    return {verb: may and PLAN.allows(facts.state, verb) for verb, may in who.items()}
