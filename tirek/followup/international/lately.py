"""What happened lately to reports of international bodies and their recommendations, for those who may know of them. Of links nothing is told: an end of one may be known
to fewer; nor of contacts.
"""

from datetime import date

from tirek.followup.international.models import BodyReport, Paragraph
from tirek.foundation.ledger.queries import Happened, acts, told_lately
from tirek.ground.rules.actors import OFFICE, VISITORS, Actor
from tirek.ground.rules.words import Words

OF_REPORTS = told_lately("international.report-entered", "international.step-entered", "international.step-mended", "international.report-mended")
OF_PARAGRAPHS = told_lately("international.paragraph-entered", "international.paragraph-amended")


def international_lately(*, by: Actor, country: str, since: date, until: date) -> tuple[Happened, ...]:
    """Acts on these days, newest first: a report by its symbol or title, a recommendation by these and its number; who did them for the office and those who visit.

    Cost: at most 3 queries.
    """
    found = acts(country=country, since=since, until=until, verbs=OF_REPORTS | OF_PARAGRAPHS)
    reports, paragraphs = ({each.key for each in found if each.verb in verbs} for verbs in (OF_REPORTS, OF_PARAGRAPHS))
    names: dict[str, Words | str] = {}
    if reports:
        names |= {str(row.pk): row.symbol or row.title for row in BodyReport.objects.known_to(by, country).filter(pk__in=reports)}
    if paragraphs:
        rows = Paragraph.objects.readable_by(by, country).filter(pk__in=paragraphs).select_related("report")
        names |= {str(row.pk): f"{row.report.symbol}, {row.number}" if row.report.symbol else row.report.title for row in rows}
    named = by.has(*OFFICE, *VISITORS, country=country)
    return tuple(each.of(names[each.key], named=named or each.actor == by.id) for each in found if each.key in names)
