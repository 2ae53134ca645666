"""The living page and its drawer."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tirek.faces.portal.components import samples
from tirek.faces.portal.components.forms import SampleFilter, SampleForm


def components(request: HttpRequest) -> HttpResponse:
    """Each component in every state."""
    here = reverse("portal:components")
    columns, rows = samples.table()
    wrong = SampleForm({"name": "", "people": "-4", "text_kk": "Жарық жоқ"}, auto_id="wrong_%s")
    wrong.is_valid()
    context = {
        "here": here,
        "drawer": reverse("portal:components-drawer"),
        "states": samples.states(),
        "tabs": samples.tabs(here),
        "crumbs": samples.crumbs(here),
        "steps": samples.steps(),
        "needs": samples.needs(here),
        "needs_met": [need for need in samples.needs(here) if need.met],
        "events": samples.events(here),
        "todos": samples.todos(here),
        "week": samples.week(here),
        "axes": samples.axes(reverse("portal:components-drawer")),
        "columns": columns,
        "rows": rows,
        "jobs": samples.jobs(here),
        "text": samples.text(),
        "chart": samples.chart(),
        "form": SampleForm(),
        "wrong": wrong,
        "filter": SampleFilter(request.GET or None),
        "page": Paginator(range(240), 20).get_page(5),
        "day": date(2026, 3, 12),
        "last_day": date(2026, 3, 14),
        "moment": datetime(2026, 3, 12, 4, 5, tzinfo=UTC),
        "decimal": Decimal("12.5"),
        "share": Decimal("0.481"),
        "soon": timedelta(hours=5),
        "late": timedelta(hours=-27),
    }
    return render(request, "portal/components/index.html", context)


def drawer(request: HttpRequest) -> HttpResponse:
    """The drawer: a page of its own address with a way back."""
    return render(request, "portal/components/drawer.html", {"here": reverse("portal:components")})
