"""What must hold of a pack's numbers and days: lengths are at least one, a body ends before its successor begins, duties have one holder.

Pure over one pack; it answers which value is wrong, under which key and why. It knows no file and no line.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import get_args, get_type_hints

from tirek.foundation.jurisdictions.pack import Authority, Dated, Duty, DutyHolder, Pack, Tick

POINTS: tuple[str, ...] = get_args(get_type_hints(Tick)["point"])
"""What must be ticked, in the order of docs/reference/publishing.md."""
MOST_TILES, TILE_LETTERS = 16, 11
CURRENCY = re.compile("[A-Z]{3}")
Fault = tuple[object, str, str]
"""The value, the key under which it is wrong, one sentence."""


def unsound(pack: Pack) -> Iterator[Fault]:
    """Every number or day of the pack that cannot be meant."""
    yield from _lengths(pack)
    for authority in pack.authorities:
        yield from _succession(authority)
    for duty in pack.duties:
        yield from _held_twice(duty)
    yield from _feasts(pack)
    yield from _ticks(pack)
    yield from _money(pack)
    yield from _tiles(pack)


def _ticks(pack: Pack) -> Iterator[Fault]:
    """Own records are published only once a lawyer ticked every point, each once and by name."""
    head = pack.head
    ticked = [tick.point for tick in head.own_records_ticks]
    for tick in head.own_records_ticks:
        if ticked.count(tick.point) > 1:
            yield tick, "point", f"the point “{tick.point}” is ticked twice; keep the later tick."
        if not tick.by.strip():
            yield tick, "by", f"the point “{tick.point}” is ticked by nobody; write the lawyer's name and office."
    missing = [point for point in POINTS if point not in ticked]
    if head.own_records == "on" and missing:
        yield head, "own_records", f"own records are on, but not ticked: {', '.join(missing)}. Turn them off until docs/reference/publishing.md is ticked whole."


def _money(pack: Pack) -> Iterator[Fault]:
    if pack.head.currency and not CURRENCY.fullmatch(pack.head.currency):
        yield pack.head, "currency", f"“{pack.head.currency}” is no code of ISO 4217: it has three capital letters."


def _tiles(pack: Pack) -> Iterator[Fault]:
    """No two regions of one day share a square, and a name fits into it."""
    placed = [(region, region.tile) for region in pack.regions if region.tile]
    for region, tile in placed:
        if not (1 <= tile.column <= MOST_TILES and 1 <= tile.row <= MOST_TILES):
            yield region, "tile", f"region “{region.code}”: columns and rows of tiles are numbers from 1 to {MOST_TILES}."
        if long := [text for _code, text in tile.short.texts if len(text) > TILE_LETTERS]:
            yield region, "tile", f"region “{region.code}”: “{long[0]}” is longer than the {TILE_LETTERS} letters that fit into a tile."
    for (before, tile), (after, other) in combinations(placed, 2):
        if (tile.column, tile.row) == (other.column, other.row) and _begins(before) <= _ends(after) and _begins(after) <= _ends(before):
            yield after, "tile", f"“{before.code}” and “{after.code}” stand on one tile; move one of them."


def _lengths(pack: Pack) -> Iterator[Fault]:
    rules = [(rule, "amount", rule.amount, f"term “{term.key}”") for term in pack.terms for rule in term.rules]
    intervals = [(one, "months", one.months, f"visit kind “{kind.code}”") for kind in pack.visit_kinds for one in kind.intervals]
    smallest = [(one, "members", one.members, "minimum_delegation") for one in pack.head.minimum_delegation]
    digits = [(pack.head, "personal_number_digits", pack.head.personal_number_digits, "personal numbers")]
    longest = [(pack.head, "longest_visit_days", pack.head.longest_visit_days, "visits")]
    for thing, key, number, whose in [*rules, *intervals, *smallest, *digits, *longest]:
        if number < 1:
            yield thing, key, f"{whose}: “{key}” is {number}, but must be at least 1."


def _succession(authority: Authority) -> Iterator[Fault]:
    succession = authority.succeeded_by
    for period in authority.periods if succession else ():
        if succession and (period.until is None or period.until >= succession.on):
            ends = f"stands until {period.until}" if period.until else "has no end"
            what = f"authority “{authority.code}” {ends}, but is succeeded on {succession.on}; it must end before that day."
            yield succession, "on", what


def _held_twice(duty: Duty) -> Iterator[Fault]:
    """Two holders on one day, unless the duty says that it is shared; one holder twice is always wrong."""
    ordered = sorted(duty.holders, key=_begins)
    for before, after in combinations(ordered, 2):
        same = before.authority == after.authority
        if (same or not duty.shared) and _ends(before) >= _begins(after):
            yield after, "authority", f"duty “{duty.code}”: {_both(before, after)}"


def _feasts(pack: Pack) -> Iterator[Fault]:
    for holiday in pack.holidays:
        if holiday.feast and holiday.feast not in pack.head.movable_feasts:
            yield holiday, "feast", f"unknown feast “{holiday.feast}”; movable_feasts of pack.yaml names them."
        elif holiday.feast and holiday.on is None:
            yield holiday, "feast", f"the feast “{holiday.feast}” moves from year to year: it needs “on”."


def _both(before: DutyHolder, after: DutyHolder) -> str:
    if before.authority == after.authority:
        return f"this interval overlaps another of “{after.authority}”."
    return f"“{before.authority}” and “{after.authority}” hold it on one day; correct the dates, or write shared: true where the law gives it to several."


def _begins(span: Dated) -> date:
    return span.since or date.min


def _ends(span: Dated) -> date:
    return span.until or date.max
