"""A country's published reports, and one of them: the same text as its PDF, with what stands beside it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tirek.faces.portal.countries import country_or_404
from tirek.faces.portal.replies.showing import beside
from tirek.faces.portal.versions import listed_versions
from tirek.faces.portal.withheld import gone
from tirek.foundation.jurisdictions.queries import country_name
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Tab
from tirek.ground.rules.refusals import NotFound
from tirek.insight.publications.queries import ReportEdition, published_reports, report_edition, reports_in_order
from tirek.insight.publications.refusals import EditionWithheld

CHANGES = {"correction": _("the report was corrected")}
"""Why an edition differs from the one before."""
PAGE = 25
"""Reports on a page of the list."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an edition: what it is, and its address."""

    label: str
    address: str


@require_safe
def reports(request: HttpRequest, country: str) -> HttpResponse:
    """Every published report of the country, the latest first, in pages."""
    country_or_404(country)
    page = Paginator(reports_in_order(country), PAGE).get_page(request.GET.get("page"))
    shown = {"country": country, "country_name": country_name(country), "reports": published_reports(page), "page": page}
    return render(request, "portal/reports/index.html", shown)


def found(country: str, key: str, version: int | None = None) -> ReportEdition:
    """The edition asked for, of a country that has public pages; anything else does not exist. Raises EditionWithheld."""
    country_or_404(country)
    try:
        return report_edition(country, key, version)
    except EditionWithheld:
        raise
    except NotFound:
        raise Http404 from None


@require_safe
def report(request: HttpRequest, country: str, key: str, version: int | None = None) -> HttpResponse:
    """One report; the languages stand in the address."""
    try:
        edition = found(country, key, version)
    except EditionWithheld as withheld:
        return gone(request, withheld, "report", country, key)
    languages = chosen(request.GET.get("in", ""), edition.languages) or edition.languages[:2]
    shown = {
        "country": country, "country_name": country_name(country), "edition": edition, "page": edition.page(languages), "ways": ways(languages, edition.languages),
        "files": files(country, edition, languages), "voices": beside("report", country, key),
        "versions": listed_versions(edition.versions, CHANGES, "report-edition", country, key),
    }  # fmt: skip
    return render(request, "portal/reports/report.html", shown)


def chosen(asked: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The languages asked for, one or two of the report's; empty where it has another or none."""
    wanted = tuple(asked.split("-"))
    return wanted if len(wanted) in (1, 2) and len(set(wanted)) == len(wanted) and set(wanted) <= set(known) else ()


def ways(languages: tuple[str, ...], known: tuple[str, ...]) -> list[Tab]:
    """The ways to read: two languages side by side, or one."""
    sets = [known[:2], *((code,) for code in known)] if len(known) > 1 else [known]
    return [Tab(" · ".join(LANGUAGE_NAMES[code] for code in group), f"?in={'-'.join(group)}", group == languages) for group in sets]


def files(country: str, edition: ReportEdition, languages: tuple[str, ...]) -> list[File]:
    """The files of the edition in the languages that are read."""
    number = edition.version.number
    named = (("PDF", "-".join(languages), "pdf"), ("DOCX", "-".join(languages), "docx"), ("JSON", "all", "json"))
    return [File(label, reverse("portal:report-file", args=[country, edition.key, number, text, form])) for label, text, form in named]
