"""A place's story in words: happenings and the visits that the reader may know of as events of one time line, and counts as a picture."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tirek.faces.desk.listing import Asked
from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.queries import visit_kind
from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.formats import day, number, span
from tirek.foundation.ui.pieces import Column, Event
from tirek.records.visits.queries import VisitLine
from tirek.registers.places.queries import Count, Happening, PlaceFacts, story

ICONS = {
    "opened": "building",
    "closed": "ban",
    "named": "pencil",
    "authority": "building-community",
    "counted": "users",
    "event": "calendar-event",
    "merged": "arrow-right",
    "took-in": "plus",
}


def events_of(facts: PlaceFacts, visits: Iterable[VisitLine] = ()) -> list[Event]:
    """The story with the visits, oldest first; what has no day comes first. Cancelled visits are left out."""
    told = [event_of(one) for one in story(facts)]
    told += [visit_event(one, facts.country) for one in visits if one.state != "cancelled"]
    return sorted(told, key=lambda event: event.day if isinstance(event.day, date) else date.min)


def visit_event(one: VisitLine, country: str) -> Event:
    """A visit in words, with the way to it; one that has not begun is still ahead."""
    title = _("Visit: %(kind)s") % {"kind": said(visit_kind(country, one.kind).name)}
    days = "" if one.starts_on == one.ends_on else span(one.starts_on, one.ends_on)
    try:
        href = reverse("desk:visit", args=[one.id])
    except NoReverseMatch:  # the visits' pages may not be built into this house
        href = ""
    return Event(title, one.starts_on, days, href, "route", ahead=one.state == "planned")


def event_of(one: Happening) -> Event:
    """One happening in words."""
    name = said(one.words) if one.words else ""
    text = count_words(one.count) if one.count else one.detail
    href = reverse("desk:place", args=[one.place_id]) if one.place_id else ""
    return Event(title_of(one) % {"name": name}, one.on or _("from the beginning"), text, href, ICONS[one.what])


def past_of(places: Sequence[PlaceFacts], _asked: Asked) -> Iterable[tuple[UUID, list[object]]]:
    """The stories of places for a file: what the register tells, without visits."""
    for one in places:
        for each in story(one):
            event = event_of(each)
            yield one.id, [event.day, event.title, event.text]


def title_of(one: Happening) -> str:
    """The sentence of a happening, with the place %(name)s still open."""
    return {
        "opened": _("Opened"),
        "closed": _("Closed: the last day"),
        "named": _("Called “%(name)s”"),
        "authority": _("Under the authority: %(name)s"),
        "counted": _("People counted"),
        "event": _("Event: %(name)s"),
        "merged": _("Became a part of “%(name)s”"),
        "took-in": _("Took in “%(name)s”"),
    }[one.what]


def count_words(count: Count) -> str:
    """A count as one sentence; figures that are not known are left out."""
    said_ = [
        (_("capacity %(figure)s"), count.capacity),
        (_("held at least %(figure)s") if count.partial else _("held %(figure)s"), count.total),
        (_("men and boys %(figure)s"), count.male),
        (_("women and girls %(figure)s"), count.female),
        (_("sex not known %(figure)s"), count.unknown),
        (_("of them minors %(figure)s"), count.minors),
    ]
    sentence = ", ".join(words % {"figure": number(figure)} for words, figure in said_ if figure is not None)
    return sentence[:1].upper() + sentence[1:]


def picture_of(facts: PlaceFacts) -> Picture | None:
    """Capacity and people held over time, where there are two counts to compare."""
    counts = [one for one in facts.counts if one.total is not None and not one.partial]
    if len(counts) < 2:
        return None
    held, capacity = _("people held"), _("capacity")
    points = [(one.counted_on, what, n) for one in counts for what, n in ((held, one.total), (capacity, one.capacity)) if n is not None]
    values = [{"day": on.isoformat(), "what": what, "n": n} for on, what, n in points]
    spec = {
        "data": {"values": values},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None, "axis": {"format": "%Y", "tickCount": "year"}},
            "y": {"field": "n", "type": "quantitative", "title": None, "scale": {"zero": True}},
            "color": {"field": "what", "type": "nominal", "title": None, "sort": None},
            "strokeDash": {"field": "what", "type": "nominal", "title": None, "sort": None},
        },
    }
    first, last = counts[0], counts[-1]
    words = {"first": day(first.counted_on), "last": day(last.counted_on), "a": number(first.total or 0), "b": number(last.total or 0)}
    return draw(
        spec,
        title=_("People held and capacity over time"),
        alt=_("A line of the people held: %(a)s on %(first)s, %(b)s on %(last)s; beside it the capacity.") % words,
        columns=[Column(_("Counted on")), Column(held, numeric=True), Column(capacity, numeric=True)],
        rows=[[one.counted_on, one.total, one.capacity] for one in counts],
    )
