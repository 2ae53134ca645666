"""Taking lists out as files, and the files that help to bring one in."""

from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.sheets.bringing import crumbs
from tirek.faces.desk.sheets.forms import TakeForm
from tirek.faces.desk.sheets.words import job, list_title
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.file_kinds import CSV, XLSX
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import as_attachment, bytes_answer
from tirek.foundation.ledger.services import record_export
from tirek.foundation.sheets import queries, services
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.policies import check_may_take

MEDIA = {"xlsx": XLSX.media_type, "csv": f"{CSV.media_type}; charset=utf-8"}


@recently_authenticated
@read_or_write
def take(request: SignedRequest, kind: str) -> HttpResponse:
    """Asks what the file is for, then lets a job make it."""
    known = sheet_kind(kind)
    check_may_take(known, request.actor, request.country)
    form = TakeForm(request.POST or None)
    made = kept(
        request, form,
        lambda told: services.ask_for_list(kind=kind, ending=told["ending"], purpose=told["purpose"], country=request.country, by=request.actor),
    )  # fmt: skip
    if made:
        return redirect("desk:sheet-list", list_id=made.value)
    title = _("Take a list out: %(kind)s") % {"kind": _(known.words)}
    return render(request, "desk/sheets/take.html", {"form": form, "title": title, "crumbs": crumbs(title)}, status=422 if form.errors else 200)


@require_safe
def taken(request: SignedRequest, list_id: UUID) -> HttpResponse:
    """How far a list of one's own is, then where its file is."""
    facts = queries.one_list(list_id, by=request.actor, country=request.country)
    file = reverse("desk:sheet-list-file", args=[list_id]) if facts.size is not None else ""
    piece = job(_("The list is written"), facts.progress, request.path, file) if facts.progress else None
    title = list_title(facts)
    return render(request, "desk/sheets/list.html", {"list": facts, "job": piece, "file": file, "title": title, "crumbs": crumbs(title)})


@recently_authenticated
@require_safe
def fetch(request: SignedRequest, list_id: UUID) -> HttpResponseBase:
    """The file of a list of one's own; that it was taken stands in the ledger before its first byte goes out."""
    facts = queries.one_list(list_id, by=request.actor, country=request.country)
    file = queries.list_path(list_id, by=request.actor, country=request.country).open("rb")
    record_export(noun="list", subject=list_id, purpose="taken", by=request.actor, country=request.country)
    answer = FileResponse(file, content_type=MEDIA[facts.ending])
    as_attachment(answer, f"{facts.kind}-{facts.country}-{timezone.localdate(facts.asked_at).isoformat()}.{facts.ending}")
    return answer


@require_safe
def empty_sheet(request: SignedRequest, kind: str) -> HttpResponse:
    """A workbook with the headings alone, and what they mean."""
    content = queries.template(kind, by=request.actor, country=request.country)
    return bytes_answer(content, name=f"{kind}.xlsx", media_type=XLSX.media_type)


@recently_authenticated
@require_safe
def refused(request: SignedRequest, sheet_id: UUID) -> HttpResponse:
    """The refused rows with why, to be mended and brought in again."""
    content = queries.refused_rows(sheet_id, by=request.actor, country=request.country)
    record_export(noun="sheet", subject=sheet_id, purpose="check", by=request.actor, country=request.country)
    return bytes_answer(content, name=f"refused-{timezone.localdate().isoformat()}.xlsx", media_type=XLSX.media_type)
