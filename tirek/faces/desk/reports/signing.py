"""Signatures: one's own, those given outside, missing ones; and dissenting opinions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.holiday_notes import crossed, holiday_note
from tirek.faces.desk.reports.forms import DissentForm, MissingForm, SheetForm, SignForm
from tirek.faces.desk.reports.frame import report_facts, title_of
from tirek.faces.desk.reports.working import at_once, check, done, form_page, lacking, read_or_write
from tirek.faces.desk.visits.reading import purpose_first
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.faces.frame.uploads import ask_for_files_again, file_answer
from tirek.foundation.ledger.services import record_export
from tirek.foundation.ui.pieces import Crumb
from tirek.ground.rules.refusals import NotFound
from tirek.insight.reports import queries, services


@recently_authenticated
@read_or_write
def sign(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """One's own signature over the digest of the text that was read."""
    facts = report_facts(request, report_id)
    if any(each.mine and each.state == "signed" for each in facts.signatures):
        return done(request, report_id, _("You have signed this report already."))
    check(facts.may.sign)
    form = SignForm(request.POST or None, country=request.country, initial={"digest": facts.digest})
    if kept(request, form, lambda asked: services.sign(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("Your signature is recorded."))
    form.show(facts.digest)
    lead = _("Your signature binds exactly the text that stands under “Text”, by its digest. If the text changes afterwards, your signature becomes void.")
    return form_page(request, facts, form, title=_("Sign the report"), lead=lead, button=_("Sign"), digest=facts.digest, lacking=lacking(request, report_id))


@recently_authenticated
@read_or_write
def signature(request: SignedRequest, report_id: UUID, member_id: UUID) -> HttpResponse:
    """Of one member: a signature given outside, or why it is missing. Two forms; which one was sent says its button."""
    facts = report_facts(request, report_id)
    check(facts.may.keep_signatures)
    line = next((each for each in facts.signatures if each.member_id == member_id), None)
    if line is None:
        raise NotFound
    attaching = request.method == "POST" and "signed_on" in request.POST
    missing = request.method == "POST" and not attaching
    sheet = SheetForm(*((request.POST, request.FILES) if attaching else (None, None)), country=request.country, initial={"signed_on": timezone.localdate()})
    reason = MissingForm(request.POST if missing else None, country=request.country)
    if attaching and kept(request, sheet, lambda asked: attach(request, facts, line, asked)):
        return done(request, report_id, _("The signed sheet is attached."))
    if missing and kept(request, reason, lambda asked: mark_missing(request, facts, line, asked)):
        return done(request, report_id, _("It is recorded that the signature is missing."))
    return signature_page(request, facts, line, sheet, reason)


def attach(request: SignedRequest, facts: queries.ReportFacts, line: queries.SignatureFacts, asked: dict[str, Any]) -> object:
    """Attaches what was brought."""
    file = asked["sheet"].named(f"signature-{facts.id}-{line.id}")
    return services.attach_signature_file(
        report_id=facts.id, member_id=line.member_id, signed_on=asked["signed_on"], file=file, by=request.actor
    )


def mark_missing(request: SignedRequest, facts: queries.ReportFacts, line: queries.SignatureFacts, asked: dict[str, Any]) -> object:
    """Records why it is missing."""
    return services.record_missing_signature(report_id=facts.id, member_id=line.member_id, by=request.actor, **asked)


def signature_page(
    request: SignedRequest, facts: queries.ReportFacts, line: queries.SignatureFacts, sheet: SheetForm, reason: MissingForm
) -> HttpResponse:
    """Both forms; the one about a missing signature stands once the term is over."""
    ask_for_files_again(sheet)
    over = facts.signatures_due is not None and timezone.localdate() > facts.signatures_due
    back = reverse("desk:report", args=[facts.id])
    title = _("Signature of %(name)s") % {"name": line.name}
    context = {
        "report": facts,
        "line": line,
        "sheet": sheet,
        "reason": reason,
        "holiday_note": holiday_note(crossed(facts.country, facts.frozen_on, facts.signatures_due)),
        "over": over and line.state != "signed",
        "title": title,
        "back": back,
        "crumbs": [Crumb(_("Reports"), reverse("desk:reports")), Crumb(title_of(facts), back), Crumb(title)],
    }
    return render(request, "desk/reports/signature.html", context, status=422 if sheet.errors or reason.errors else 200)


@read_or_write
def dissent(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """One's own dissenting opinion."""
    facts = report_facts(request, report_id)
    check(facts.may.dissent)
    form = DissentForm(request.POST or None, country=request.country)
    if kept(request, form, lambda asked: services.add_dissent(report_id=report_id, by=request.actor, **asked)):
        return done(request, report_id, _("Your opinion is attached. It is printed in full with your name."))
    lead = _("It is printed in full, with your name, after the recommendations. You may sign the report all the same.")
    return form_page(request, facts, form, title=_("Attach a dissenting opinion"), lead=lead, button=_("Attach the opinion"))


@require_POST
def take_back(request: SignedRequest, report_id: UUID) -> HttpResponse:
    """Takes one's own opinion back."""
    report_facts(request, report_id)
    words = _("Your opinion is taken back.")
    return at_once(request, report_id, lambda: services.take_back_dissent(report_id=report_id, by=request.actor), words)


@recently_authenticated
@require_safe
def sheet(request: SignedRequest, report_id: UUID, signature_id: UUID) -> HttpResponse:
    """The signed sheet or signature file, to be saved; the ledger knows of it."""
    facts = report_facts(request, report_id)
    if question := purpose_first(request, facts.visit_id):
        return question
    file = queries.sheet_file(report_id, signature_id, by=request.actor)
    record_export(noun="signature", subject=signature_id, purpose="signature", by=request.actor, country=facts.country)
    return file_answer(file.id)


