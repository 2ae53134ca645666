"""Of which days somebody is reminded: the rooms that count days say how many and whose; this room only asks for the number."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

Source = Callable[[str, date], Mapping[str, int]]
"""Of a country and its day: how many days that each account watches over are near, here or past."""

_sources: list[Source] = []


def remind_by(source: Source) -> None:
    """Registers who counts such days."""
    _sources.append(source)


def reminders_of(country: str, today: date) -> Mapping[str, int]:
    """How many such days each account has in a country."""
    found: Counter[str] = Counter()
    for source in _sources:
        found.update(source(country, today))
    return found
