"""The catalogue: its texts, one text by its parts, one rule with the findings that name it. Nothing is counted that the reader may not read."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.citing import Rule, address_of, cited, name_of, number_of
from tirek.faces.desk.findings.views import columns as finding_columns
from tirek.faces.desk.findings.views import row as finding_row
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import FilterForm, said
from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.common import Instrument
from tirek.foundation.jurisdictions.pack import NationalInstrument, NationalStandard
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits.queries import FindingFilters, finding_count, findings_across, findings_by_standard

PAGE = 25
SUGGESTED = 12


class SearchForm(FilterForm):
    """What is looked for in the catalogue."""

    text = forms.CharField(
        label=gettext_lazy("Number or words"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}),
        help_text=gettext_lazy("For example: NMR 24, or: solitary confinement. In any of the four languages."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in a list: number, subject, its page, and how many findings that the reader may read name it."""

    number: str
    subject: Words
    href: str
    findings: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text with its rules; `anchor` is where the page leads to it."""

    name: Words | None
    anchor: str
    rules: tuple[RuleLine, ...]


def must_belong(request: SignedRequest) -> None:
    """Raises NotAllowed for whoever is not of the mechanism."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed


@require_safe
def texts(request: SignedRequest) -> HttpResponse:
    """The texts of the catalogue, or the rules that were looked for. Cost: 1 query."""
    must_belong(request)
    form = SearchForm(request.GET or None, country=request.country)
    asked = form.cleaned_data["text"] if form.is_bound and form.is_valid() else ""
    counted = findings_by_standard(by=request.actor, country=request.country)
    catalogue = packs.standards(request.country)
    found = packs.standards_asked(request.country, asked) if asked else ()
    context = {
        "form": form, "asked": asked, "understood": form.understood, "total": len(catalogue), "found": len(found),
        "columns": [Column(_("Text")), Column(_("Full name"), width="wide"), Column(_("Rules"), numeric=True), Column(_("Named in findings"), numeric=True)],
        "rows": [text_row(one, catalogue, counted) for one in packs.instruments(request.country)],
        "found_columns": [Column(_("Rule"), width="short"), Column(_("Subject"), width="wide"), Column(_("Named in findings"), numeric=True)],
        "found_rows": [[Cell(name_of(request.country, one), address_of(one)), said(one.subject), counted[one.id]] for one in found],
    }  # fmt: skip
    return render(request, "desk/standards/list.html", context)


@require_safe
def suggested(request: SignedRequest) -> JsonResponse:
    """The first rules that fit what is being typed, and how many there are. Nothing of any record is asked. Cost: no query."""
    must_belong(request)
    found = packs.standards_asked(request.country, request.GET.get("text", "")[:200])
    told = ngettext("%(count)s rule fits.", "%(count)s rules fit.", len(found)) if found else _("No rule fits.")
    shown = [{"id": one.id, "words": cited(request.country, one)} for one in found[:SUGGESTED]]
    return JsonResponse({"said": told % {"count": len(found)}, "found": shown})


def text_row(one: Instrument | NationalInstrument, catalogue: tuple[Rule, ...], counted: dict[str, int]) -> list[object]:
    """A text as a line: how many rules, and how often findings name one of them."""
    rules = [rule.id for rule in catalogue if rule.instrument == one.id]
    return [Cell(said(one.short), reverse("desk:standards-of", args=[one.id])), said(one.name), len(rules), sum(counted.get(id, 0) for id in rules)]


@require_safe
def text(request: SignedRequest, text: str) -> HttpResponse:
    """One text, part by part. Raises NotFound. Cost: 1 query."""
    must_belong(request)
    found = text_named(request.country, text)
    counted = findings_by_standard(by=request.actor, country=request.country)
    parts = [
        Part(part.name if part else None, f"part-{place}", tuple(RuleLine(number_of(one), one.subject, address_of(one), counted[one.id]) for one in rules))
        for place, (part, rules) in enumerate(packs.parts_of(request.country, text), start=1)
    ]
    context = {
        "text": found, "parts": parts, "total": sum(len(part.rules) for part in parts), "unchecked": unchecked(found), "origin": origin_of(request, found),
        "crumbs": [Crumb(_("Standards"), reverse("desk:standards")), Crumb(said(found.short))],
    }  # fmt: skip
    return render(request, "desk/standards/text.html", context)


def text_named(country: str, id: str) -> Instrument | NationalInstrument:
    """A text of the catalogue; raises NotFound."""
    for one in packs.instruments(country):
        if one.id == id:
            return one
    raise NotFound


def unchecked(one: Instrument | NationalInstrument) -> bool:
    """Whether the subjects in the reader's language wait for a native speaker."""
    return isinstance(one, Instrument) and (get_language() or "") in one.native_check


def origin_of(request: SignedRequest, one: Instrument | NationalInstrument | Rule) -> Words | None:
    """Where a piece of national law is taken from."""
    return packs.source(request.country, one.source).title if isinstance(one, NationalInstrument | NationalStandard) else None


@require_safe
def rule(request: SignedRequest, text: str, rule: str) -> HttpResponse:
    """One rule, and the findings that name it. Raises NotFound. Cost: 2 queries."""
    must_belong(request)
    found, rules = text_named(request.country, text), [one for one in packs.standards(request.country) if one.instrument == text]
    place = next((place for place, one in enumerate(rules) if one.id == rule), None)
    if place is None:
        raise NotFound
    one, filters = rules[place], FindingFilters(standard=rule)
    total = finding_count(by=request.actor, country=request.country, filters=filters)
    page = Paginator(range(total), PAGE).get_page(request.GET.get("page"))
    start = max(0, page.start_index() - 1)
    lines = findings_across(by=request.actor, country=request.country, filters=filters, start=start, size=PAGE) if total else ()
    part = packs.part_of(rule)
    context = {
        "rule": one, "text": found, "title": name_of(request.country, one), "part": part.name if part else None,
        "unchecked": unchecked(found), "origin": origin_of(request, one),
        "others": [(code, written) for code, written in one.subject.texts if code != get_language()],
        "columns": finding_columns(), "rows": [finding_row(each) for each in lines], "total": total, "page": page,
        "narrower": f"{reverse('desk:findings')}?standard={rule}",
        "before": neighbour(rules, place - 1), "after": neighbour(rules, place + 1),
        "crumbs": [Crumb(_("Standards"), reverse("desk:standards")), Crumb(said(found.short), reverse("desk:standards-of", args=[text])), Crumb(number_of(one))],
    }  # fmt: skip
    return render(request, "desk/standards/rule.html", context)


def neighbour(rules: list[Rule], place: int) -> tuple[str, str] | None:
    """The rule before or after: its number and its page."""
    return (number_of(rules[place]), address_of(rules[place])) if 0 <= place < len(rules) else None
