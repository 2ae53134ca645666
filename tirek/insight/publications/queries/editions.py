"""Reading editions of any kind: the newest, or one version of a published thing; what is published in a country."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a published thing: its number, its moment, why it differs from the one before, and what changed, in words."""

    number: int
    published_at: datetime
    change: str
    note: Words


@dataclass(frozen=True, slots=True)
class Frozen:
    """A published thing: its key, this version, all versions the newest first, and its content as it was frozen."""

    key: str
    version: Version
    versions: tuple[Version, ...]
    body: Mapping[str, Any]

    @property
    def newest(self) -> bool:
        """Whether no later version stands."""
        return self.version == self.versions[0]


def edition(kind: str, country: str, key: str, version: int | None = None) -> Frozen:
    """The newest edition of a thing, or that version. Raises NotFound. Costs two queries."""
    rows = Edition.objects.filter(country=country, kind=kind, key=key)
    versions = tuple(Version(*each) for each in rows.values_list("version", "published_at", "change", "note"))
    wanted = next((each for each in versions if version in (None, each.number)), None)
    if wanted is None:
        raise NotFound
    return Frozen(key, wanted, versions, json.loads(rows.get(version=wanted.number).body))


def newest_of(kind: str, country: str) -> tuple[Frozen, ...]:
    """The newest edition of every thing of a kind in a country, by key; `versions` holds only itself. Costs one query."""
    rows = Edition.objects.filter(country=country, kind=kind)
    latest = rows.filter(key=OuterRef("key")).order_by("-version").values("version")[:1]
    return tuple(_alone(row) for row in rows.filter(version=Subquery(latest)).order_by("key"))


def _alone(row: Edition) -> Frozen:
    version = Version(row.version, row.published_at, row.change, row.note)
    return Frozen(row.key, version, (version,), json.loads(row.body))
