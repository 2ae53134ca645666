"""Places past their interval, those that wait longest: as the visits room says how places stand. It names no visit that has not begun."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.home.things import Asked
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import visit_kind
from tirek.foundation.ui.formats import day
from tirek.ground.rules.interval import Due
from tirek.records.visits.queries import standings
from tirek.registers.places.queries import PlaceLine

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
    """For those who plan; None for everybody else and where the pack lays down no interval. Cost: 2 queries."""
    found = [(each.place, each.due) for each in standings(by=asked.by, country=asked.country, today=asked.today) if each.due]
    past = [(place, due) for place, due in found if due.past]
    return Coverage(len(found), len(past), tuple(told(asked.country, due, place) for place, due in past[:SHOWN])) if found else None


def told(country: str, due: Due, place: PlaceLine) -> PastPlace:
    """One place with its sentence. It names the kind of visit: the place may well have had others."""
    return PastPlace(said(place.name), reverse("desk:place", args=[place.id]), sentence(country, due))


def sentence(country: str, due: Due) -> str:
    """What the rule asks for and since when."""
    words = {"kind": said(visit_kind(country, due.kind).name), "day": day(due.due_on)}
    if due.overdue_days == 0:
        return _("No %(kind)s visit yet.") % words
    if due.last_visit is None:
        return _("No %(kind)s visit yet; the first was due on %(day)s.") % words
    return _("The next %(kind)s visit was due on %(day)s.") % words
