"""The one place that writes an edition: a thing as the public is given it from now on. It knows no kind's content."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition

UNCHANGED = Words()


def freeze(
    *, kind: str, country: str, key: str, origin: str, body: Mapping[str, Any], change: str = "", note: Words = UNCHANGED, kept_because: str = ""
) -> bool:
    """A further version of a thing, unless nothing of it changed since the newest; within the act under way. Returns whether one was made.

    `change` says why it differs from the one before (models.CHANGES) and `note` what changed, in words; both are left out of a first version.
    `kept_because` says why passages that a person wrote stay.
    """
    told = json.dumps(body, ensure_ascii=False, sort_keys=True)
    before = Edition.objects.filter(country=country, kind=kind, key=key).first()
    if before is not None and before.body == told:
        return False
    version, change, note = (before.version + 1, change, note) if before else (1, "", UNCHANGED)
    made = {"country": country, "origin": origin, "kind": kind, "key": key, "version": version, "change": change, "note": note}
    Edition(published_at=timezone.now(), body=told, kept_because=kept_because, **made).save()
    return True


def newest_body(kind: str, country: str, key: str) -> Mapping[str, Any] | None:
    """The content of the newest version, or nothing."""
    before = Edition.objects.filter(country=country, kind=kind, key=key).first()
    return json.loads(before.body) if before else None
