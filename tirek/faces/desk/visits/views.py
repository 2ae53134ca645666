"""The list of visits, and the first tab of a visit: what it is and how it is prepared."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.context import DeskRequest
from tirek.faces.desk.visits.forms import VisitFilterForm
from tirek.faces.desk.visits.frame import visit_frame
from tirek.faces.desk.visits.words import STATES, announced_words, kind_words
from tirek.foundation.ui.pieces import Cell, Column
from tirek.foundation.ui.templatetags.ui import said
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed
from tirek.records.visits import queries
from tirek.records.visits.policies import may_plan

PAGE = 50


@require_safe
def visits(request: DeskRequest) -> HttpResponse:
    """Visits of the country that the person may know of, newest first; the filters stand in the address."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    form = VisitFilterForm(request.GET or None, country=request.country)
    found = queries.visits(by=request.actor, country=request.country, filters=form.filters)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "columns": [Column(word) for word in (_("Place"), _("Kind"), _("First day"), _("Last day"), _("Announced or not"), _("State"))],
        "rows": [row(one, request.country) for one in page],
        "page": page,
        "total": len(found),
        "narrowed": form.filters != queries.VisitFilters(),
        "plans": may_plan(request.actor, request.country),
    }
    return render(request, "desk/visits/list.html", context)


def row(one: queries.VisitLine, country: str) -> list[object]:
    """A visit as a line of the list."""
    word, shape = STATES[one.state]
    return [
        Cell(said(one.place_name), reverse("desk:visit", args=[one.id])),
        kind_words(country, one.kind),
        one.starts_on,
        one.ends_on,
        announced_words(one.announced),
        Cell(str(word), state=shape),
    ]


@require_safe
def visit(request: DeskRequest, visit_id: UUID) -> HttpResponse:
    """What the visit is, when, and what its delegation takes along."""
    return render(request, "desk/visits/visit.html", visit_frame(request, visit_id, "prepare"))
