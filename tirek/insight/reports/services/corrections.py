"""Corrections: a new version of an issued report that says what it changes. Frozen rows stay; the new version prints other words instead."""

from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports.gathering import gather
from tirek.insight.reports.models import OPEN, Amendment, Report
from tirek.insight.reports.policies import check_draft, check_may_issue, check_may_word, check_may_write, check_text
from tirek.insight.reports.reach import reach
from tirek.insight.reports.refusals import ChangesNeeded, NotACorrection, ReportExists


def correct_report(*, report_id: UUID, changes: Words, by: Actor) -> Recorded[UUID]:
    """Begins a correction of an issued report: a new version that says what it changes. The issued one holds until the new one is issued.

    Raises NotFound, NotAllowed, IllegalMove, ChangesNeeded, ReportExists (a correction is under way already).
    """
    if not changes:
        raise ChangesNeeded
    check_text(changes)
    with record("report.correction-drafted", by=by) as act:
        old = reach(report_id, by, lock=True)
        check_may_issue(old, by)
        if not REPORT.allows(old.state, "supersede"):
            raise IllegalMove(verb="correct_report", state=old.state, possible=", ".join(REPORT.possible(old.state)) or "—")
        if Report.objects.filter(visit_id=old.visit_id, state__in=OPEN).exists():
            raise ReportExists
        report = Report(
            country=old.country, visit_id=old.visit_id, version=old.version + 1, corrects=old, summary=old.summary, changes=changes,
            author=by.id,
        )  # fmt: skip
        report.save()
        for each in old.amendments.all():
            Amendment(country=old.country, report=report, finding_id=each.finding_id, text=each.text, author=each.author).save()
        act.about("report", report.pk)
        return act.of(report.pk)


def amend_finding(*, report_id: UUID, finding_id: UUID, text: Words, by: Actor) -> Recorded[UUID]:
    """Writes what a correction prints instead of a frozen finding's text; nothing written brings the frozen text back.

    Raises NotFound, NotAllowed, IllegalMove, NotACorrection, ReportTextTooLong, DoctorOnly.
    """
    check_text(text)
    with record("report.finding-amended", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        check_draft(report, "amend_finding")
        if report.version == 1:
            raise NotACorrection
        if finding_id not in {each.id for each in gather(report.visit_id).findings}:
            raise NotFound
        check_may_word(report, finding_id, by)
        row = report.amendments.filter(finding_id=finding_id).first() or Amendment(
            country=report.country, report=report, finding_id=finding_id, author=by.id
        )
        row.text, row.author = row.text.rewritten(dict(text.texts)) if row.text and text else text, by.id
        row.save()
        return act.of(row.pk)
