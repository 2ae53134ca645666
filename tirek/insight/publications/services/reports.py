"""Publishing a report: its public edition, prepared by one person, goes out as exactly what a second person saw."""

from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.insight.publications.refusals import SameAsPublished
from tirek.insight.publications.services.editions import freeze
from tirek.insight.reports.documents.public import to_json
from tirek.insight.reports.services import settle_published


def publish_report(*, report_id: UUID, seen: str, by: Actor) -> Recorded[str]:
    """Publishes the public edition that was handed in; a correction's becomes a further edition of the same report. Returns the key of the published thing.

    Raises NotFound, NotAllowed, CopyNotOpen, OwnRedaction, NotIssuedNow, SendingNotRecorded, RequestNotRecorded, CopyChanged, SameAsPublished, PublishedMeanwhile.
    """
    with record("report.published", by=by, subject=("report", report_id)) as act:
        settled = settle_published(report_id=report_id, seen=seen, by=by)
        key = report_key(settled.number)
        if not freeze(kind="report", country=settled.country, key=key, origin=settled.origin, body=to_json(settled.public), change="correction"):
            raise SameAsPublished
        return act.of(key)


def report_key(number: str) -> str:
    """The name of a report in public addresses: its number, 3/2026 as 3-2026."""
    return number.replace("/", "-")
