"""Plan and deed: what each year planned and what was done, why visits were not made, and how many have a report and an answer."""


from decimal import Decimal

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tirek.faces.desk.plan.calendars import month_of
from tirek.faces.desk.plan.frame import tabs
from tirek.faces.desk.visits.words import kind_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.formats import number, percent, span
from tirek.foundation.ui.pieces import Cell, Column
from tirek.ground.rules.plan_and_deed import YearDeeds
from tirek.insight.planning.queries import deeds
from tirek.records.visits.queries import NotMade, not_made, not_made_count

PAGE = 50
SHOWN = 10
"""How many years the picture shows."""
ENDINGS = {
    "dropped": gettext_lazy("dropped from the plan"),
    "cancelled": gettext_lazy("the visit was cancelled"),
    "missed": gettext_lazy("the days went by"),
}


@require_safe
def deed(request: SignedRequest, year: int) -> HttpResponse:
    """All years in numbers, and of one year the visits that were not made. Cost: 8 queries at most."""
    actor, country, today = request.actor, request.country, timezone.localdate()
    month_of(year, 1)
    every = deeds(by=actor, country=country, today=today)
    total = not_made_count(by=actor, country=country, year=year, today=today)
    page = Paginator(range(total), PAGE).get_page(request.GET.get("page"))
    found = not_made(by=actor, country=country, year=year, today=today, start=max(0, page.start_index() - 1), size=PAGE) if total else ()
    context = {
        "tabs": tabs(request, "deed", year),
        "year": year,
        "picture": picture_of(every[:SHOWN]) if every else None,
        "columns": columns(),
        "rows": [row(one) for one in every],
        "share_columns": share_columns(),
        "share_rows": [share_row(one) for one in every],
        "reason_columns": [Column(_("Place"), width="wide"), Column(_("Kind")), Column(_("Planned for")), Column(_("What became of it")), Column(_("Reason"), width="wide")],
        "reason_rows": [reason_row(one, country) for one in found],
        "page": page,
        "total": total,
    }
    return render(request, "desk/plan/deed.html", context)


def columns() -> list[Column]:
    """The columns of the years."""
    words = [_("In the plan"), _("Visit begun"), _("Still ahead"), _("Not made"), _("Begun in the year"), _("Of them outside the plan")]
    return [Column(_("Year")), *(Column(word, numeric=True) for word in words)]


def row(one: YearDeeds) -> list[object]:
    """A year; what was not made leads to its reasons."""
    href = f"{reverse('desk:plan-deed', args=[one.year])}#not-made"
    return [str(one.year), one.planned, one.begun, one.ahead, Cell(one.not_made, href) if one.not_made else 0, one.visits, one.outside]


def share_columns() -> list[Column]:
    """The columns of the shares."""
    words = [_("Entries whose visit has begun"), _("Visits with a report"), _("Visits with an answer")]
    return [Column(_("Year")), *(Column(word, numeric=True) for word in words)]


def share_row(one: YearDeeds) -> list[object]:
    """The shares of a year, each with what it is a share of."""
    return [
        str(one.year),
        told(one.made_share, one.begun, one.begun + one.not_made),
        told(one.report_share, one.reported, one.visits),
        told(one.answer_share, one.answered, one.advised),
    ]


def told(share: Decimal | None, part: int, whole: int) -> str:
    """A share with its denominator."""
    return "—" if share is None else _("%(percent)s (%(part)s of %(whole)s)") % {"percent": percent(share), "part": number(part), "whole": number(whole)}


def reason_row(one: NotMade, country: str) -> list[object]:
    """An entry whose visit was not made."""
    place = Cell(said(one.place_name), reverse("desk:plan-entry", args=[one.id]))
    return [place, kind_words(country, one.kind), span(one.first_day, one.last_day), str(ENDINGS[one.ending]), one.reason or _("no reason was given")]


def picture_of(years: tuple[YearDeeds, ...]) -> Picture:
    """The years as bars beside each other: what was planned, what of it was begun, what was begun outside the plan."""
    planned, begun, outside = _("in the plan"), _("of it begun"), _("begun outside the plan")
    ordered = sorted(years, key=lambda one: one.year)
    values = [{"year": str(one.year), "what": what, "n": n} for one in ordered for what, n in ((planned, one.planned), (begun, one.begun), (outside, one.outside))]
    spec = {
        "data": {"values": values},
        "mark": {"type": "bar"},
        "height": 140,
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None},
            "xOffset": {"field": "what", "sort": None},
            "y": {"field": "n", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1, "format": "d"}},
            "color": {"field": "what", "type": "nominal", "title": None, "sort": None},
        },
    }
    last = ordered[-1]
    words = {"first": ordered[0].year, "last": last.year, "planned": number(last.planned), "begun": number(last.begun), "outside": number(last.outside)}
    return draw(
        spec,
        title=_("Planned and begun, by year"),
        alt=_("Bars by year from %(first)s to %(last)s. In %(last)s: %(planned)s in the plan, %(begun)s of it begun, %(outside)s begun outside the plan.") % words,
        columns=[Column(_("Year")), *(Column(word, numeric=True) for word in (planned, begun, outside))],
        rows=[[str(one.year), one.planned, one.begun, one.outside] for one in ordered],
    )


