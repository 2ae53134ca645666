"""What happened lately to reports. Of a version in work those are told who may see it; of a settled one, that it was issued or published, and no more:
how it came about is for those who wrote it, on its own page.
"""

from datetime import date

from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.insight.reports.models import SETTLED
from tirek.insight.reports.reach import visible

IN_WORK = told_lately("report.drafted", "report.edited", "report.submitted", "report.returned", "report.approved", "report.signed", "report.correction-drafted")
SAID_OF_ALL = told_lately("report.issued", "report.published")


def reports_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on reports that the reader may know of on these days, newest first; who did them for the office and those who visit. Cost: 5 queries."""
    found = [each for each in acts(country=country, since=since, until=until, verbs=IN_WORK | SAID_OF_ALL) if each.noun == "report"]
    rows = visible(by, country, {each.key for each in found}).order_by() if found else ()
    seen = {str(row.pk): row for row in rows and rows.select_related("visit__place", "issued")}
    named = by.has(*OFFICE, *VISITORS, country=country)
    told = []
    for each in found:
        row = seen.get(each.key)
        if row is not None and (each.verb in SAID_OF_ALL or row.state not in SETTLED):
            told.append(each.of(row.number or row.visit.place.name, named=named or each.actor == by.id))
    return tuple(told)
