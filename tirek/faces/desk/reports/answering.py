"""Answers of authorities to an issued report: the form that is sent, the form that comes back, what would be recorded of it, and recording it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.jobs.words import PHASES, why_failed
from tirek.faces.desk.reports.forms import BringForm, TakeFormForm
from tirek.faces.desk.reports.frame import report_facts, report_frame
from tirek.faces.frame.answers.words import WORDS
from tirek.faces.frame.context import SignedRequest, refusal_text
from tirek.faces.frame.entering import kept
from tirek.faces.frame.fields import said
from tirek.faces.frame.file_kinds import DOCX
from tirek.faces.frame.signin.reauthentication import ask_again, is_recent, recently_authenticated
from tirek.faces.frame.uploads import ask_for_files_again, bytes_answer, file_answer
from tirek.followup.recommendations.policies import check_may_answer
from tirek.foundation.ledger.services import record_export
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import zone_note
from tirek.foundation.ui.pieces import Job
from tirek.ground.rules.refusals import NotAllowed, NotFound, Refusal
from tirek.insight.claims.reading import SENTENCES
from tirek.insight.reports import queries, services

read_or_write = require_http_methods(["GET", "HEAD", "POST"])


@read_or_write
def answers(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """The form for each authority, to be taken away and sent; what came back; and a form to bring one."""
    frame = answers_frame(request, report_id)
    facts, asked = frame["report"], queries.respondents(report_id, by=request.actor)
    assert isinstance(facts, queries.ReportFacts)
    choices = [(each.code, f"{said(each.name)}: {', '.join(each.numbers)}") for each in asked]
    form = TakeFormForm(request.POST or None, authorities=choices, initial={"authority": next((each.code for each in asked), "")})
    if request.method == "POST" and form.is_valid():
        return taken(request, facts, form.cleaned_data)
    return answers_page(request, frame, form if asked else None, BringForm(country=request.country, initial={"received_on": timezone.localdate()}))


def taken(request: SignedRequest, facts: queries.ReportFacts, asked: dict[str, Any]) -> HttpResponse:
    """The form as a file, after its entry in the ledger; whoever signed in long ago confirms first."""
    if not is_recent(request):
        return ask_again(request)
    content = queries.answer_form_of(facts.id, asked["authority"], by=request.actor)
    record_export(noun="report", subject=facts.id, purpose=asked["purpose"], by=request.actor, country=facts.country)
    mark = "-demonstration" if facts.demonstration else ""
    return bytes_answer(content, name=f"answers-v{facts.version}-{asked['authority']}{mark}.docx", media_type=DOCX.media_type)


@read_or_write
def bring(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Keeps a form that came back and leads to what it says."""
    frame = answers_frame(request, report_id)
    initial = {"received_on": timezone.localdate()}
    form = BringForm(*((request.POST, request.FILES) if request.method == "POST" else (None, None)), country=request.country, initial=initial)

    def work(asked: dict[str, Any]) -> Any:
        file = asked["file"].named(f"answers-{report_id}")
        return services.bring_answers(report_id=report_id, file=file, received_on=asked["received_on"], said_on=asked["said_on"], by=request.actor)

    if brought := kept(request, form, work):
        return redirect("desk:report-answer-sheet", report_id=report_id, sheet_id=brought.value)
    ask_for_files_again(form)
    return answers_page(request, frame, None, form)


def answers_frame(request: SignedRequest, report_id: UUID) -> dict[str, object]:
    """The frame of these pages, for those who enter answers to an issued report. Raises NotFound, NotAllowed."""
    facts = report_facts(request, report_id)
    check_may_answer(request.actor, facts.country)
    if facts.state not in ("issued", "superseded"):
        raise NotFound
    return report_frame(request, report_id, "answers")


def answers_page(request: SignedRequest, frame: dict[str, object], form: TakeFormForm | None, bringing: BringForm) -> HttpResponse:
    """The page with both forms; 422 when something must be changed."""
    facts = frame["report"]
    assert isinstance(facts, queries.ReportFacts)
    sheets = queries.answer_sheets(facts.id, by=request.actor)
    names = names_of([each.brought_by for each in sheets])
    brought = [(each, names.get(each.brought_by, "—"), state_of(each), reverse("desk:report-answer-sheet", args=[facts.id, each.id])) for each in sheets]
    wrong = bool(bringing.errors or (form and form.errors))
    return render(request, "desk/reports/answers.html", {**frame, "form": form, "bringing": bringing, "sheets": brought}, status=422 if wrong else 200)


def state_of(facts: queries.SheetFacts) -> str:
    """How far a form is: what waits comes before what was done."""
    if not facts.tried:
        return _("its rows are not tried yet")
    if facts.waiting:
        return ngettext("%(count)s answer can be recorded", "%(count)s answers can be recorded", facts.waiting) % {"count": facts.waiting}
    return ngettext("%(count)s answer was recorded from it", "%(count)s answers were recorded from it", facts.recorded) % {"count": facts.recorded}


@read_or_write
def sheet(request: SignedRequest, report_id: UUID, sheet_id: UUID) -> HttpResponse:
    """What came back, row by row, as its trial found it: what would be recorded, and why not; the chosen rows are recorded by sending."""
    frame, trial = answers_frame(request, report_id), sheet_of(request, report_id, sheet_id)
    here = reverse("desk:report-answer-sheet", args=[report_id, sheet_id])
    if request.method == "POST":
        return chosen(request, sheet_id, here)
    if trial.read is None:
        own = trial.asked_by == request.actor.id
        going = bool(trial.progress and trial.progress.open)
        return render(request, "desk/reports/answer_trial.html", {**frame, "sheet": trial.sheet, "work": work(trial, here), "going": going, "own": own, "trial": trial})
    rows = [(each, worded(each.word), worded(each.stands) if each.stands != "none" else "") for each in trial.read.rows]
    waiting = any(each.state in ("ready", "names") for each in trial.read.rows)
    official = ", ".join(filter(None, [trial.read.official_name, trial.read.official_function])) if trial.read.official_fits else ""
    context = {"read": trial.read, "rows": rows, "waiting": waiting, "official": official, "notes": [_(SENTENCES[each]) for each in trial.read.notes], "refused": _("not possible"), "zone": zone_note()}
    answer = render(request, "desk/reports/answer_sheet.html", {**frame, **context})
    answer.headers["HX-Refresh"] = "true"  # the page that looked how far the job is shows the rows now
    return answer


def worded(word: str) -> str:
    """A code of an authority's word in words; what was written instead of one as it is."""
    return str(WORDS[word][0]) if word in WORDS else word


def sheet_of(request: SignedRequest, report_id: UUID, sheet_id: UUID) -> queries.SheetTrial:
    """The form that came back to a version of this report. Raises NotFound, NotAllowed."""
    trial = queries.answers_tried(sheet_id, by=request.actor)
    if trial.report_id not in {each.id for each in report_facts(request, report_id).versions}:
        raise NotFound
    return trial


def work(trial: queries.SheetTrial, here: str) -> Job | None:
    """The job that tries the rows, as the page shows it."""
    far = trial.progress
    if far is None:
        return None
    return Job(_("Each row is tried; nothing is recorded"), PHASES[far.state], far.done, far.total, here, text=why_failed(far.failure))  # type: ignore[arg-type]


def chosen(request: SignedRequest, sheet_id: UUID, here: str) -> HttpResponse:
    """Records the chosen rows and says what became of each."""
    asked = request.POST
    try:
        seen = UUID(asked["tried"]) if asked.get("tried") else None
        made = services.record_answers(sheet_id=sheet_id, numbers=asked.getlist("number"), looked_at=asked.getlist("looked"), tried=seen, named="named" in asked, by=request.actor)
    except ValueError as error:
        raise NotFound from error
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        messages.error(request, refusal_text(refusal))
    else:
        tell(request, made)
    return redirect(here)


@require_POST
def again(request: SignedRequest, report_id: UUID, sheet_id: UUID) -> HttpResponse:
    """Has the rows tried again."""
    answers_frame(request, report_id)
    sheet_of(request, report_id, sheet_id)
    here = reverse("desk:report-answer-sheet", args=[report_id, sheet_id])
    return told(request, lambda: services.try_answers(sheet_id=sheet_id, by=request.actor), _("The rows are tried again."), here)


def tell(request: SignedRequest, made: services.RecordedAnswers) -> None:
    """Says what became of the chosen rows."""
    if made.done:
        count = len(made.done)
        messages.success(request, ngettext("%(count)s answer is recorded.", "%(count)s answers are recorded.", count) % {"count": count})
    for number, refusal in made.left:
        messages.error(request, f"{number}: {refusal_text(refusal)}")
    if not made.done and not made.left:
        messages.info(request, _("No answer was chosen. Nothing was recorded."))


@recently_authenticated
@require_safe
def received(request: SignedRequest, report_id: UUID, sheet_id: UUID) -> HttpResponse:
    """The form as it was received, after its entry in the ledger."""
    facts = answers_frame(request, report_id)["report"]
    assert isinstance(facts, queries.ReportFacts)
    file = queries.answer_sheet_file(sheet_id, by=request.actor)
    record_export(noun="report", subject=report_id, purpose="letter", by=request.actor, country=facts.country)
    return file_answer(file.id)
