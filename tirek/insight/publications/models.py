"""Editions: what the public was given on a day. A row is never changed; a correction is a further version of the same thing.

The whole of an edition stands in its row, so that a process that serves the public alone needs no other table.
"""

from typing import ClassVar

from django.db import models

from tirek.foundation.ledger.rows import LedgeredRow
from tirek.foundation.ui.fields import WordsField

KINDS = ("document", "topic", "profile", "picture")
CHANGES = ("", "rules", "decisions", "correction", "reply", "values", "definitions")
"""Why a version differs from the one before: the rules that read it, what people decided, a correction, a reply, values, or their definitions. The first
has no reason."""


class Edition(LedgeredRow):
    """One version of a published thing. `key` names the thing within its kind and country; `body` is its content as JSON; `note` says what changed."""

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    change = models.CharField(max_length=12, blank=True, default="")
    note = WordsField(blank=True)
    body = models.TextField()

    class Meta(LedgeredRow.Meta):
        ordering: ClassVar[list[str]] = ["-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *LedgeredRow.Meta.constraints,
            models.UniqueConstraint(fields=["country", "kind", "key", "version"], name="publications_one_version"),
        ]
