"""Review: submit, return to draft, approve. Approving freezes the text: its bytes are stored, and their digest is what signatures bind."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations.reach import hold_drafts
from tirek.foundation.files.services import store_file
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.report_states import REPORT
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.freezing import JSON, body_now, file_name, frozen_bytes, text_digest
from tirek.insight.reports.gathering import Gathered, signatories, sources_digest
from tirek.insight.reports.models import Dissent, Report, Return, Signature
from tirek.insight.reports.policies import (
    check_based,
    check_laid_on,
    check_may_review,
    check_may_write,
    check_named_nobody,
    check_reason,
    check_two_languages,
)
from tirek.insight.reports.reach import reach, standing
from tirek.insight.reports.refusals import ReviewedTextChanged, SummaryNeeded
from tirek.insight.reports.services.dates import last_day
from tirek.records.visits.queries import delegation_accounts
from tirek.records.visits.reach import hold
from tirek.records.visits.services import close_after_correction, open_for_correction
from tirek.records.visits.services.keeping import keep_passages


def submit(*, report_id: UUID, by: Actor) -> Recorded[UUID]:
    """Hands the draft to review. Raises NotFound, NotAllowed, IllegalMove, SummaryNeeded, RestsOnNothing, NotInBothLanguages, HitsUndecided."""
    with record("report.submitted", by=by, subject=("report", report_id)) as act:
        hold(reach(report_id, by).visit_id)
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        after = REPORT.after(report.state, "submit")
        if not report.summary:
            raise SummaryNeeded
        gathered = gathered_for(report)
        check_based(gathered)
        check_two_languages(gathered)
        check_named_nobody(report, gathered)
        report.state, report.submitted_by = after, by.id
        report.save()
        if report.version > 1:
            close_after_correction(visit_id=report.visit_id, by=by)
        return act.of(report.pk)


def return_to_draft(*, report_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Gives the report back to its authors, with the reason. Signatures over the old text become void; dissenting opinions stay.

    The office returns it, the leader too. `names_nobody`: why passages of the reason stay that could name somebody.
    Raises NotFound, NotAllowed, IllegalMove, ReportReasonNeeded, PassagesUndecided.
    """
    check_reason(reason)
    with record("report.returned", by=by, subject=("report", report_id)) as act:
        hold(reach(report_id, by).visit_id)
        report = reach(report_id, by, lock=True)
        if not standing(report.visit_id, report.country, by).keeps:
            raise NotAllowed
        before, report.state = report.state, REPORT.after(report.state, "return_to_draft")
        keep_passages(about=report.pk, country=report.country, texts=(reason,), because=names_nobody, by=by)
        Return(
            country=report.country, report=report, before=before, reason=reason.strip(), returned_by=by.id, returned_at=timezone.now()
        ).save()
        for signature in report.signatures.exclude(state="voided"):
            signature.state = "voided"
            signature.save()
        report.frozen_on = report.frozen_at = report.body = None
        report.digest = report.sources = report.approved_by = ""
        report.save()
        if report.version > 1:
            open_for_correction(visit_id=report.visit_id, by=by)
        return act.of(report.pk)


def approve(*, report_id: UUID, by: Actor, on: date | None = None, digest: str = "") -> Recorded[UUID]:
    """Approves the text and freezes it for signature; opinions of the version that it corrects are carried on. `on`, the day on which it was laid for signature, may lie in the past (paper).

    `digest`, where given, is the `text_digest` of what the reviewer was shown.
    Raises NotFound, NotAllowed, OwnReview, IllegalMove, ReviewedTextChanged, RestsOnNothing, NotInBothLanguages, HitsUndecided, ApprovalDate.
    """
    with record("report.approved", by=by, subject=("report", report_id)) as act:
        visit_id = reach(report_id, by).visit_id
        hold(visit_id)
        hold_drafts(visit_id)
        report = reach(report_id, by, lock=True)
        check_may_review(report, by)
        after = REPORT.after(report.state, "approve")
        gathered = gathered_for(report)
        if digest and digest != text_digest(body_now(report, gathered)):
            raise ReviewedTextChanged
        check_based(gathered)
        check_two_languages(gathered)
        check_named_nobody(report, gathered)
        check_laid_on(on or today(report.country), last_day(gathered.visit), report.country)
        report.state, report.approved_by = after, by.id
        freeze_body(report, gathered, on or today(report.country), by)
        return act.of(report.pk)


def freeze_body(report: Report, gathered: Gathered, on: date, by: Actor) -> None:
    """Stores the canonical bytes of the text and lays them before those who sign."""
    report.frozen_on, report.frozen_at = on, timezone.now()
    content = frozen_bytes(body_now(report, gathered))
    name = file_name(report, str(report.pk), "body", form="json")
    stored = store_file(content=content, name=name, media_type=JSON, country=report.country, by=by).value
    report.body, report.digest = stored, stored.sha256
    report.sources = sources_digest(gathered, report.summary, report.changes)
    report.save()
    carry_opinions(report)
    accounts = delegation_accounts(report.visit_id, by=SYSTEM)
    for position, each in enumerate(signatories(gathered.visit), start=1):
        Signature(
            country=report.country, report=report, member_id=each.member_id, account=accounts.get(str(each.member_id), ""),
            position=position, role=each.role, digest=report.digest,
        ).save()  # fmt: skip


def carry_opinions(report: Report) -> None:
    """Attaches to a correction the opinions of the version that it corrects, as they were written; what their writers took back of it stays so."""
    here = set(report.dissents.values_list("carried_from", flat=True))
    for each in report.corrects.dissents.filter(taken_back=False) if report.corrects else ():
        if each.written.pk not in here:
            Dissent(
                country=report.country, report=report, member_id=each.member_id, role=each.role, text=each.text, given_on=each.given_on,
                author=each.author, carried_from=each.written,
            ).save()  # fmt: skip
