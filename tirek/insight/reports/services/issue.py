"""The issue: the one verb that freezes findings and recommendations, gives the number, stores the bytes and starts the clocks."""

from datetime import date
from uuid import UUID

from tirek.followup.recommendations import queries as recommendation_queries
from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.reach import hold_drafts
from tirek.foundation.files.services import store_file
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.checkpoints import present_checkpoint
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.report_states import REPORT
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.freezing import JSON, file_name, finished, frozen_bytes
from tirek.insight.reports.gathering import Gathered
from tirek.insight.reports.models import Report, Series
from tirek.insight.reports.policies import check_may_issue, check_named_nobody, check_unchanged
from tirek.insight.reports.reach import reach
from tirek.insight.reports.refusals import IssueDate, NobodySigned, SignaturesOpen
from tirek.insight.reports.services.documents import KIND
from tirek.records.visits.reach import hold
from tirek.records.visits.services import mark_reported, settle_correction


def issue_visit_report(*, report_id: UUID, by: Actor, on: date | None = None) -> Recorded[UUID]:
    """Issues the report in one transaction: number, frozen bytes, recommendations with their clocks, the visit's findings; a corrected
    version is superseded. Then a job renders PDF and DOCX. `on` may lie in the past, for reports issued on paper; the ledger keeps the instant.

    Call it outside a transaction: the ledger's checkpoint that is printed must not cover entries that could still be rolled back.
    Raises NotFound, NotAllowed, IllegalMove, SignaturesOpen, NobodySigned, RowsChanged, HitsUndecided, IssueDate.
    """
    visit_id = reach(report_id, by).visit_id
    checkpoint = present_checkpoint()
    with record("report.issued", by=by, subject=("report", report_id)) as act:
        hold(visit_id)
        hold_drafts(visit_id)
        report = reach(report_id, by, lock=True)
        check_may_issue(report, by)
        report.state = REPORT.after(report.state, "issue")
        day = on or today(report.country)
        check_signatures(report, day)
        gathered = gathered_for(report)
        check_unchanged(report, gathered)
        check_named_nobody(report, gathered)
        old = Report.objects.select_for_update(no_key=True).filter(corrected_by=report).first()
        report.number, report.issued_on = old.number if old else next_number(report.country, day), day
        recommendations.issue(visit_id=visit_id, report_number=report.number, on=day, by=by)
        given = gathered_for(report)
        check_unchanged(report, given)
        if old:
            old.state = REPORT.after(old.state, "supersede")
            old.save()
            settle_correction(visit_id=visit_id, by=by)
        else:
            mark_reported(visit_id=visit_id, by=by, on=day)
        store_issued(report, given, checkpoint, by)
        return act.of(report.pk)


def check_signatures(report: Report, day: date) -> None:
    """Raises SignaturesOpen, NobodySigned, IssueDate."""
    lines = list(report.signatures.exclude(state="voided"))
    awaited = sum(each.state == "awaited" for each in lines)
    if awaited:
        raise SignaturesOpen(count=awaited)
    signed = [each.signed_on for each in lines if each.signed_on]
    if not signed:
        raise NobodySigned
    if not max(signed) <= day <= today(report.country):
        raise IssueDate(last=max(signed))


def next_number(country: str, day: date) -> str:
    """The next number of the year. The series' row is locked until the transaction ends: two who issue at once get two numbers, without a gap.

    A number under which recommendations came in with the earlier register is passed over.
    """
    series, _ = Series.objects.select_for_update(no_key=True).get_or_create(country=country, year=day.year)
    series.last += 1
    while recommendation_queries.stands_under(f"{series.last}/{day.year}", country=country):
        series.last += 1
    series.save()
    return f"{series.last}/{day.year}"


def store_issued(report: Report, given: Gathered, checkpoint: str, by: Actor) -> None:
    """Stores the bytes of the whole issued report and asks for its documents."""
    content = frozen_bytes(finished(report, given, checkpoint=checkpoint))
    name = file_name(report, report.number.replace("/", "-"), form="json")
    report.issued = store_file(content=content, name=name, media_type=JSON, country=report.country, by=by).value
    report.documents_job = enqueue(
        kind_name=KIND, arguments={"report": str(report.pk), "by": by.id}, by=by, country=report.country
    )
    report.save()
