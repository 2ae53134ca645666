"""The one place that writes an edition: a thing as the public is given it from now on. It knows no kind's content."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from tirek.foundation.webhooks.events import CORRECTED, PUBLISHED
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition, EditionTheme
from tirek.insight.publications.refusals import PublishedMeanwhile
from tirek.insight.publications.services.announced import tell
from tirek.insight.publications.themes import themes_of

UNCHANGED = Words()


def freeze(
    *, kind: str, country: str, key: str, origin: str, body: Mapping[str, Any], change: str = "", note: Words = UNCHANGED, kept_because: str = ""
) -> bool:
    """A further version of a thing, unless nothing of it changed since the newest; within the act under way. Returns whether one was made.

    `change` says why it differs from the one before (models.CHANGES) and `note` what changed, in words; both are left out of a first version.
    `kept_because` says why passages that a person wrote stay. Raises PublishedMeanwhile where somebody else made this very version at the same moment.
    """
    told = json.dumps(body, ensure_ascii=False, sort_keys=True)
    before = newest(kind, country, key)
    if before is not None and before.body == told:
        return False
    version, change, note = (before.version + 1, change, note) if before else (1, "", UNCHANGED)
    made = {"country": country, "origin": origin, "kind": kind, "key": key, "version": version, "change": change, "note": note}
    row = Edition(published_at=timezone.now(), body=told, kept_because=kept_because, **made)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if Edition.objects.filter(country=country, kind=kind, key=key, version=version).exists():
            raise PublishedMeanwhile from None
        raise
    EditionTheme.objects.bulk_create(EditionTheme(edition=row, theme=each) for each in sorted(themes_of(kind, body)))
    tell(CORRECTED if before else PUBLISHED, row, row.published_at)
    return True


def newest_body(kind: str, country: str, key: str) -> Mapping[str, Any] | None:
    """The content of the newest version, or nothing."""
    before = newest(kind, country, key)
    return json.loads(before.body) if before else None


def newest(kind: str, country: str, key: str) -> Edition | None:
    """The newest version as its row."""
    return Edition.objects.filter(country=country, kind=kind, key=key).first()
