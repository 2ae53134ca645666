"""The index: what is told of each thing as marks, the vocabulary in which typing errors are looked for, and whether all of it is whole.

None of it is ledgered: rows make it again.
"""

from typing import ClassVar

from django.db import models

from tirek.foundation.search.indexes import Part


class Entry(models.Model):
    """One thing: its number gives the order, `key` is its id in its room. Written and deleted, never changed: what finds marks follows these two."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=64)
    marks = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["kind", "key"], name="search_one_entry_a_thing")]
        indexes: ClassVar[list[models.Index]] = [Part(name="search_whole"), Part(name="search_come"), Part(name="search_gone")]


class Variant(models.Model):
    """That a stem stands somewhere, under one of its spellings with a letter left out. `made` is the making of the index that last saw it."""

    variant = models.CharField(max_length=40)
    stem = models.CharField(max_length=40, db_index=True)
    made = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["variant", "stem"], name="search_one_variant")]


class State(models.Model):
    """The one row that says by which rules the index is whole; other rules or none mean that it is being made anew. `making` counts the makings."""

    rules = models.CharField(max_length=40, blank=True, default="")
    making = models.PositiveIntegerField(default=0)
