"""Translations of texts that the visit's records hold in one language: which there are, what they lack, and the form of one."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.reports.forms import TranslationForm
from tirek.faces.desk.reports.frame import report_facts, report_frame
from tirek.faces.desk.reports.words import PASSAGES
from tirek.faces.desk.reports.working import check, form_page, read_or_write
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.refusals import ReportChanged
from tirek.records.visits import queries as visits


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the page shows it: what it belongs to, its words, the languages that it lacks, and where it is translated."""

    noun: str
    language: str
    text: str
    lacking: str
    href: str


@require_safe
def translations(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """All texts that were written once."""
    context = report_frame(request, report_id, "translations")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    check(facts.may.translate)
    if question := purpose_first(request, facts.visit_id):
        return question
    texts = queries.texts_written_once(report_id, by=request.actor)
    found = [*(shown(facts, each) for each in texts), *measures_of(request, facts)]
    return render(request, "desk/reports/translations.html", {**context, "texts": found})


def shown(facts: queries.ReportFacts, each: queries.WrittenText) -> Shown:
    """A text as the page shows it."""
    lacking = ", ".join(LANGUAGE_NAMES[code] for code in report_languages(facts.country) if each.lacks(code))
    href = reverse("desk:report-translate", args=[facts.id, each.about, each.part])
    return Shown(str(PASSAGES[each.noun]), each.words.source, each.original, lacking, href)


def measures_of(request: SignedRequest, facts: queries.ReportFacts) -> Iterator[Shown]:
    """The urgent measures that the report prints, for those who may translate them at their visit."""
    if not visits.part(facts.visit_id, by=request.actor).enters:
        return
    for each in visits.urgent_measures(facts.visit_id, by=request.actor):
        if each.sent_at:
            missing = [LANGUAGE_NAMES[code] for code in report_languages(facts.country) if not each.what.in_(code) or code in each.what.stale]
            href = reverse("desk:visit-measure-translate", args=[facts.visit_id, each.id])
            yield Shown(str(PASSAGES["measure"]), each.what.source, each.what.in_(each.what.source), ", ".join(missing), href)


@read_or_write
def translate(request: SignedRequest, report_id: UUID, about: UUID, part: str) -> HttpResponse:
    """One text."""
    facts = report_facts(request, report_id)
    check(facts.may.translate)
    texts = queries.texts_written_once(report_id, by=request.actor)
    found = next((each for each in texts if (each.about, each.part) == (about, part)), None)
    if found is None:
        raise NotFound
    if question := purpose_first(request, facts.visit_id):
        return question
    source, seen = found.words.source, revision_of(found.words)
    now = {"language": source, "text": Words(tuple(each for each in found.words.texts if each[0] != source), source)}
    start = {"language": source, "text": found.words, "revision": seen}
    form = TranslationForm(changeable(request.POST), country=request.country, source=source, initial=start)
    if kept(request, form, lambda asked: services.translate_text(report_id=report_id, about=about, part=part, by=request.actor, **asked)):
        messages.success(request, _("The translation is saved."))
        return redirect("desk:report-translations", report_id=report_id)
    title, original = _("Translate a text"), (source, found.original)
    lead = _("The report prints the translation. The record itself stays as it was written.")
    return form_page(request, facts, form, title=title, lead=lead, button=_("Save the translation"), original=original, meanwhile=catch_up(form, now, seen, ReportChanged()))
