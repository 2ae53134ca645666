"""The list of visits, and the first tab of a visit: what it is and how it is prepared."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Asked, ListColumn, Reader, WorkList, begun, shown
from tirek.faces.desk.visits.forms import PaperForm, VisitFilterForm
from tirek.faces.desk.visits.frame import planned_later, visit_frame
from tirek.faces.desk.visits.words import STATES, announced_words, kind_words, language_names
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import authority, place_kind, region
from tirek.foundation.ui.formats import listed
from tirek.foundation.ui.pieces import Cell
from tirek.foundation.ui.templatetags.ui import said
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.visit_states import VISIT
from tirek.insight.reports.policies import handed_in
from tirek.records.visits import queries
from tirek.records.visits.policies import may_plan


def check_may_open(request: Reader) -> None:
    """Raises NotAllowed for those who find no visit here."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


def narrowing(request: Reader, data: QueryDict | None) -> VisitFilterForm:
    """How the list is narrowed."""
    return VisitFilterForm(data, country=request.country)


def row(one: queries.VisitLine, asked: Asked) -> list[object]:
    """A visit as a line of the list."""
    word, shape = STATES[one.state]
    return [
        Cell(said(one.place_name), reverse("desk:visit", args=[one.id])),
        kind_words(asked.country, one.kind),
        one.starts_on,
        one.ends_on,
        announced_words(one.announced),
        Cell(str(word), state=shape),
    ]


def wanted(asked: Asked) -> dict[str, Any]:
    """What the room is asked for. A file holds begun visits alone and never says why one was made: what it says may lie open somewhere."""
    return {**asked.whom, "filters": replace(asked.filters, begun=True) if asked.filed else asked.filters}


def how_many(asked: Asked) -> int:
    """How many visits the list holds."""
    return queries.visit_count(**wanted(asked))


def some(asked: Asked, start: int, size: int) -> tuple[queries.VisitLine, ...]:
    """Some visits of the list."""
    return queries.visits(**wanted(asked), order=asked.order, start=start, size=size)


VISITS = WorkList(
    "visits", "desk:visits", gettext_lazy("Visits"),
    (
        ListColumn("place", gettext_lazy("Place")), ListColumn("kind", gettext_lazy("Kind"), inside=True), ListColumn("first", gettext_lazy("First day"), order=True),
        ListColumn("last", gettext_lazy("Last day"), order=True), ListColumn("announced", gettext_lazy("Announced or not"), inside=True), ListColumn("state", gettext_lazy("State")),
    ),
    narrowing, check_may_open, how_many, some, row, sheet="visits", note=gettext_lazy("Visits that have not begun, or never will, are in no file. Of what kind a visit was, and whether it was announced, stands in no list as it is shown; it stands in the register under all columns, for head and secretariat alone."),
)  # fmt: skip


@require_safe
def visits(request: SignedRequest) -> HttpResponse:
    """Visits of the country that the person may know of, newest first unless told; filters, columns and order stand in the address. Cost: 4 queries."""
    listing = shown(request, VISITS)
    if answer := begun(request, listing):
        return answer
    context = {**listing.context(listing.part(request.GET.get("page"))), "plans": may_plan(request.actor, request.country)}
    return render(request, "desk/visits/list.html", context)


@require_safe
def visit(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """What the visit is, when, and what its delegation takes along."""
    frame = visit_frame(request, visit_id, "prepare")
    facts, part = frame["visit"], frame["part"]
    assert isinstance(facts, queries.VisitFacts) and isinstance(part, queries.PartFacts)
    code = facts.authority_code
    context = {
        **frame,
        "place_kind": place_kind(facts.country, facts.place_kind).name,
        "region": region(facts.country, facts.region).name,
        "authority": authority(facts.country, code, facts.starts_on).name if code else None,
        "languages": listed(language_names(facts.languages)),
        "papers": PaperForm(country=facts.country) if part.prepares or part.member_id else None,
        "changes": changes(facts, part),
        "beginnings": queries.beginning_notes(visit_id, by=request.actor) if facts.begun_at else (),
        "corrects_beginning": part.corrects_beginning and not handed_in(visit_id),
    }
    return render(request, "desk/visits/visit.html", context)


def changes(facts: queries.VisitFacts, part: queries.PartFacts) -> list[tuple[str, str, str]]:
    """What the person may change now: address, words, icon."""
    offered = [
        ("prepare", part.prepares, "visit-preparation", _("Say who goes along and what is spoken there"), "pencil"),
        ("set_team", part.prepares, "visit-team-edit", _("Choose the delegation"), "users"),
        ("postpone", part.prepares, "visit-days", _("Change the days"), "calendar-time"),
        ("begin", part.leads and planned_later(facts), "visit-begin", _("Begin the visit before its planned day"), "player-play"),
        ("cancel", part.prepares, "visit-cancel", _("Cancel the visit"), "ban"),
    ]
    return [
        (reverse(f"desk:{name}", args=[facts.id]), words, icon)
        for verb, may, name, words, icon in offered
        if may and VISIT.allows(facts.state, verb)
    ]
