"""Signatures: given here, brought on paper or as a national signature file, or missing for a recorded reason; and dissenting opinions."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from tirek.foundation.files.queries import file_facts
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.jurisdictions.queries import due, today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.report_states import MISSING, REPORT
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.models import Dissent, Report, Signature
from tirek.insight.reports.policies import (
    check_may_attach,
    check_may_keep,
    check_named_nobody,
    check_reason,
    check_signed_on,
    check_text,
    check_unchanged,
)
from tirek.insight.reports.reach import reach
from tirek.insight.reports.refusals import (
    AlreadySigned,
    CauseUnknown,
    DissentExists,
    NotASignatory,
    OpinionNeeded,
    OtherText,
    SheetAttached,
    TermRuns,
)
from tirek.records.visits.services.keeping import keep_passages


def sign(*, report_id: UUID, by: Actor, on: date | None = None, digest: str = "") -> Recorded[UUID]:
    """Signs the frozen text with one's own account. `digest`, where given, is that of the text the person read.

    Raises NotFound, IllegalMove, NotASignatory, AlreadySigned, OtherText, RowsChanged, HitsUndecided, SignatureDate.
    """
    with record("report.signed", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        report.state = REPORT.after(report.state, "sign")
        signature = report.signatures.exclude(state="voided").filter(account=by.id).first() if by.id else None
        if signature is None:
            raise NotASignatory
        if signature.state == "signed":
            raise AlreadySigned
        if digest and digest != report.digest:
            raise OtherText
        gathered = gathered_for(report)
        check_unchanged(report, gathered)
        check_named_nobody(report, gathered)
        check_signed_on(on or today(report.country), report)
        put_signature(signature, "account", on or today(report.country), by)
        return act.of(signature.pk)


def put_signature(signature: Signature, way: str, on: date, by: Actor) -> None:
    """Writes that the signature was given."""
    signature.state, signature.way, signature.signed_on = "signed", way, on
    signature.cause = signature.reason = ""
    signature.recorded_by, signature.recorded_at = by.id, timezone.now()
    signature.save()


def attach_signature_file(
    *, report_id: UUID, member_id: UUID, signed_on: date, by: Actor, file: NewFile | None = None, file_id: UUID | None = None
) -> Recorded[UUID]:
    """A scanned sheet or a national signature file of a member who signed outside; to a signature given here it is attached besides.

    The file is a new one, kept in the same transaction, or one that is stored already (`file_id`); it stays, and no other takes its place.
    The report prints who attached it. Raises NotFound, NotAllowed, IllegalMove, ApproverAttaches, SheetAttached, RowsChanged, HitsUndecided, SignatureDate.
    """
    with record("report.signature-attached", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_keep(report, by)
        report.state = REPORT.after(report.state, "sign")
        signature = signature_of(report, member_id)
        check_may_attach(report, signature, by)
        if signature.file_id is not None:
            raise SheetAttached
        gathered = gathered_for(report)
        check_unchanged(report, gathered)
        check_named_nobody(report, gathered)
        check_signed_on(signed_on, report)
        signature.file_id = kept_file(file, file_id, report.country, by)
        if signature.state == "signed":
            signature.save()
        else:
            put_signature(signature, "sheet", signed_on, by)
        return act.of(signature.pk)


def kept_file(file: NewFile | None, file_id: UUID | None, country: str, by: Actor) -> UUID:
    """The id of the file, stored now where it is new. Raises NotFound for neither and for an id of nothing."""
    if file is not None:
        return store_file(content=file.content, name=file.name, media_type=file.media_type, country=country, by=by).value.pk
    if file_id is None:
        raise NotFound
    return file_facts(file_id).id


def signature_of(report: Report, member_id: UUID) -> Signature:
    """The member's line under the present text; raises NotFound."""
    found = report.signatures.exclude(state="voided").filter(member_id=member_id).first()
    if found is None:
        raise NotFound
    return found


def record_missing_signature(
    *, report_id: UUID, member_id: UUID, cause: str, reason: str = "", by: Actor, names_nobody: str = ""
) -> Recorded[UUID]:
    """After the pack's term: that a signature is missing, and why. The report prints the `cause` alone; the `reason` in words stays inside.

    Raises CauseUnknown, ReportReasonNeeded (another cause than those of the list says itself in words), ReportTextTooLong, NotFound,
    NotAllowed, IllegalMove, AlreadySigned, TermRuns.
    """
    if cause not in MISSING:
        raise CauseUnknown(what=cause)
    check_reason(reason if reason.strip() or cause == "other" else "-")
    with record("report.signature-missing", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_keep(report, by)
        report.state = REPORT.after(report.state, "record_missing_signature")
        signature = signature_of(report, member_id)
        if signature.state == "signed":
            raise AlreadySigned
        last = signatures_due(report)
        if today(report.country) <= last:
            raise TermRuns(due=last)
        keep_passages(about=signature.pk, country=report.country, texts=(reason,), because=names_nobody, by=by)
        signature.state, signature.cause, signature.reason = "missing", cause, reason.strip()
        signature.recorded_by, signature.recorded_at = by.id, timezone.now()
        signature.save()
        return act.of(signature.pk)


def signatures_due(report: Report) -> date:
    """The last day of the term for signatures."""
    assert report.frozen_on
    return due(report.country, "signature", report.frozen_on)


def add_dissent(*, report_id: UUID, text: Words, by: Actor, on: date | None = None) -> Recorded[UUID]:
    """A signatory attaches a dissenting opinion to the frozen text, whether he or she signs or not. `on` may lie in the past (paper).

    Raises NotFound, IllegalMove, NotASignatory, OpinionNeeded, ReportTextTooLong, DissentExists, SignatureDate.
    """
    if not text:
        raise OpinionNeeded
    check_text(text)
    with record("report.dissent-added", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        report.state = REPORT.after(report.state, "sign")
        signature = report.signatures.exclude(state="voided").filter(account=by.id).first() if by.id else None
        if signature is None:
            raise NotASignatory
        if report.dissents.filter(member_id=signature.member_id, taken_back=False).exists():
            raise DissentExists
        given_on = on or today(report.country)
        check_signed_on(given_on, report)
        dissent = Dissent(
            country=report.country, report=report, member_id=signature.member_id, role=signature.role, text=text,
            given_on=given_on, author=by.id,
        )  # fmt: skip
        dissent.save()
        return act.of(dissent.pk)


def take_back_dissent(*, report_id: UUID, by: Actor) -> Recorded[UUID]:
    """Takes back one's own opinion before the report is issued; its row stays. Raises NotFound, IllegalMove."""
    with record("report.dissent-taken-back", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        REPORT.after(report.state, "sign")
        dissent = report.dissents.filter(author=by.id, taken_back=False).first()
        if dissent is None:
            raise NotFound
        dissent.taken_back = True
        dissent.save()
        return act.of(dissent.pk)
