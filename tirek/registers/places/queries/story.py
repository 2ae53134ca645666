"""The story of a place: what happened to it, in order of date. Visits are added by whoever may read them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tirek.foundation.jurisdictions.queries import authority_history, events, place_kind
from tirek.ground.rules.spans import DAY
from tirek.ground.rules.words import Words
from tirek.registers.places.queries.facts import Count, PlaceFacts

What = Literal["opened", "closed", "named", "authority", "counted", "event", "merged", "took-in"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `on` None: before everything that is dated. `words` is the name it is about; `detail` a free note."""

    what: What
    on: date | None
    words: Words | None = None
    detail: str = ""
    place_id: str = ""
    count: Count | None = None


def story(facts: PlaceFacts) -> tuple[Happening, ...]:
    """Everything that is known to have happened, oldest first; what has no day comes first."""
    told = [*openings(facts), *names(facts), *authorities(facts), *ties(facts), *merges(facts)]
    told += [Happening("counted", count.counted_on, count=count) for count in facts.counts]
    return tuple(sorted(told, key=lambda one: one.on or date.min))


def openings(facts: PlaceFacts) -> list[Happening]:
    """First and last days."""
    begun = [Happening("opened", span.since) for span in facts.openings if span.since]
    return begun + [Happening("closed", span.until) for span in facts.openings if span.until and not merged_on(facts, after(span.until))]


def after(last: date) -> date:
    """The day after; of the last day there is, itself."""
    return last + DAY if last < date.max else last


def merged_on(facts: PlaceFacts, on: date) -> bool:
    """Whether the place became a part of another on that day, which says more than that it closed."""
    return facts.merged_into is not None and facts.merged_into.on == on


def names(facts: PlaceFacts) -> list[Happening]:
    """Every name; the first one only where there were others or its day is known."""
    if len(facts.names) == 1 and facts.names[0].span.since is None:
        return []
    return [Happening("named", row.span.since, row.name) for row in facts.names]


def authorities(facts: PlaceFacts) -> list[Happening]:
    """Every day on which the place came under another authority, or its authority got another name."""
    told: list[Happening] = []
    before = ""
    for on in turning_days(facts):
        standing = facts.authority_on(on)
        said = standing.name.best("ru") if standing else ""
        if said != before and standing:
            told.append(Happening("authority", None if on == date.min else on, standing.name))
        before = said
    return told


def turning_days(facts: PlaceFacts) -> list[date]:
    """Days on which the authority may change: of the place's own rows, the pack's rule, and the bodies' names and successions."""
    days = {date.min}
    spans = [(row.span.since, row.span.until) for row in facts.authorities]
    spans += [(rule.since, rule.until) for rule in place_kind(facts.country, facts.kind).responsible]
    for code in bodies(facts):
        known = authority_history(facts.country, code)
        spans += [(period.since, period.until) for period in known.periods]
        days |= {known.succeeded_by.on} if known.succeeded_by else set()
    days |= {since for since, _ in spans if since} | {after(until) for _, until in spans if until}
    first = facts.openings[0].since if facts.openings else None
    return sorted({first} | {day for day in days if day > first} if first else days)


def bodies(facts: PlaceFacts) -> set[str]:
    """Codes of all authorities that ever answer for the place, with those that came after them."""
    near = {row.authority for row in facts.authorities} | {rule.authority for rule in place_kind(facts.country, facts.kind).responsible}
    for code in tuple(near):
        while following := authority_history(facts.country, code).succeeded_by:
            near.add(code := following.to)
    return near


def ties(facts: PlaceFacts) -> list[Happening]:
    """Events of the country that the place has to do with, on their first day."""
    known = {event.id: event for event in events(facts.country)}
    return [Happening("event", known[tie.event].since, known[tie.event].name, tie.note) for tie in facts.events if tie.event in known]


def merges(facts: PlaceFacts) -> list[Happening]:
    """Becoming a part of another place, and taking others in."""
    gone = [Happening("merged", facts.merged_into.on, facts.merged_into.name, place_id=str(facts.merged_into.place_id))] if facts.merged_into else []
    return gone + [Happening("took-in", one.on, one.name, place_id=str(one.place_id)) for one in facts.merged_here]
