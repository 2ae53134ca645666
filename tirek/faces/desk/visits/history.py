"""The tab of history: what happened to the visit from the plan on, by whom, and who read its findings from outside and why."""

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tirek.faces.desk.visits.frame import visit_frame
from tirek.faces.desk.visits.words import KEPT_IN, PAPERS, PURPOSES, VERBS
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import local_day, moment, zone_note
from tirek.foundation.ui.pieces import Column, Event
from tirek.records.visits import queries
from tirek.records.visits.policies import sees_people


@require_safe
def history(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """The time line of the visit."""
    frame = visit_frame(request, visit_id, "history")
    facts, part = frame["visit"], frame["part"]
    assert isinstance(facts, queries.VisitFacts) and isinstance(part, queries.PartFacts)
    lines = [each for each in queries.history(visit_id, by=request.actor) if each.verb in VERBS]
    names = names_of(each.actor for each in lines) if sees_people(facts.country, part.member_id, request.actor) else {}
    return render(request, "desk/visits/history.html", {**frame, "events": events_of(lines, names), "zone": zone_note()})


@require_safe
def kept(request: SignedRequest, visit_id: UUID) -> HttpResponse:
    """Passages of the visit's texts that could name somebody and stay, each with its reason, for those who write the record."""
    frame = visit_frame(request, visit_id, "history")
    found = queries.kept_passages(visit_id, by=request.actor)
    names = names_of(each.decided_by for each in found)
    rows = [kept_row(each, names) for each in found]
    return render(request, "desk/visits/kept.html", {**frame, "needs": (), "columns": kept_columns(), "rows": rows, "zone": zone_note()})


def kept_columns() -> list[Column]:
    """The columns of passages that stay."""
    return [Column(_("In which text")), Column(_("Why it stays"), width="wide"), Column(_("By whom")), Column(_("Its digest"), width="short")]


def kept_row(each: queries.KeptFacts, names: dict[str, str]) -> list[object]:
    """A passage that could name somebody and stays, as a line; the passage itself is not kept, the beginning of its digest stands for it."""
    who = ", ".join(filter(None, [names.get(each.decided_by, ""), moment(each.decided_at)]))
    return [str(KEPT_IN[each.noun]), each.reason, who, each.digest[:8]]


def events_of(lines: list[queries.HistoryLine], names: dict[str, str]) -> list[Event]:
    """What happened; the same act of the same person several times in a row and a day is told once, with its number."""
    found = []
    for (verb, actor, day, purpose), group in groupby(lines, key=lambda one: (one.verb, one.actor, local_day(one.at), one.purpose)):
        same = list(group)
        told = [str(PURPOSES.get(purpose) or PAPERS.get(purpose) or ""), names.get(actor, ""), times(same)]
        found.append(Event(str(VERBS[verb]), day, " · ".join(filter(None, told)), icon=icon_of(verb)))
    return found


def times(same: list[queries.HistoryLine]) -> str:
    """When it happened: the moment, or how often that day."""
    if len(same) == 1:
        return moment(same[0].at).rpartition(", ")[2]
    return ngettext("%(count)s time", "%(count)s times", len(same)) % {"count": len(same)}


def icon_of(verb: str) -> str:
    """A sign for the kind of act."""
    signs = {"visit.read": "eye", "visit.exported": "printer", "visit.begun": "player-play", "visit.ended": "check", "visit.cancelled": "ban", "visit.reported": "file-text"}
    return signs.get(verb, "pencil" if verb.startswith("finding.") else "circle-dot")
