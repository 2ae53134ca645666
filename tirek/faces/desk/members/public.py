"""The list of members for the public: how many in which role, and nothing of any person. One page is on the desk, one open to everybody."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.members.views import check_may_open
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import countries, country_name, is_invented, role_titles, today
from tirek.foundation.ui.formats import listed
from tirek.foundation.ui.pieces import Column, Crumb
from tirek.registers.mandate import queries


@require_safe
def on_the_desk(request: SignedRequest) -> HttpResponse:
    """The list as everybody sees it, for those who send and those who go."""
    check_may_open(request)
    crumbs = [Crumb(_("Members"), reverse("desk:members")), Crumb(_("List for the public"))]
    return render(request, "desk/members/public.html", {**shown(request.country), "crumbs": crumbs})


@require_safe
def of_which_country(request: HttpRequest) -> HttpResponse:
    """The choice of a country whose list is open to everybody."""
    return render(request, "desk/members/countries.html", {"countries": [(code, country_name(code)) for code in open_countries()]})


def open_countries() -> list[str]:
    """Countries that have the list; an invented one in a demonstration alone."""
    return [code for code in countries() if settings.TIREK_DEMO or not is_invented(code)]


@require_safe
def for_everybody(request: HttpRequest, country: str) -> HttpResponse:
    """The same without sign-in or cookie."""
    if country not in open_countries():
        raise Http404
    return render(request, "desk/members/everybody.html", shown(country))


def shown(country: str) -> dict[str, object]:
    """The table, its day and its country."""
    titles = role_titles(country)
    rows = [[sentence(listed([said(titles[role]) for role in group.roles])), group.count] for group in queries.public_list(country)]
    return {
        "columns": [Column(_("Role")), Column(_("Number of people"), numeric=True)],
        "rows": rows,
        "today": today(country),
        "country": country,
        "country_name": country_name(country),
        "invented": is_invented(country),
    }


def sentence(words: str) -> str:
    """The words with a capital first letter; packs write titles of roles small."""
    return words[:1].upper() + words[1:]
