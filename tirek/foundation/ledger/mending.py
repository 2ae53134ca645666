"""Putting right what was entered wrongly: the row gets its new values, and what stood in it before stays beside it, with the reason. It knows no noun."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from tirek.foundation.ledger.refusals import NothingMended
from tirek.foundation.ledger.rows import LedgeredRow
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words


class MendedRow(LedgeredRow):
    """What stood in a row (`thing`, of the sort `noun`) until it was mended: the names of its columns with what they held, days and texts of several languages as plain text."""

    noun = models.CharField(max_length=20)
    thing = models.UUIDField(db_index=True)
    before = models.JSONField(default=dict)
    reason = models.TextField(blank=True, default="")
    mended_on = models.DateField()
    mended_by = models.CharField(max_length=64)

    class Meta(LedgeredRow.Meta):
        abstract = True
        ordering: ClassVar[list[str]] = ["mended_on", "id"]


@dataclass(frozen=True, slots=True)
class MendedFacts:
    """That a thing was mended: when, by which account, why, and what stood before under each name."""

    on: date
    by: str
    reason: str
    before: tuple[tuple[str, str], ...]


def put_right(row: LedgeredRow, told: Mapping[str, Any], *, into: type[MendedRow], reason: str, on: date, by: Actor) -> bool:
    """Sets what differs and keeps what stood there, within the act under way; the caller saves the row. Returns whether anything differs."""
    before = {name: plain(getattr(row, name)) for name, value in told.items() if getattr(row, name) != value}
    if not before:
        return False
    into(country=row.country, noun=str(row._meta.model_name), thing=row.pk, before=before, reason=reason.strip(), mended_on=on, mended_by=by.id).save()
    for name in before:
        setattr(row, name, told[name])
    return True


def mended(row: LedgeredRow, told: Mapping[str, Any], *, into: type[MendedRow], reason: str, on: date, by: Actor) -> None:
    """The same, and saves the row. Raises NothingMended where everything stands as told already."""
    if not put_right(row, told, into=into, reason=reason, on=on, by=by):
        raise NothingMended
    row.save()


def plain(value: object) -> str:
    """A value as somebody can read it again; a text of several languages with the code of each."""
    if isinstance(value, Words):
        return "\n".join(f"{code}: {text}" for code, text in value.texts)
    return "" if value is None else str(value)


def mendings_of(found: Iterable[MendedRow]) -> dict[UUID, tuple[MendedFacts, ...]]:
    """Rows as frozen values, by the thing that was mended, in their order."""
    told: dict[UUID, tuple[MendedFacts, ...]] = {}
    for each in found:
        told[each.thing] = (*told.get(each.thing, ()), MendedFacts(each.mended_on, each.mended_by, each.reason, tuple(each.before.items())))
    return told
