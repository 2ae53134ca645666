"""A report's text as a DOCX or PDF: brought in, its numbered paragraphs shown, those chosen made into a table that is tried row by row.

The file is read in a process apart, each time anew from the bytes that are kept.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.international import words
from tirek.faces.desk.international.forms import ChosenForm, DocumentForm
from tirek.faces.desk.international.views import crumb_of, crumbs, reached_report
from tirek.faces.desk.international.writing import form_page
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import Upload, file_answer
from tirek.followup.international import queries, services
from tirek.followup.international.policies import check_may_enter
from tirek.foundation.files.queries import file_bytes, file_facts
from tirek.foundation.ledger.services import Recorded, record_export
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.numbered_paragraphs import numbered
from tirek.insight.claims.reading import SENTENCES, read_document

STEM = "international-report"


@read_or_write
def bring(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """A form for the file."""
    facts = reached_report(request, report_id)
    check_may_enter(request.actor, facts.country)
    form = DocumentForm(request.POST or None, request.FILES or None)

    def keep(asked: dict[str, Upload]) -> Recorded[UUID]:
        file = asked["file"].named(STEM)
        text = read_document(file.content, name=file.name).text
        return services.bring_document(report_id=report_id, file=file, text=text, language=str(asked["language"]), by=request.actor)

    made = kept(request, form, keep)
    if made:
        return redirect("desk:international-document", document_id=made.value)
    lead = _("The text is read for its numbered paragraphs. On the next page you choose those that are recommendations; nothing is entered before you have seen each row.")
    return form_page(request, form, crumbs(crumb_of(facts)), _("Bring the report in as a file"), lead, _("Read the file"))


@read_or_write
def choose(request: SignedRequest, document_id: UUID) -> HttpResponse:
    """The numbered paragraphs of the file; those whose words look like advice are marked, and a person decides."""
    held = queries.document(document_id, by=request.actor)
    facts = reached_report(request, held.report_id)
    read = read_document(file_bytes(held.file_id), name=file_facts(held.file_id).name)
    found = numbered(read.text)
    form = ChosenForm(request.POST if request.method == "POST" else None, count=len(found))
    made = kept(request, form, lambda asked: services.bring_paragraphs(document_id=document_id, text=read.text, chosen=asked["chosen"], by=request.actor))
    if made:
        return redirect("desk:sheet", sheet_id=made.value)
    marked = set(map(int, filter(str.isdecimal, request.POST.getlist("chosen")))) if form.is_bound else {place for place, each in enumerate(found) if each.advises}
    context = {
        "form": form,
        "report": facts,
        "named": words.named(facts),
        "language": held.language,
        "found": [(place, each, place in marked) for place, each in enumerate(found)],
        "notes": [_(SENTENCES[note]) for note in read.notes],
        "crumbs": crumbs(crumb_of(facts), Crumb(_("Paragraphs of the file"))),
    }
    return render(request, "desk/international/choose.html", context, status=422 if form.errors else 200)


@recently_authenticated
@require_safe
def file(request: SignedRequest, document_id: UUID) -> HttpResponse:
    """The file as it was received, after its entry in the ledger."""
    held = queries.document(document_id, by=request.actor)
    facts = reached_report(request, held.report_id)
    record_export(noun="international-report", subject=facts.id, purpose="document", by=request.actor, country=facts.country)
    return file_answer(held.file_id, stem="-".join([*(["demonstration"] if facts.country == "demo" else []), STEM]))
