"""What a version of a report is made of: the visit's records, with the wordings that a correction puts in place of frozen ones."""

from dataclasses import replace

from tirek.insight.reports.gathering import Gathered, gather
from tirek.insight.reports.models import Report


def gathered_for(report: Report) -> Gathered:
    """The records that this version prints."""
    gathered = gather(report.visit_id)
    texts = {each.finding_id: each.text for each in report.amendments.all() if each.text}
    if not texts:
        return gathered
    return replace(gathered, findings=tuple(replace(each, text=texts.get(each.id, each.text)) for each in gathered.findings))
