"""Letters that the house writes for the office to sign and send: the list, the form, one of them with its files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.jobs.words import why_failed
from tirek.faces.desk.letters.forms import PaperForm
from tirek.faces.desk.letters.further import about_heads, about_row
from tirek.faces.desk.letters.views import tabs
from tirek.faces.desk.recommendations.about import RUNGS
from tirek.faces.desk.recommendations.following import sent
from tirek.faces.desk.recommendations.reaching import form_page
from tirek.faces.desk.reports.documents import PHASES
from tirek.faces.frame.answers.letter_words import KINDS
from tirek.faces.frame.answers.words import body_words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import file_answer
from tirek.followup.letters import queries, services
from tirek.followup.letters.naming import named_in
from tirek.followup.letters.policies import check_may_register
from tirek.foundation.jobs.queries import progress
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.language import LANGUAGE_NAMES
from tirek.foundation.ui.pieces import Cell, Column, Crumb, Job
from tirek.ground.rules.refusals import NotFound

PAGE = 50
ASKED = ("transmittal", "reminder")
FORMS = ("docx", "pdf")


@require_safe
def papers(request: SignedRequest) -> HttpResponse:
    """What was written, newest first."""
    check_may_register(request.actor, request.country)
    page = Paginator(range(queries.paper_count(by=request.actor, country=request.country)), PAGE).get_page(request.GET.get("page"))
    found = queries.papers(by=request.actor, country=request.country, start=max(0, page.start_index() - 1), size=PAGE)
    context = {
        "columns": [Column(each) for each in (_("Written on"), _("What it does"), _("To whom"), _("Language"), _("Sent"))],
        "rows": [
            [Cell(each.written_on, reverse("desk:paper", args=[each.id])), str(KINDS[each.kind]), whom_of(each), LANGUAGE_NAMES[each.language], sent_as(each)]
            for each in found
        ],
        "page": page, "tabs": tabs(request, "papers"),
    }  # fmt: skip
    return render(request, "desk/letters/papers.html", context)


def whom_of(facts: queries.PaperFacts) -> str:
    """To whom it goes."""
    return body_words(facts.country, facts.body, facts.written_on, short=True) if facts.body else str(RUNGS[facts.rung])


def sent_as(facts: queries.PaperFacts) -> Cell:
    """Under which number it was sent."""
    if not facts.letters:
        return Cell(_("not in the register yet"), state="waiting")
    letter_id, number, _dated = facts.letters[0]
    return Cell(number, reverse("desk:letter", args=[letter_id]))


def way_to() -> list[Crumb]:
    """The way to what was written."""
    return [Crumb(_("Letters"), reverse("desk:letters")), Crumb(_("Written here"), reverse("desk:papers"))]


@read_or_write
def new(request: SignedRequest, kind: str) -> HttpResponse:
    """A letter of transmittal or a reminder."""
    if kind not in ASKED:
        raise NotFound
    check_may_register(request.actor, request.country)
    form = PaperForm(*sent(request), country=request.country)

    def work(asked: dict[str, Any]) -> UUID:
        about = named_in(asked.pop("numbers"), by=request.actor, country=request.country)
        return services.write_paper(country=request.country, kind=kind, about=about, by=request.actor, **asked).value

    if made := kept(request, form, work):
        return redirect("desk:paper", paper_id=made)
    first = kind == "transmittal"
    title = _("Write a letter that sends recommendations") if first else _("Write a reminder")
    lead = _("The letter names each recommendation with its text and day. Sign it and send it; nothing is sent from here.")
    return form_page(
        request, "desk/letters/form.html", form, way_to(), title=title, lead=lead, button=_("Have it written"),
        asked=[each for each in form if each.name != "numbers"], numbers=form["numbers"],
    )  # fmt: skip


def reached(request: SignedRequest, paper_id: UUID) -> queries.PaperFacts:
    """The written letter, of the country that is chosen; raises NotFound."""
    facts = queries.paper(paper_id, by=request.actor, today=timezone.localdate())
    if facts.country != request.country:
        raise NotFound
    return facts


@require_safe
def paper(request: SignedRequest, paper_id: UUID) -> HttpResponse:
    """One written letter: its files, what it is about, whether it was sent."""
    facts = reached(request, paper_id)
    context = {
        "facts": facts,
        "title": KINDS[facts.kind],
        "whom": whom_of(facts),
        "language": LANGUAGE_NAMES[facts.language],
        "files": [(form.upper(), reverse("desk:paper-file", args=[facts.id, form])) for form in FORMS] if facts.docx else [],
        "job": None if facts.docx else job_of(request, facts),
        "columns": about_heads(),
        "rows": [about_row(facts.country, each) for each in facts.about],
        "send": f"{reverse('desk:letter-new', args=['out'])}?{urlencode({'paper': str(facts.id)})}" if facts.body else "",
        "crumbs": [*way_to(), Crumb(str(KINDS[facts.kind]))],
    }
    return render(request, "desk/letters/paper.html", context)


def job_of(request: SignedRequest, facts: queries.PaperFacts) -> Job | None:
    """How far the work is, for who asked for it."""
    try:
        state = progress(facts.job, by=request.actor) if facts.job else None
    except NotFound:
        return None
    return Job(_("Writing the letter"), PHASES[state.state], state.done, state.total, request.path, text=why_failed(state.failure)) if state else None  # type: ignore[arg-type]


@require_POST
def again(request: SignedRequest, paper_id: UUID) -> HttpResponse:
    """Has the files made once more, where they could not be."""
    reached(request, paper_id)
    services.ask_again(paper_id=paper_id, by=request.actor)
    messages.success(request, _("The letter is being written once more."))
    return redirect("desk:paper", paper_id=paper_id)


@recently_authenticated
@require_safe
def file(request: SignedRequest, paper_id: UUID, form: str) -> HttpResponse:
    """A file of it, after its entry in the ledger."""
    facts = reached(request, paper_id)
    found = {"docx": facts.docx, "pdf": facts.pdf}.get(form)
    if found is None:
        raise NotFound
    record_export(noun="paper", subject=paper_id, purpose="letter", by=request.actor, country=facts.country)
    return file_answer(found)
