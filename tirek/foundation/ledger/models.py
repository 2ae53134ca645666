"""The ledger's tables: entries, the rows each vouches for, tree nodes and the head. Nothing outside this app writes them."""

from typing import ClassVar

from django.db import models


class Head(models.Model):
    """One row: how many entries there are, and how many checkpoints were signed. Locking it puts writers in line.

    `notes` never exceeds what stands in the checkpoint file: a file that holds fewer was cut.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.PositiveBigIntegerField(default=0)
    notes = models.PositiveBigIntegerField(default=0)


class Entry(models.Model):
    """One act. `leaf` is the salted HMAC over the canonical entry; erasing `salt` erases what it could be checked against.

    `seal` is an HMAC with a key outside the database (`seals`); entries of the time before there was one have none.
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64, db_index=True)
    verb = models.CharField(max_length=60, db_index=True)
    noun = models.CharField(max_length=40, blank=True, default="")
    subject = models.CharField(max_length=64, blank=True, default="", db_index=True)
    purpose = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=8, blank=True, default="")
    veil = models.CharField(max_length=64, blank=True, default="", db_index=True)
    salt = models.BinaryField(max_length=32, null=True)
    leaf = models.BinaryField(max_length=32)
    seal = models.BinaryField(max_length=32, null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["seq"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["country", "at", "verb", "veil"], name="ledger_by_day"),  # of a week those of some verbs, without the others' rows
            models.Index(fields=["verb", "noun", "subject"], name="ledger_by_verb"),  # whether a veil was lifted
        ]


class EntryRow(models.Model):
    """One row written by an act: its salted HMAC after the act, or that it is gone."""

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="rows")
    table = models.CharField(max_length=63)
    row = models.CharField(max_length=36)
    gone = models.BooleanField(default=False)
    salt = models.BinaryField(max_length=32, null=True)
    mac = models.BinaryField(max_length=32, null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["table", "row", "entry"], name="ledger_row_entries")]


class Node(models.Model):
    """A perfect subtree's hash: level 0 is a leaf; `index` counts from the left within its level."""

    id = models.BigAutoField(primary_key=True)
    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["level", "index"], name="ledger_one_node")]
