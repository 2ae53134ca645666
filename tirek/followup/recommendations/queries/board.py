"""The board: recommendations of the filter in columns, by what the authority says, what the mechanism verified, theme, addressee or a kind of labels.

A column is what the list holds under one filter more, in number and order; one that bears two labels stands in two columns. It knows no page, and must not know what else a column's reader may do.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from tirek.followup.recommendations.models import Labelled, Recommendation, sees_issued
from tirek.followup.recommendations.queries.lists import (
    NOTHING,
    Filters,
    Line,
    bearing,
    labelled,
    line,
    names_of_places,
    narrowed,
    page_keys,
    plain,
    told_by_labels,
)
from tirek.foundation.jurisdictions.queries import label_kinds, predecessors_of, successor_on
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words

AXES = ("word", "verification")
PLAIN = (*AXES, "theme", "addressee")
IN_FORCE = "issued"


def dimensions() -> tuple[str, ...]:
    """By what a board can be cut: columns of the recommendation, and the packs' kinds of labels."""
    return (*PLAIN, *(kind.code for kind in label_kinds()))


def on_board(filters: Filters) -> Filters:
    """The filters as the board asks them: what is in force, where no state was asked for."""
    return filters if filters.state else replace(filters, state=IN_FORCE)


def within(filters: Filters, dimension: str, key: str) -> Filters:
    """The filters of one column: those of the list that shows all of it."""
    if dimension not in PLAIN:
        return replace(filters, labels=tuple(dict.fromkeys((*filters.labels, key))))
    told: dict[str, Any] = {dimension: key or NOTHING}
    return replace(filters, **told)


def board_columns(*, by: Actor, country: str, today: date, filters: Filters, dimension: str) -> dict[str, int]:
    """How many recommendations each column holds that holds any, by its key; "" is what has no theme. Cost: 1 query of an index, more where the filters cost more.

    Of an addressee: what the list finds by it, also what was addressed to the bodies before it.
    """
    asked = on_board(filters)
    if dimension not in PLAIN:
        return of_kind(by, country, today, asked, dimension)
    found: QuerySet[Any] = labelled(by, country, today, asked) if dimension in AXES and told_by_labels(asked) else narrowed(by, country, today, asked)
    if dimension == "addressee":
        return of_bodies(country, today, found.order_by().values_list("addressee", "passed_to").annotate(number=Count("*")), asked.addressee)
    return dict(found.order_by().values_list(dimension).annotate(number=Count("*")))


def of_kind(by: Actor, country: str, today: date, filters: Filters, kind: str) -> dict[str, int]:
    """How many bear each label of a kind."""
    found = Labelled.objects.filter(country=country, kind=kind)
    if not sees_issued(by, country):
        return {}
    if told_by_labels(replace(filters, labels=(kind,))):
        for label in filters.labels:
            found = found.filter(recommendation__in=bearing(country, label))
        found = plain(found, filters, today)
    else:
        found = found.filter(recommendation__in=narrowed(by, country, today, filters).order_by().values("pk"))
    return dict(found.order_by().values_list("label").annotate(number=Count("*")))


def of_bodies(country: str, today: date, told: Iterable[tuple[str, str, int]], only: str) -> dict[str, int]:
    """How many the list finds by each body that stands today in an addressee's place, or to which something was passed on."""
    rows = list(told)
    codes = {only} if only else {passed_to or successor_on(country, addressee, today) for addressee, passed_to, _number in rows}
    counted = {}
    for code in codes:
        before = set(predecessors_of(country, code))
        counted[code] = sum(
            number for addressee, passed_to, number in rows if code in (addressee, passed_to) or (addressee in before and not passed_to)
        )  # fmt: skip
    return {code: number for code, number in counted.items() if number}


def board_cards(
    *, by: Actor, country: str, today: date, filters: Filters, dimension: str, keys: Iterable[str], size: int
) -> dict[str, tuple[Line, ...]]:
    """The newest `size` of each of these columns. Cost: 1 query a column, 2 more and 1 for places; what was addressed to a body costs one more in all."""
    asked = on_board(filters)
    found = {key: tuple(page_keys(by, country, today, within(asked, dimension, key), "", 0, size)) for key in keys}
    rows = {row.pk: row for row in Recommendation.objects.filter(pk__in={one for ids in found.values() for one in ids}).prefetch_related("wordings")}
    places = names_of_places(by, country, frozenset(row.visit_id for row in rows.values()))
    return {key: tuple(line(rows[one], today, places.get(rows[one].visit_id, Words())) for one in ids if one in rows) for key, ids in found.items()}


def by_days(column: str, *, by: Actor, country: str, today: date, filters: Filters) -> dict[date, int]:
    """How many recommendations of the filter were issued on each day (`issued_on`), or fall due (`due_on`). Cost: 1 query of an index; a century has some 25,000 days."""
    found: QuerySet[Any] = labelled(by, country, today, filters) if told_by_labels(filters) else narrowed(by, country, today, filters)
    return {on: number for on, number in found.order_by().values_list(column).annotate(number=Count("*")) if on}
