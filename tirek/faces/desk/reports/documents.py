"""The documents of a report: asking for them, watching them being made, and taking one away with a purpose that the ledger keeps."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tirek.faces.desk.jobs.words import why_failed
from tirek.faces.desk.reports.forms import TakeAwayForm
from tirek.faces.desk.reports.frame import report_facts, report_frame
from tirek.faces.desk.reports.words import FORMS
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.signin.reauthentication import ask_again, is_recent
from tirek.faces.frame.uploads import file_answer
from tirek.foundation.files.queries import FileFacts
from tirek.foundation.jobs.queries import Progress, progress
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.formats import number
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Job
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import LANGUAGES
from tirek.insight.reports import queries, services

PHASES = {"queued": "waiting", "running": "running", "done": "done", "failed": "failed", "cancelled": "cancelled"}


@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Which documents there are; one is taken away by sending the form. Of a report that is not issued only who said why gets one."""
    if question := purpose_first(request, report_facts(request, report_id).visit_id):
        return question
    context = report_frame(request, report_id, "documents")
    facts = context["report"]
    assert isinstance(facts, queries.ReportFacts)
    found = sorted(queries.document_files(report_id, by=request.actor), key=lambda each: (each.layout != "side_by_side", order(each), each.form != "pdf"))
    offered = {str(each.id): (words(each), each.file) for each in found}
    offered |= {str(each.id): (frozen_words(each, facts), each) for each in queries.frozen_files(report_id, by=request.actor)}
    choices = [(key, named) for key, (named, _file) in offered.items()]
    form = TakeAwayForm(request.POST or None, documents=choices, initial={"document": next(iter(offered), "")})
    if request.method == "POST" and form.is_valid():
        return taken_away(request, facts, offered[form.cleaned_data["document"]][1], form.cleaned_data["purpose"])
    context |= {"form": form if offered else None, "job": None if found else job(request, facts), "asks": not found}
    return render(request, "desk/reports/documents.html", context, status=422 if form.errors else 200)


def order(each: queries.DocumentFacts) -> int:
    """Where its first language stands among those of the house."""
    return LANGUAGES.index(each.languages[0])


def taken_away(request: SignedRequest, facts: queries.ReportFacts, file: FileFacts, purpose: str) -> HttpResponse:
    """The document as a file, after its entry in the ledger; whoever signed in long ago confirms first."""
    if not is_recent(request):
        return ask_again(request)
    record_export(noun="report", subject=facts.id, purpose=purpose, by=request.actor, country=facts.country)
    return file_answer(file.id)


def frozen_words(file: FileFacts, facts: queries.ReportFacts) -> str:
    """The frozen bytes in words, with the beginning of their digest."""
    told = {"digest": file.sha256[:12]}
    if file.sha256 == facts.digest:
        return _("JSON: the frozen text that signatures bind (SHA-256 %(digest)s…)") % told
    return _("JSON: the whole issued report, frozen (SHA-256 %(digest)s…)") % told


def words(each: queries.DocumentFacts) -> str:
    """A document in words."""
    languages = " · ".join(LANGUAGE_NAMES[code] for code in each.languages)
    size = number(max(1, each.file.size // 1000))
    told = {"form": FORMS[each.form], "languages": languages, "size": size}
    if each.layout == "side_by_side":
        return _("%(form)s, side by side: %(languages)s (%(size)s kB)") % told
    return _("%(form)s: %(languages)s (%(size)s kB)") % told


def job(request: SignedRequest, facts: queries.ReportFacts) -> Job | None:
    """How far the work on the documents is, for who asked for them."""
    state = own_progress(request, facts)
    if state is None or (state.state == "done"):
        return None
    return Job(_("Making the documents"), PHASES[state.state], state.done, state.total, request.path, text=why_failed(state.failure))  # type: ignore[arg-type]


def own_progress(request: SignedRequest, facts: queries.ReportFacts) -> Progress | None:
    """The job's state, if the person asked for it."""
    try:
        return progress(facts.documents_job, by=request.actor) if facts.documents_job else None
    except NotFound:
        return None


@require_POST
def ask(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Asks the worker for the documents of the report as it stands."""
    facts = report_facts(request, report_id)
    if question := purpose_first(request, facts.visit_id):
        return question
    state = own_progress(request, facts)
    if state is None or not state.open:
        services.ask_for_documents(report_id=report_id, by=request.actor)
    return redirect("desk:report-documents", report_id=report_id)
