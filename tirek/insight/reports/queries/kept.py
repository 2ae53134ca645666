"""Passages of reports, and of the reasons given about them, that could name somebody and stay, each with its recorded reason."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.reports.models import PassageDecision, Signature
from tirek.insight.reports.reach import standings, visible
from tirek.records.visits.queries import kept_about, recorded_visits


def kept_in_reports(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's, for those who write the record of their visit; why a signature is missing for those who keep the signatures. Cost: 8 queries."""
    mine = recorded_visits(by=by, country=country)
    reports = dict(visible(by, country).filter(visit__in=mine).order_by().values_list("pk", "visit_id"))
    decided = PassageDecision.objects.filter(decision="kept", country=country)
    kept = [KeptText("report", str(row.report_id), row.reason, row.decided_by, row.decided_at, row.digest) for row in decided if row.report_id in reports]
    pages = {str(key): str(key) for key in reports} | signatures(reports, by, country)
    rows = kept_about(pages)
    return (*kept, *(KeptText("report-reason", pages[row.about], row.reason, row.decided_by, row.decided_at, row.digest) for row in rows))


def signatures(reports: dict[UUID, UUID], by: Actor, country: str) -> dict[str, str]:
    """Missing signatures whose written reasons the actor reads, each with its report."""
    keeps = {visit for visit, standing in standings(frozenset(reports.values()), country, by).items() if standing.keeps}
    missing = Signature.objects.filter(state="missing", report__in=reports, report__visit__in=keeps)
    return {str(key): str(report) for key, report in missing.values_list("pk", "report_id")}
