"""Spans of days that tell a history: both ends are included, None is open. They know no noun.

A new span may cut the tail or the head of one older span; it never swallows one, splits one, or touches two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` to `until`, both days included; None is open."""

    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the day lies in the span."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    @property
    def ordered(self) -> bool:
        """Whether the first day is not after the last."""
        return self.since is None or self.until is None or self.since <= self.until

    @property
    def first(self) -> date:
        """The first day, for comparing; an open one is before every day."""
        return self.since or date.min

    @property
    def last(self) -> date:
        """The last day, for comparing; an open one is after every day."""
        return self.until or date.max


def overlap(one: Span, other: Span) -> bool:
    """Whether the two have a day in common."""
    return one.first <= other.last and other.first <= one.last


def overlapping(spans: Iterable[Span], new: Span) -> tuple[Span, ...]:
    """The spans that have a day in common with the new one, in order of date."""
    return tuple(sorted((span for span in spans if overlap(span, new)), key=lambda span: span.first))


def cut(old: Span, new: Span) -> Span | None:
    """What is left of an older span when a new one takes its tail or its head; None when it would be swallowed or split.

    A new span without a last day takes a tail; one without a first day takes a head.
    """
    if old.first < new.first and new.last >= old.last:
        return Span(old.since, new.first - DAY)
    if new.last < old.last and new.first <= old.first:
        return Span(new.last + DAY, old.until)
    return None
