"""Two versions of a report set side by side: what was added, removed and changed, section by section and word by word. The choice stands in the address."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.reports.forms import ComparisonForm
from tirek.faces.desk.reports.frame import report_frame
from tirek.faces.desk.reports.words import STATES
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Column
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries


@require_safe
def compare(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The comparison; without a choice that of this version with the one before it, in the reader's language where reports have it."""
    context = report_frame(request, report_id, "compare")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    known = [each for each in facts.versions if each.state != "abandoned"]
    if len(known) < 2 or facts.state == "abandoned":
        raise NotFound
    if question := purpose_first(request, facts.visit_id):
        return question
    languages, own = report_languages(request.country)[:2], get_language() or ""
    begun = {**beginning(facts, known), "language": own if own in languages else languages[0]}
    form = ComparisonForm({**begun, **request.GET.dict()}, country=request.country, versions=[(str(each.id), named(each)) for each in known])
    context |= {"form": form, "comparison": None}
    if form.is_valid():
        chosen = form.cleaned_data
        found = queries.compared_versions(UUID(chosen["before"]), UUID(chosen["after"]), language=chosen["language"], by=request.actor, of=report_id)
        sides = dict(form.fields["before"].choices)  # type: ignore[attr-defined]
        context |= {
            "comparison": found, "whole": chosen["whole"], "language": chosen["language"], "totals": totals(found),
            "before": sides[chosen["before"]], "after": sides[chosen["after"]],
            "figure_columns": [Column(_("Figure"), width="wide"), Column(_("Before"), numeric=True), Column(_("After"), numeric=True)],
            "figure_rows": [(f"{each.noun}: {each.how}", missing(each.before), missing(each.after)) for each in found.figures],
        }  # fmt: skip
    return render(request, "desk/reports/compare.html", context)


def beginning(facts: queries.ReportFacts, known: list[queries.VersionFacts]) -> dict[str, str]:
    """Which two versions are compared at first: this one with the one before it; the first with the one after it."""
    earlier = [each for each in known if each.version < facts.version]
    if earlier:
        return {"before": str(earlier[0].id), "after": str(facts.id)}
    return {"before": str(facts.id), "after": str(known[-2].id)}


def named(version: queries.VersionFacts) -> str:
    """A version as it is chosen."""
    told = {"version": version.version, "state": STATES[version.state][0], "day": day(version.issued_on) if version.issued_on else ""}
    if version.issued_on:
        return _("Version %(version)s, issued on %(day)s") % told
    return _("Version %(version)s: %(state)s") % told


def totals(found: object) -> list[tuple[str, int]]:
    """How many things were added, removed, changed, in words."""
    words = {"added": pgettext("comparison", "added"), "removed": pgettext("comparison", "removed"), "changed": pgettext("comparison", "changed")}
    return [(word, found.counts[kind]) for kind, word in words.items() if found.counts[kind]]  # type: ignore[attr-defined]


def missing(value: int | None) -> int | str:
    """The value, or a dash where a version has none."""
    return "—" if value is None else value
