"""Totals kept beside rows, within the act that changed them: how many there are of a sort, so that nobody has to read all rows to know.

A room says what each of its things adds (a visit, say). That is kept beside the total, and so is known to whoever takes it off again, though the rows
are changed or gone by then. Both are made of the rows alone and can be made again from nothing; no ledger vouches for them. Acts stand in line behind
the ledger's head while they are told, so that no total is written by two at once. It knows no room.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar
from uuid import UUID

from django.db import models

Parts = dict[str, dict[str, int]]
"""How many by series and key: {"area": {"health_care": 2}}."""
Adds = tuple[str, Parts]
"""The country of a thing, and what it adds to its totals."""


class Counted(models.Model):
    """What a thing adds. Its id is no relation: it stays when the thing goes, until it is taken off."""

    thing = models.UUIDField(primary_key=True)
    country = models.CharField(max_length=8)
    parts = models.JSONField()

    class Meta:
        abstract = True


class Total(models.Model):
    """How many there are under a key of a series; none where there are none."""

    country = models.CharField(max_length=8)
    series = models.CharField(max_length=16)
    key = models.CharField(max_length=120)
    number = models.IntegerField()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["country", "series", "key"], name="%(app_label)s_%(class)s_once")
        ]


def bring_totals_up(counted: type[Counted], total: type[Total], things: Collection[UUID], now: Mapping[UUID, Adds]) -> None:
    """Counts these things anew: `now` is what they add, nothing where one is not in it. Cost: 1 query, 4 more where something changed."""
    held: dict[UUID, Adds] = {each.thing: (each.country, each.parts) for each in counted._default_manager.filter(pk__in=things)}
    changed = [each for each in things if held.get(each) != now.get(each)]
    if not changed:
        return
    counted._default_manager.filter(pk__in=[each for each in changed if each in held]).delete()
    counted._default_manager.bulk_create(counted(thing=each, country=now[each][0], parts=now[each][1]) for each in changed if each in now)
    add(total, summed(now[each] for each in changed if each in now), summed(held[each] for each in changed if each in held))


def summed(adds: Iterable[Adds]) -> Counter[tuple[str, str, str]]:
    """What things add together, by country, series and key."""
    numbers = Counter[tuple[str, str, str]]()
    for country, parts in adds:
        for series, keys in parts.items():
            for key, number in keys.items():
                numbers[country, series, key] += number
    return numbers


def add(total: type[Total], more: Counter[tuple[str, str, str]], less: Counter[tuple[str, str, str]]) -> None:
    """Brings totals up; one that comes to nought goes."""
    more.subtract(less)
    steps = {at: step for at, step in more.items() if step}
    rows = total._default_manager.filter(country__in={at[0] for at in steps}, series__in={at[1] for at in steps}, key__in={at[2] for at in steps})
    held = {(each.country, each.series, each.key): each for each in rows}
    made, gone = [], []
    for at, step in steps.items():
        row = held.get(at) or total(country=at[0], series=at[1], key=at[2], number=0)
        row.number += step
        if row.number:
            made.append(row)
        elif row.pk:
            gone.append(row.pk)
    total._default_manager.filter(pk__in=gone).delete()
    total._default_manager.bulk_create([row for row in made if not row.pk])
    total._default_manager.bulk_update([row for row in made if row.pk], ["number"])


def totals_of(total: type[Total], country: str, series: str) -> Counter[str]:
    """A series of a country, by key. Cost: 1 query."""
    return Counter(dict(total._default_manager.filter(country=country, series=series).values_list("key", "number")))
