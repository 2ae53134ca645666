"""What a version of a report is made of: the visit's records, with the wordings that a correction puts in place of frozen ones."""

from dataclasses import replace

from tirek.foundation.ledger.once import once
from tirek.insight.reports.gathering import Gathered, gather
from tirek.insight.reports.models import Amendment, Report
from tirek.insight.reports.written import stored


@once
def amendments(report: Report) -> tuple[Amendment, ...]:
    """Wordings in place of frozen ones: only a correction has any. Cost: one query for a correction, else none."""
    return tuple(report.amendments.all()) if report.version > 1 else ()


def gathered_for(report: Report) -> Gathered:
    """The records that this version prints."""
    gathered = replace(gather(report.visit_id), translated=stored(report.translated))
    texts = {each.finding_id: each.text for each in amendments(report) if each.text}
    if not texts:
        return gathered
    return replace(gathered, findings=tuple(replace(each, text=texts.get(each.id, each.text)) for each in gathered.findings))
