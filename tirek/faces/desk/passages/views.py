"""All passages that could name somebody and stay by decision, by sort of text: those of the texts that the reader may read, each with its reason
and the way to the text. The passages themselves are not kept.
"""

from itertools import chain

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.passages.words import SORTS
from tirek.faces.frame.context import SignedRequest
from tirek.followup.recommendations.queries import kept_in_recommendations
from tirek.foundation.people.queries import kept_in_rights, names_of
from tirek.foundation.ui.formats import moment, zone_note
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.open_texts import KeptText
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.claims.queries import kept_in_decisions
from tirek.insight.indicators.queries import kept_in_indicators
from tirek.insight.planning.queries import kept_in_plans
from tirek.insight.publications.queries.kept import kept_in_publications
from tirek.insight.reports.queries import kept_in_reports
from tirek.records.visits.queries import kept_in_visits
from tirek.registers.mandate.queries import kept_in_members
from tirek.registers.places.queries import kept_in_places

ROOMS = (
    kept_in_visits, kept_in_recommendations, kept_in_reports, kept_in_places, kept_in_members, kept_in_decisions, kept_in_indicators, kept_in_publications,
    kept_in_rights, kept_in_plans,
)  # fmt: skip
PAGE = 100


@require_safe
def passages(request: SignedRequest) -> HttpResponse:
    """The whole list, the sorts in their order, in each the newest first. Cost: one question a room."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    found = list(chain.from_iterable(room(by=request.actor, country=request.country) for room in ROOMS))
    place = {sort: number for number, sort in enumerate(SORTS)}
    found.sort(key=lambda one: (place[one.sort], -one.decided_at.timestamp()))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    names = names_of(one.decided_by for one in page)
    context = {"columns": columns(), "rows": [row(one, names) for one in page], "page": page, "total": len(found), "zone": zone_note()}
    return render(request, "desk/passages/list.html", context)


def columns() -> list[Column]:
    """The columns of the list."""
    return [Column(_("In which text")), Column(_("Why it stays"), width="wide"), Column(_("By whom")), Column(_("Its digest"), width="short")]


def row(one: KeptText, names: dict[str, str]) -> list[object]:
    """A passage as a line; the beginning of its digest stands for it, where there is one."""
    words, page = SORTS[one.sort]
    who = ", ".join(filter(None, [names.get(one.decided_by, ""), moment(one.decided_at)]))
    return [Cell(str(words), reverse(page, args=one.page.split("/") if one.page else [])), one.reason, who, one.digest[:8]]
