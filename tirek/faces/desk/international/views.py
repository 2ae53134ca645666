"""Missions and reviews, one of them, a report, and the thread of a recommendation over years."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tirek.faces.desk.bearing import cited
from tirek.faces.desk.international import words
from tirek.faces.desk.international.held import told_of
from tirek.faces.desk.international.telling import told_parts
from tirek.faces.frame.answers.words import body_words, head_of
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.international import queries
from tirek.followup.international.policies import may_enter, may_link, may_name_readers
from tirek.foundation.ui.pieces import Cell, Column, Crumb
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.international_report_states import DatedStep, possible
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.bundles.policies import makes_bundles
from tirek.insight.publications.policies import may_publish


def reached_review(request: SignedRequest, review_id: UUID) -> queries.ReviewFacts:
    """The mission or review, of the chosen country; raises NotFound."""
    found = queries.review(review_id, by=request.actor)
    if found.country != request.country:
        raise NotFound
    return found


def reached_report(request: SignedRequest, report_id: UUID) -> queries.ReportFacts:
    """The report, of the chosen country; raises NotFound."""
    found = queries.report(report_id, by=request.actor)
    if found.country != request.country:
        raise NotFound
    return found


def crumbs(*more: Crumb) -> list[Crumb]:
    """The way to a page of this noun."""
    return [Crumb(_("International bodies"), reverse("desk:international")), *more]


def crumb_of(report: queries.ReportFacts) -> Crumb:
    """A report as a step of the way."""
    return Crumb(words.named(report), reverse("desk:international-report", args=[report.id]))


@require_safe
def reviews(request: SignedRequest) -> HttpResponse:
    """Missions and reviews, newest first, with their reports."""
    if not request.actor.has(*MECHANISM, country=request.country):
        raise NotAllowed
    found = queries.reviews(by=request.actor, country=request.country)
    labels = [_("Mission or review"), _("Body"), _("When"), pgettext("mission", "Report"), _("Who may read it"), _("Recommendations")]
    context = {
        "columns": [Column(each, numeric=each == labels[-1]) for each in labels],
        "rows": [row for one in found for row in rows_of(one)],
        "may_enter": may_enter(request.actor, request.country),
        "keeps_contacts": queries.has_contacts(by=request.actor, country=request.country),
        "may_publish": may_publish(request.actor, request.country),
        "makes_bundles": makes_bundles(request.actor, request.country),
    }
    return render(request, "desk/international/list.html", context)


def rows_of(review: queries.ReviewFacts) -> list[list[object]]:
    """A mission as lines of the list: one a report, or one without."""
    first = [Cell(said(review.name), reverse("desk:international-review", args=[review.id])), said(review.body), words.when(review)]
    if not review.reports:
        return [[*first, None, None, None]]
    return [
        [*first, Cell(words.named(each), reverse("desk:international-report", args=[each.id])), Cell(str(words.STATES[each.state][0]), state=words.STATES[each.state][1]), each.count]
        for each in review.reports
    ]


@require_safe
def review(request: SignedRequest, review_id: UUID) -> HttpResponse:
    """One mission or review with its reports."""
    facts = reached_review(request, review_id)
    context = {
        "review": facts,
        "when": words.when(facts),
        "procedure": words.PROCEDURES[facts.procedure],
        "reports": [(each, words.named(each), words.STATES[each.state], words.events_of(each)) for each in facts.reports],
        "may_enter": may_enter(request.actor, facts.country),
        "mendable": may_enter(request.actor, facts.country) and not facts.sourced,
        "mended": told_of(request, [facts.id]).get(facts.id, []),
        "crumbs": crumbs(Crumb(said(facts.name))),
    }
    return render(request, "desk/international/review.html", context)


@require_safe
def report(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """A report: its dated steps for all, its recommendations for its readers."""
    facts = reached_report(request, report_id)
    enters = may_enter(request.actor, facts.country)
    steps = [DatedStep(each.state, each.on) for each in facts.steps]
    lines = queries.paragraphs(facts.id, by=request.actor)
    today = timezone.localdate()
    context = {
        "report": facts,
        "named": words.named(facts),
        "state": words.STATES[facts.state],
        "events": words.events_of(facts),
        "columns": [Column(_("Paragraph"), width="short"), Column(_("What is recommended"), width="wide"), Column(_("Addressee"))],
        "rows": [
            [
                Cell(each.number, reverse("desk:international-thread", args=[each.id])), head_of(said(each.text), 300),
                body_words(facts.country, each.addressee, facts.dated or today, short=True) if each.addressee else None,
            ]
            for each in lines
        ],
        "may_enter": enters,
        "can_step": enters and bool(possible(steps)),
        "to_mend": [(each.id, words.STATES[each.state][0], each.on) for each in facts.steps if not each.source_code] if enters else [],
        "mendable": enters and not facts.sourced,
        "mended": [one for each in told_of(request, [facts.id, *(step.id for step in facts.steps)]).values() for one in each],
        "names_readers": may_name_readers(request.actor, facts.country) and facts.state != "public",
        "documents": queries.documents(facts.id, by=request.actor) if enters else (),
        "crumbs": crumbs(Crumb(said(queries.review(facts.review_id, by=request.actor).name), reverse("desk:international-review", args=[facts.review_id])), Crumb(words.named(facts))),
    }  # fmt: skip
    return render(request, "desk/international/report.html", context)


@require_safe
def thread(request: SignedRequest, paragraph_id: UUID) -> HttpResponse:
    """The thread of a recommendation: every report in which it stands, and what of the mechanism's own bears on each."""
    found = queries.thread(paragraph_id, by=request.actor, today=timezone.localdate())
    if found.country != request.country:
        raise NotFound
    about = next(each.paragraph for each in found.parts if each.paragraph.id == found.about)
    years = [each.paragraph.year for each in found.parts]
    context = {
        "about": about,
        "title": cited(about),
        "parts": told_parts(found),
        "since": years[0],
        "several": len(found.parts) > 1,
        "may_link": may_link(request.actor, found.country),
        "crumbs": crumbs(crumb_of(reached_report(request, about.report_id)), Crumb(cited(about))),
    }
    return render(request, "desk/international/thread.html", context)
