"""Passages of reports, and of the reasons given about them, that could name somebody and stay, each with its recorded reason."""

from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.reports.models import PassageDecision, Signature
from tirek.insight.reports.reach import standings, visible
from tirek.records.visits.queries import kept_of_country, recorded_visits


def kept_in_reports(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's, for those who write the record of their visit; why a signature is missing for those who keep the signatures. Cost: 7 queries."""
    decided = list(PassageDecision.objects.filter(decision="kept", country=country))
    reasons = kept_of_country(country)
    missing = dict(Signature.objects.filter(state="missing", pk__in={UUID(row.about) for row in reasons}).values_list("pk", "report_id"))
    asked = {UUID(row.about) for row in reasons} | {row.report_id for row in decided} | set(missing.values())
    found = list(visible(by, country, asked).order_by().values_list("pk", "visit_id"))
    mine = recorded_visits((visit for _key, visit in found), by=by, country=country)
    reports = {key: visit for key, visit in found if visit in mine}
    kept = [KeptText("report", str(row.report_id), row.reason, row.decided_by, row.decided_at, row.digest) for row in decided if row.report_id in reports]
    pages = {str(key): str(key) for key in reports} | signatures(missing, reports, by, country)
    rows = (row for row in reasons if row.about in pages)
    return (*kept, *(KeptText("report-reason", pages[row.about], row.reason, row.decided_by, row.decided_at, row.digest) for row in rows))


def signatures(missing: dict[UUID, UUID], reports: dict[UUID, UUID], by: Actor, country: str) -> dict[str, str]:
    """Of missing signatures those whose written reasons the actor reads, each with its report."""
    asked = {key: reports[report] for key, report in missing.items() if report in reports}
    keeps = standings(frozenset(asked.values()), country, by)
    return {str(key): str(missing[key]) for key, visit in asked.items() if keeps[visit].keeps}
