"""Telling other systems of an edition, in the transaction that makes it: what sort of thing, its key and number, and where everybody may read it. No word of its content."""

from datetime import datetime

from tirek.foundation.webhooks.services import announce
from tirek.insight.publications.models import Edition

PAGES = {
    "document": "/documents/{key}/editions/{version}/",
    "picture": "/{country}/picture/editions/{version}/",
    "topic": "/{country}/topics/{key}/editions/{version}/",
    "profile": "/{country}/profile/{key}/editions/{version}/",
    "report": "/{country}/reports/{key}/editions/{version}/",
    "bodies": "/{country}/international/editions/{version}/",
}
"""Where the public face shows an edition of each kind; a face is above, so the addresses stand here as texts, and a test holds them to the face's."""
PROGRAMS = "/api/v1/{country}/editions/{kind}/{key}/{version}/"


def tell(event: str, row: Edition, at: datetime) -> None:
    """Announces an event of an edition."""
    where = {"country": row.country, "kind": row.kind, "key": row.key, "version": row.version}
    page = PAGES[row.kind] if row.kind != "profile" or row.key.isdigit() else "/{country}/"  # a series over the years has no page of one edition
    announce(
        event=event, country=row.country, about={"kind": row.kind, "key": row.key, "edition": row.version},
        page=page.format(**where), programs=PROGRAMS.format(**where), at=at,
    )  # fmt: skip
