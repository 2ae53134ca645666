"""All that is published of a country, for the mechanism's own people: each thing once, with its newest version."""

import json
from dataclasses import dataclass
from datetime import datetime

from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition
from tirek.insight.publications.titles import title_of


@dataclass(frozen=True, slots=True)
class Published:
    """A published thing: its kind, key and title, how many versions there are, and when and why the newest was made."""

    kind: str
    key: str
    title: Words
    versions: int
    published_at: datetime
    change: str


def published(*, by: Actor, country: str) -> tuple[Published, ...]:
    """Things by kind and key; nothing for who is not of the mechanism. Costs two queries, and holds the content of topics and reports."""
    if not by.has(*MECHANISM, country=country):
        return ()
    newest = {(row.kind, row.key): row for row in Edition.objects.filter(country=country).defer("body").order_by("kind", "key", "version")}
    ids = [row.pk for row in newest.values() if row.kind in ("topic", "report")]
    bodies = {row.pk: json.loads(row.body) for row in Edition.objects.filter(pk__in=ids)}
    return tuple(
        Published(row.kind, row.key, title_of(row.kind, country, row.key, bodies.get(row.pk, {})), row.version, row.published_at, row.change)
        for row in newest.values()
    )
