"""From which days a time limit has ended by a day: asked of an index instead of counting each row's limit. It knows no calendar: where a limit ends is an argument.

Within one rule a later start never ends earlier, so the newest start is found by halving; each rule of a limit that was changed is asked for itself.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

Span = tuple[date, date]
Ends = Callable[[date], date]
DAY = timedelta(days=1)


def newest_start(ends: Ends, span: Span, until: date) -> date | None:
    """The newest start within a rule's span whose limit ends on `until` or before; None where none does. `ends` never goes back while its start goes on. Cost: one call of it for each halving of the span, some 20 for one that begins with the calendar."""
    low, high = span[0], min(span[1], until)
    if high < low or ends(low) > until:
        return None
    while low < high:
        middle = high - (high - low) // 2
        low, high = (middle, high) if ends(middle) <= until else (low, middle - DAY)
    return low


def starts_until(ends: Ends, spans: Iterable[Span], until: date) -> tuple[Span, ...]:
    """The stretches of starts whose limits end on `until` or before, one for each rule that has any."""
    found = ((span[0], newest_start(ends, span, until)) for span in spans)
    return tuple((first, last) for first, last in found if last)


def starts_on(ends: Ends, spans: Iterable[Span], day: date) -> tuple[Span, ...]:
    """The stretches of starts whose limits end on that very day."""
    made = []
    for span in spans:
        last, before = newest_start(ends, span, day), newest_start(ends, span, day - DAY)
        if last and last != before:
            made.append((before + DAY if before else span[0], last))
    return tuple(made)
