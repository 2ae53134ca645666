"""The recommendations of a correction: putting an issued one in other words, adding one, and what the version does with each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.recommendations.cards import Advice, advice_of, suggestion
from tirek.faces.desk.recommendations.drafts import draft_form, proposal
from tirek.faces.desk.recommendations.forms import RewordForm
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.desk.recommendations.terms import term_context
from tirek.faces.desk.reports.frame import report_facts, report_frame, title_of
from tirek.faces.desk.reports.words import CHANGED
from tirek.faces.desk.reports.working import check
from tirek.faces.desk.reports.working import form_page as report_form_page
from tirek.faces.desk.visits.frame import visit_facts
from tirek.faces.frame.answers.words import side_by_side
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.followup.recommendations import queries as recommendations
from tirek.followup.recommendations.policies import may_answer
from tirek.followup.recommendations.refusals import RecommendationChanged
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries, services
from tirek.records.visits.queries import findings

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class Printed:
    """A recommendation as the correction prints it; `change` is what the correction does with it, in words."""

    facts: recommendations.ProposalFacts
    number: str
    languages: tuple[str, ...]
    change: str
    advice: tuple[Advice, ...]

    @property
    def is_draft(self) -> bool:
        """Whether the correction adds it."""
        return self.facts.state == "draft"


@require_safe
def of_correction(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """What the correction prints, each with its way to other words; hints stand where words are new."""
    context = report_frame(request, report_id, "recommendations")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    check(facts.may.amend)
    context |= {"printed": list(printed(request, facts)), "withdraws": may_answer(request.actor, facts.country)}
    return render(request, "desk/reports/recommendations.html", context)


def printed(request: SignedRequest, facts: queries.ReportFacts) -> Iterator[Printed]:
    """The recommendations of the correction as it stands, in their order."""
    today = timezone.localdate()
    seen, found = visit_facts(request, facts.visit_id), findings(facts.visit_id, by=request.actor)
    for told, line in queries.printed_recommendations(facts.id, by=request.actor):
        advice = advice_of(told, seen, found, today) if line.change else ()
        languages = side_by_side(facts.country, told.text, told.indicator)
        yield Printed(told, line.number, languages, str(CHANGED[line.change]) if line.change else "", advice)


@read_or_write
def reword(request: SignedRequest, report_id: UUID, recommendation_id: UUID) -> HttpResponse:
    """Other words for one issued recommendation."""
    facts = report_facts(request, report_id)
    check(facts.may.amend)
    told = next((each.facts for each in printed(request, facts) if each.facts.id == recommendation_id and not each.is_draft), None)
    if told is None:
        raise NotFound
    now = {"text": told.text, "indicator": told.indicator}
    form = RewordForm(changeable(request.POST), country=request.country, initial={**now, "revision": told.revision})

    def work(asked: dict[str, Any]) -> object:
        return services.reword_recommendation(report_id=report_id, recommendation_id=recommendation_id, by=request.actor, **asked)

    if kept(request, form, work):
        messages.success(request, _("The correction prints these words. The words in force hold until it is issued."))
        return redirect("desk:report-recommendations", report_id=report_id)
    lead = _("Recommendation %(number)s. What was issued stays readable with its day; the time for the answer runs on.") % {"number": told.number}
    told_now = catch_up(form, now, told.revision, RecommendationChanged())
    title = _("Put a recommendation in other words")
    return report_form_page(request, facts, form, title=title, lead=lead, button=_("Save these words"), meanwhile=told_now)


@read_or_write
def add(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """A recommendation that the correction adds, on findings of the visit."""
    facts = report_facts(request, report_id)
    check(facts.may.amend)
    seen = visit_facts(request, facts.visit_id)
    wanted, why = suggestion(seen, request.actor, timezone.localdate())
    form = draft_form(request, seen, {"addressee": wanted, "findings": request.GET.getlist("finding")}, why)
    if kept(request, form, lambda asked: services.add_recommendation(report_id=report_id, made=proposal(asked), by=request.actor)):
        messages.success(request, _("The recommendation is added to the correction. Its time limit begins when the correction is issued."))
        return redirect("desk:report-recommendations", report_id=report_id)
    way = [
        Crumb(_("Reports"), reverse("desk:reports")),
        Crumb(title_of(facts), reverse("desk:report", args=[report_id])),
        Crumb(_("Recommendations"), reverse("desk:report-recommendations", args=[report_id])),
    ]
    said = {"title": _("Add a recommendation"), "button": _("Add it to the correction")}
    return form_page(request, "desk/recommendations/draft.html", form, way, visit=seen, **said, **term_context(seen.country))
