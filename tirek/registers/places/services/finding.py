"""The locked place for a change, and its history laid without crossing. Shared by the services; it opens no act of its own."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils.translation import get_language

from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.spans import Span, cut, overlapping
from tirek.registers.places.folding import folded, sought
from tirek.registers.places.models import Place, PlaceMerge, PlaceSpan
from tirek.registers.places.policies import check_may_write_places
from tirek.registers.places.refusals import DatesReversed, DayAhead, HistoryOverlaps, MergedAway

Row = TypeVar("Row", bound=PlaceSpan)


def place_for(place_id: object, by: Actor) -> Place:
    """The locked place, for somebody who may write it. Raises NotFound (also where it may not be seen), NotAllowed."""
    found = Place.objects.filter(pk=as_uuid(place_id)).select_for_update(no_key=True).first()
    if found is None or not Place.objects.visible_to(by, found.country).filter(pk=found.pk).exists():
        raise NotFound()
    check_may_write_places(by, found.country)
    return found


def as_uuid(given: object) -> UUID:
    """The id; raises NotFound for what is none."""
    try:
        return given if isinstance(given, UUID) else UUID(str(given))
    except ValueError:
        raise NotFound() from None


def refuse_merged(place: Place, on: date | None = None) -> None:
    """Raises MergedAway for a place that is a part of another on that day (today unless told)."""
    merge = PlaceMerge.objects.filter(place=place).first()
    if merge and merge.on <= (on or today(place.country)):
        raise MergedAway(on=day(merge.on), name=place.name.best(get_language() or "ru"))


def refuse_ahead(on: date, country: str) -> None:
    """Raises DayAhead for a day after the country's today."""
    if on > today(country):
        raise DayAhead(on=day(on))


def in_order(since: date | None, until: date | None) -> Span:
    """The span; raises DatesReversed."""
    span = Span(since, until)
    if not span.ordered:
        raise DatesReversed(since=words_of(since), until=words_of(until))
    return span


def make_room(rows: Sequence[Row], new: Span) -> None:
    """Cuts the one row that the new span takes its tail or head from, and saves it. Raises HistoryOverlaps where that is not enough."""
    touched = [row for row in rows if row.span in overlapping([one.span for one in rows], new)]
    if not touched:
        return
    left = cut(touched[0].span, new)
    if len(touched) > 1 or left is None:
        raise HistoryOverlaps(since=words_of(touched[-1].since), until=words_of(touched[-1].until))
    touched[0].since, touched[0].until = left.since, left.until
    touched[0].save()


def words_of(given: date | None) -> str:
    """A day in words; an open end as three dots."""
    return day(given) if given else "…"


def refresh(place: Place) -> None:
    """Writes what the place mirrors of its history: name, days of opening and closing, texts for search and order."""
    names = sorted(place.names.all(), key=lambda row: row.span.first)
    openings = sorted(place.openings.all(), key=lambda row: row.span.first)
    place.name = names[-1].name
    place.opened_on, place.closed_on = openings[0].since, openings[-1].until
    place.sought = sought([row.name for row in names], place.address)
    place.order = folded(place.name.best(place.name.source))[:300]
    place.save()
