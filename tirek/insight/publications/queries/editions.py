"""Reading editions of any kind: the newest, or one version of a published thing; what is published in a country."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from tirek.foundation.ui.formats import day
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition, standing
from tirek.insight.publications.refusals import EditionWithheld

COLUMNS = ("version", "published_at", "change", "note", "held__withheld_at", "held__note")
"""Of editions with `held` beside them (models.standing), what a version is made of."""


@dataclass(frozen=True, slots=True)
class Withholding:
    """Since when an edition is withheld, and what everybody is told of it."""

    since: datetime
    note: Words


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a published thing: its number, its moment, why it differs from the one before, and what changed, in words.

    Of one that is `withheld` the words on what changed are not told either: they may repeat what it is withheld for.
    """

    number: int
    published_at: datetime
    change: str
    note: Words
    withheld: Withholding | None = None


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
    """The newest edition of a thing, or that version. Raises NotFound, and for a version that is withheld EditionWithheld. Costs two queries."""
    rows = Edition.objects.filter(country=country, kind=kind, key=key)
    versions = tuple(version_of(*each) for each in rows.annotate(held=standing()).values_list(*COLUMNS))
    wanted = next((each for each in versions if version in (None, each.number)), None)
    if wanted is None:
        raise NotFound
    if wanted.withheld:
        since = wanted.withheld.since
        raise EditionWithheld(number=wanted.number, since=since, day=day(since), note=wanted.withheld.note)
    return Frozen(key, wanted, versions, json.loads(rows.get(version=wanted.number).body))


def version_of(number: int, published_at: datetime, change: str, note: Words, since: datetime | None, told: Words | None) -> Version:
    """A version of its COLUMNS."""
    if since is None:
        return Version(number, published_at, change, note)
    return Version(number, published_at, change, Words(), Withholding(since, told or Words()))


def newest_of(kind: str, country: str) -> tuple[Frozen, ...]:
    """The newest edition of every thing of a kind in a country, by key; `versions` holds only itself. Costs one query."""
    return tuple(_alone(row) for row in _newest(kind, country).order_by("key"))


def latest_of(kind: str, country: str) -> tuple[UUID, ...]:
    """Which edition of every thing of a kind in a country is the newest, the latest published first. Costs one query and reads no content."""
    return tuple(_newest(kind, country).order_by("-published_at", "key").values_list("pk", flat=True))


def these(editions: Iterable[UUID]) -> tuple[Frozen, ...]:
    """Some editions in their order; `versions` holds only itself. Costs one query."""
    wanted = tuple(editions)
    found = Edition.objects.in_bulk(wanted)
    return tuple(_alone(found[each]) for each in wanted)


def _newest(kind: str, country: str) -> QuerySet[Edition]:
    rows = Edition.objects.filter(country=country, kind=kind)
    latest = rows.filter(key=OuterRef("key")).order_by("-version").values("version")[:1]
    return rows.filter(version=Subquery(latest))


def _alone(row: Edition) -> Frozen:
    version = Version(row.version, row.published_at, row.change, row.note)
    return Frozen(row.key, version, (version,), json.loads(row.body))
