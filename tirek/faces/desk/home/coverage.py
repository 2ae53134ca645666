"""Places past their interval: the pack's rules, the places that work today, and the newest begun visit to each.

Only visits that have begun count, for everybody alike: nothing that is planned shows here, by its presence or by its absence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.fields import said
from tirek.faces.desk.home.things import Asked
from tirek.foundation.jurisdictions.pack import VisitKind
from tirek.foundation.jurisdictions.queries import mechanisms, visit_interval, visit_kinds
from tirek.foundation.ui.formats import day
from tirek.ground.rules.interval import PastInterval, Watched, counted_from, past_interval
from tirek.records.visits.policies import may_plan
from tirek.records.visits.queries import last_visits
from tirek.registers.places.queries import PlaceLine, open_places

SHOWN = 6


@dataclass(frozen=True, slots=True)
class PastPlace:
    """A place past its interval: its name, its address, and since when, in one sentence."""

    name: str
    href: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the places that a rule watches are past their interval, and those that wait longest."""

    watched: int
    past: int
    longest: tuple[PastPlace, ...]


def coverage(asked: Asked) -> Coverage | None:
    """For those who plan; None for everybody else and where the pack lays down no interval. Cost: 1 query, and 1 a kind of visit."""
    if not may_plan(asked.by, asked.country):
        return None
    places = {f"{order:08}": each for order, each in enumerate(open_places(by=asked.by, country=asked.country, on=asked.today))}
    rules = tuple(watched(asked, places))
    if not rules:
        return None
    found = past_interval(rules, asked.today)
    return Coverage(len({each.place for each in rules}), len(found), tuple(told(each, places[each.place]) for each in found[:SHOWN]))


def watched(asked: Asked, places: Mapping[str, PlaceLine]) -> Iterator[Watched]:
    """Each place under each rule that holds for it today; their keys keep the order of their names."""
    first = min((each.since for each in mechanisms(asked.country) if each.since), default=None)
    for kind in visit_kinds(asked.country, asked.today):
        if kind.intervals:
            yield from under_rule(asked, kind, places, first)


def under_rule(asked: Asked, kind: VisitKind, places: Mapping[str, PlaceLine], first: date | None) -> Iterator[Watched]:
    """The places under one kind of visit, each with its newest begun visit of that kind."""
    seen: dict[UUID, date] = last_visits(country=asked.country, kinds=[kind.code])
    rules = {code: visit_interval(asked.country, code, kind.code, asked.today) for code in {each.kind for each in places.values()}}
    for key, each in places.items():
        rule = rules[each.kind]
        if rule:
            yield Watched(key, rule.months, seen.get(each.id), counted_from(each.opened_on, rule.since, first), said(kind.name))


def told(each: PastInterval, place: PlaceLine) -> PastPlace:
    """One place with its sentence. It names the kind of visit: the place may well have had others."""
    words = {"kind": each.kind, "day": day(each.standing.due_on)}
    if each.standing.overdue_days == 0:
        sentence = _("No %(kind)s visit yet.") % words
    elif each.standing.never_visited:
        sentence = _("No %(kind)s visit yet; the first was due on %(day)s.") % words
    else:
        sentence = _("The next %(kind)s visit was due on %(day)s.") % words
    return PastPlace(said(place.name), reverse("desk:place", args=[place.id]), sentence)
