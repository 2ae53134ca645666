"""What the search is told of recommendations of international reports: symbol and number, and their words. Those of a report that is not public are found by the office
and whom the head named; of the log of contacts nothing is told.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from tirek.followup.international.models import Paragraph, Reader
from tirek.foundation.search.sorts import Said, Sort, Told, said_in
from tirek.ground.rules.actors import MECHANISM, OFFICE, Actor


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each recommendation of a report. Cost: 2 queries."""
    rows = list(Paragraph.objects.filter(pk__in=keys).select_related("report__review"))
    named: defaultdict[UUID, list[str]] = defaultdict(list)
    for report, account in Reader.objects.filter(report__in={row.report_id for row in rows}, ended_on=None).order_by().values_list("report_id", "account"):
        named[report].append(account)
    for row in rows:
        said = (Said("paragraph", f"{row.report.symbol} {row.number}".strip(), names=True), *said_in("recommendation", row.text))
        yield Told(str(row.pk), said, audience(row, named[row.report_id]), row.report.dated or row.report.review.first_day)


def audience(row: Paragraph, named: Iterable[str]) -> tuple[str, ...]:
    """Who may read it: of a public report the mechanism's own; else the office and whom the head named."""
    if row.report.state == "public":
        return (f"mechanism.{row.country}",)
    return (f"reports.{row.country}", *(reader(account, row.country) for account in sorted(named)))


def reader(account: str, country: str) -> str:
    """The audience that is one named reader."""
    return f"reader.{country}.{account}"


def keys(after: str, size: int) -> list[str]:
    """Recommendations of reports in order of their ids."""
    rows = Paragraph.objects.filter(pk__gt=after) if after else Paragraph.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The mechanism's own, each as a reader who may be named, and the office."""
    if not by.has(*MECHANISM, country=country):
        return ()
    own = (f"mechanism.{country}", reader(by.id, country))
    return (*own, f"reports.{country}") if by.has(*OFFICE, country=country) else own


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those that the actor may read. Cost: one query."""
    return {str(key) for key in Paragraph.objects.readable_by(by, country).filter(pk__in=keys).order_by().values_list("pk", flat=True)}


def of_reports(reports: Iterable[object]) -> Iterable[object]:
    """The recommendations of these reports."""
    return Paragraph.objects.filter(report__in=list(reports)).order_by().values_list("pk", flat=True)


PARAGRAPHS = Sort(
    "paragraph", "i", told, keys, audiences, visible,
    {
        "international.Paragraph": lambda rows: rows,
        "international.BodyReport": of_reports,
        "international.Reader": lambda rows: of_reports(Reader.objects.filter(pk__in=rows).order_by().values_list("report_id", flat=True)),
    },
)  # fmt: skip
