"""Ledgered rows: the base of every noun's model, and the canonical form of a row that the ledger vouches for.

It knows no concrete noun.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models
from django.db.models import Q

from tirek.foundation.ledger.acts import UnrecordedWrite, current_act, require_act
from tirek.ground.rules.words import Words

RowT = TypeVar("RowT", bound="LedgeredRow")

SAME_FOR_ALL = (list, dict, Words)  # defaults that are made for each row and yet the same for all
ORIGINS = ("entered", "sourced", "demonstration")


class LedgeredQuerySet(models.QuerySet[RowT]):
    """A queryset whose bulk writes the ledger can follow; `update` cannot be followed and is refused."""

    def bulk_create(self, objs: Iterable[RowT], *args: Any, **kwargs: Any) -> list[RowT]:
        """As Django's, with each row remembered by the act under way."""
        rows = list(objs)
        act = require_act(self.model._meta.db_table)
        act.before_making(rows)
        made = super().bulk_create(rows, *args, **kwargs)
        for row in rows:
            act.touch(row)
        return made

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: save each row, so that the ledger knows which changed."""
        raise UnrecordedWrite(f"{self.model._meta.db_table}: save the rows one by one instead of update(), so that the ledger sees them.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused like `update`."""
        raise UnrecordedWrite(f"{self.model._meta.db_table}: save the rows one by one instead of bulk_update(), so that the ledger sees them.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Deletes row by row, each remembered by the act under way."""
        rows = list(self)
        for row in rows:
            row.delete()
        return len(rows), {self.model._meta.label: len(rows)}


class LedgeredRow(models.Model):
    """A row with an opaque id, an origin and a country. Invented rows belong to the invented country and to no other.

    `PART_OF` is the column with the id of the thing that a row is a part of, for followers who keep something of that thing.
    """

    PART_OF: ClassVar[str] = ""
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    origin = models.CharField(max_length=13, choices=[(origin, origin) for origin in ORIGINS], default="entered")
    country = models.CharField(max_length=8, db_index=True)

    objects = LedgeredQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_origin",
                condition=Q(country="demo", origin="demonstration") | (~Q(country="demo") & ~Q(origin="demonstration")),
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves inside the act under way. A row of the invented country is marked as invented whatever the caller said."""
        act = require_act(self._meta.db_table)
        if self.country == "demo":
            self.origin = "demonstration"
        act.before_write(self)
        super().save(*args, **kwargs)
        act.touch(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes inside the act under way."""
        act = require_act(self._meta.db_table)
        act.before_write(self)
        act.touch(self, gone=True)
        return super().delete(*args, **kwargs)


class PartlyLedgered(models.Model):
    """A row of which the ledger vouches for some columns, as each recorded act leaves them; the others may change without an act."""

    VOUCHED: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; within an act that writes a column vouched for, the act's entry gets a line on the row."""
        only = kwargs.get("update_fields")
        act = current_act() if only is None or set(only) & set(self.VOUCHED) else None
        if act is not None:
            act.before_write(self)
        super().save(*args, **kwargs)
        if act is not None:
            act.touched[(type(self), str(self.pk))] = False


VouchedRow = LedgeredRow | PartlyLedgered


def canonical_row(row: VouchedRow) -> dict[str, object]:
    """The row as plain JSON values, the same on every database: column name -> value.

    A column at rest (its default, or nothing) is left out: so a row keeps its form when a later version of the house gives its table a
    further column, and the ledger goes on to vouch for what was recorded before. To put a value at rest still changes the form.
    """
    return parted_row(row)[0]


def parted_row(row: VouchedRow) -> tuple[dict[str, object], dict[str, object]]:
    """The row's columns as plain JSON values: those that somebody wrote, and those at rest."""
    written: dict[str, object] = {}
    resting: dict[str, object] = {}
    for field in columns_vouched_for(row):
        value = field.get_prep_value(getattr(row, field.attname))
        (resting if at_rest(field, value) else written)[field.attname] = canonical_value(value)
    return written, resting


def columns_vouched_for(row: models.Model) -> list["models.Field[Any, Any]"]:
    """The columns of a row that a line is made of: all, but where a row is vouched for in part."""
    fields = row._meta.concrete_fields
    return [each for each in fields if not isinstance(row, PartlyLedgered) or each.primary_key or each.name in row.VOUCHED]


def at_rest(field: "models.Field[Any, Any]", value: object) -> bool:
    """Whether the column holds what it would hold had nobody written it: never for one whose default differs from row to row (an id)."""
    if field.primary_key or not (field.has_default() or field.null):
        return False
    if not field.has_default():
        return value is None
    default = field.get_default() if field.default in SAME_FOR_ALL or not callable(field.default) else ...
    return default is not ... and field.get_prep_value(default) == value and type(field.get_prep_value(default)) is type(value)


def canonical_value(value: object) -> object:
    """One value as JSON without floats; instants in UTC with microseconds, decimals without trailing zeros.

    Raises TypeError for a type that has no exact form, floats among them.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds") if value.tzinfo else value.isoformat(timespec="microseconds")
        case date() | time():
            return value.isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case uuid.UUID():
            return str(value)
        case bytes() | memoryview() | bytearray():
            return bytes(value).hex()
        case dict():
            return {str(key): canonical_value(each) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [canonical_value(each) for each in value]
    raise TypeError(f"The ledger has no exact form for {type(value).__name__}; store it as text, integer or decimal.")
