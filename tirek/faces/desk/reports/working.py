"""Work on a report: its summary, the review, the issue, a correction. What a service refuses comes back in the form with what was typed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tirek.faces.desk.meanwhile import catch_up, changeable
from tirek.faces.desk.reports.forms import AmendForm, ApproveForm, CorrectForm, IssueForm, ReasonForm, SummaryForm
from tirek.faces.desk.reports.frame import report_facts, report_frame, title_of
from tirek.faces.desk.reports.preview import laid_out
from tirek.faces.desk.reports.views import changed
from tirek.faces.desk.reports.words import need_words
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.words import Words
from tirek.insight.reports import queries, services
from tirek.insight.reports.counting import row as row_name
from tirek.insight.reports.refusals import NotNow, ReportChanged
from tirek.records.visits.queries import findings, part
from tirek.records.visits.refusals import DoctorOnly

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


def form_page(
    request: SignedRequest, facts: queries.ReportFacts, form: forms.Form, *, title: str, lead: str, button: str, **more: object
) -> HttpResponse:
    """The page of a form about a report; 422 when something must be changed."""
    back = reverse("desk:report", args=[facts.id])
    crumbs = [Crumb(_("Reports"), reverse("desk:reports")), Crumb(title_of(facts), back), Crumb(title)]
    context = {"report": facts, "both": report_languages(facts.country)[:2], "form": form, "title": title, "lead": lead, "button": button, "crumbs": crumbs, "back": back, **more}
    return render(request, "desk/reports/form.html", context, status=422 if form.errors else 200)


def done(request: SignedRequest, report_id: UUID, words: str) -> HttpResponse:
    """Back to the report, with a sentence."""
    messages.success(request, words)
    return redirect("desk:report", report_id=report_id)


def lacking(request: SignedRequest, report_id: UUID) -> list[str]:
    """What is not translated into the languages of the report, in words, before it is approved, signed or issued."""
    return [need_words(each) for each in queries.untranslated(report_id, by=request.actor)]


def check(allowed: bool) -> None:
    """Raises NotNow for a page whose verb the person cannot do now."""
    if not allowed:
        raise NotNow


@read_or_write
def edit(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The summary. The second of two writers is told, and keeps what was typed."""
    facts = report_facts(request, report_id)
    check(facts.may.edit)
    if question := purpose_first(request, facts.visit_id):
        return question
    initial = {"summary": facts.summary, "changes": facts.changes, "revision": facts.revision}
    form = SummaryForm(request.POST or None, country=request.country, correction=facts.version > 1, initial=initial)
    if kept(request, form, lambda asked: services.edit_report(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("The summary is saved."))
    lead = _("What the delegation saw, in a few sentences. Findings and recommendations follow it by themselves.")
    newer = facts.summary if form.errors and form.cleaned_data.get("revision") != facts.revision else None
    return form_page(request, facts, form, title=_("Write the summary"), lead=lead, button=_("Save the summary"), newer=newer)


@require_POST
def submit(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Hands the draft in for review."""
    report_facts(request, report_id)
    return at_once(request, report_id, lambda: services.submit(report_id=report_id, by=request.actor), _("The report is in review."))


def at_once(request: SignedRequest, report_id: UUID, work: Callable[[], object], words: str) -> HttpResponse:
    """A verb without a form; a refusal is shown on the report's page."""
    try:
        work()
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.warning(request, refusal_text(refusal))
        return redirect("desk:report", report_id=report_id)
    return done(request, report_id, words)


@read_or_write
def return_to_draft(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Back to the authors, with the reason."""
    facts = report_facts(request, report_id)
    check(facts.may.return_to_draft)
    form = ReasonForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.return_to_draft(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("The report is a draft again."))
    lead = _("Its authors change it and hand it in once more. Signatures over the old text become void; dissenting opinions stay.")
    return form_page(request, facts, form, title=_("Return it to draft"), lead=lead, button=_("Return it to draft"))


@read_or_write
def approve(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Freezes for signature the text that stands on the page, and no other."""
    facts = report_facts(request, report_id)
    check(facts.may.approve)
    if question := purpose_first(request, facts.visit_id):
        return question
    document = queries.report_document(report_id, by=request.actor)
    digest = queries.text_digest(document)
    form = ApproveForm(request.POST or None, country=request.country, initial={"on": timezone.localdate(), "digest": digest})
    if kept(request, form, lambda asked: services.approve(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("The text is frozen and laid for signature."))
    form.show(digest)
    lead = _("The text is frozen: signatures bind its digest. If anything has to change later, the report goes back to draft and is signed anew.")
    title, button, shown = _("Approve for signature"), _("Approve the text"), laid_out(document, report_languages(facts.country)[:2], facts)
    return form_page(request, facts, form, title=title, lead=lead, button=button, approving=digest, lacking=lacking(request, report_id), **shown)


@recently_authenticated
@read_or_write
def issue(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Gives the number and starts the clocks of the recommendations."""
    facts = report_facts(request, report_id)
    check(facts.may.issue)
    form = IssueForm(request.POST or None, country=request.country, initial={"on": timezone.localdate()})
    if kept(request, form, lambda asked: services.issue_visit_report(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("The report is issued. Its documents are being made."))
    lead = _("The report gets its number, findings and recommendations do not change any more, and the addressees’ time begins on this day.")
    return form_page(request, facts, form, title=_("Issue the report"), lead=lead, button=_("Issue the report"), lacking=lacking(request, report_id))


@read_or_write
def correct(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Begins a new version that says what it changes."""
    facts = report_facts(request, report_id)
    check(facts.may.correct)
    form = CorrectForm(request.POST or None, country=request.country)
    made = kept(request, form, lambda asked: services.correct_report(report_id=report_id, by=request.actor, **asked))
    if made:
        return done(request, made.value, _("The correction is begun. The issued version holds until this one is issued."))
    lead = _("An issued report is not changed. A correction is a new version that says what it changes; it is reviewed, signed and issued like the first one.")
    return form_page(request, facts, form, title=_("Correct the report"), lead=lead, button=_("Begin the correction"))


@read_or_write
def abandon(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Gives a correction up, with the reason."""
    facts = report_facts(request, report_id)
    check(facts.may.abandon)
    form = ReasonForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.abandon_correction(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("The correction is abandoned. The issued version holds as before."))
    lead = _(
        "What the correction proposes is dropped and never printed. The issued version holds as before; another correction can be begun."
        " Access, meetings, the closing talk and urgent measures of the visit stay as they were entered meanwhile; on the visit's page of access they can be put back to the issued report."
    )
    told = {"changed_records": changed(request, facts).records, "issued_text": issued_text(facts)}
    return form_page(request, facts, form, title=_("Abandon the correction"), lead=lead, button=_("Abandon the correction"), **told)


def issued_text(facts: queries.ReportFacts) -> str:
    """Where the issued version is read, as it was printed."""
    found = next((each for each in facts.versions if each.state == "issued"), None)
    return reverse("desk:report-text", args=[found.id]) if found else ""


@read_or_write
def amended(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The findings that a correction may print in other words."""
    context = report_frame(request, report_id, "findings")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    check(facts.may.amend)
    said = {each.row: each.text for each in queries.report_document(report_id, by=request.actor).paragraphs}
    doctor = part(facts.visit_id, by=request.actor).doctor
    context |= {
        "findings": [
            (each, said.get(row_name("finding", each.id), each.text), doctor or not each.medical)
            for each in findings(facts.visit_id, by=request.actor)
        ]
    }
    return render(request, "desk/reports/findings.html", context)


@read_or_write
def amend(request: SignedRequest, report_id: UUID, finding_id: UUID) -> HttpResponse:
    """Other words for one finding."""
    facts = report_facts(request, report_id)
    check(facts.may.amend)
    finding = next((each for each in findings(facts.visit_id, by=request.actor) if each.id == finding_id), None)
    if finding is None:
        raise NotFound
    if finding.medical and not part(facts.visit_id, by=request.actor).doctor:
        raise DoctorOnly
    now = printed(report_id, finding_id, finding.text, request)
    form = AmendForm(changeable(request.POST), country=request.country, initial={"text": now, "revision": revision_of(now)})

    def work(asked: dict[str, Any]) -> object:
        text = Words() if asked["text"].same_as(finding.text) else asked["text"]
        return services.amend_finding(report_id=report_id, finding_id=finding_id, text=text, revision=asked["revision"], by=request.actor)

    if kept(request, form, work):
        return done(request, report_id, _("The correction prints these words. The finding itself stays as it was issued."))
    meanwhile = catch_up(form, {"text": now}, revision_of(now), ReportChanged())
    title, lead = _("Print a finding in other words"), said_of(finding.position)
    return form_page(request, facts, form, title=title, lead=lead, button=_("Save these words"), meanwhile=meanwhile)


def said_of(position: int) -> str:
    """Which finding it is."""
    return _("Finding %(number)s of the visit. The finding itself stays as it was issued.") % {"number": position}


def printed(report_id: UUID, finding_id: UUID, text: Words, request: SignedRequest) -> Words:
    """What this version prints of the finding now."""
    document = queries.report_document(report_id, by=request.actor)
    return next((each.text for each in document.paragraphs if each.row == row_name("finding", finding_id)), text)
