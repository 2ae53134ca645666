"""Questions about kinds of place and visit, time limits, regions and events: what holds on a day."""

from datetime import date

from tirek.foundation.jurisdictions.calendars import DaysOff, end_of, named_days
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.pack import AuthorityOn, Event, Interval, PlaceKind, Region, TermOn, VisitKind
from tirek.foundation.jurisdictions.queries.bodies import authority
from tirek.foundation.jurisdictions.queries.finding import by_key, current, pack
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate
from tirek.ground.rules.words import Words


def place_kinds(country: str) -> tuple[PlaceKind, ...]:
    """Kinds of place, in the pack's order."""
    return pack(country).place_kinds


def place_kind(country: str, code: str) -> PlaceKind:
    """One kind of place."""
    found: PlaceKind = by_key(country, "place_kinds", code)
    return found


def responsible_authority(country: str, place_kind: str, on: date) -> AuthorityOn | None:
    """The authority that answers for a kind of place on that day, or None where the pack names none (unofficial places)."""
    found = current(by_key(country, "place_kinds", place_kind).responsible, on)
    return authority(country, found.authority, on) if found else None


def visit_kinds(country: str, on: date | None = None) -> tuple[VisitKind, ...]:
    """Kinds of preventive visit, those in force on the date if one is given."""
    return tuple(kind for kind in pack(country).visit_kinds if on is None or kind.holds(on))


def visit_kind(country: str, code: str) -> VisitKind:
    """One kind of visit."""
    found: VisitKind = by_key(country, "visit_kinds", code)
    return found


def visit_interval(country: str, place_kind: str, visit_kind: str, on: date) -> Interval | None:
    """The longest time between two such visits of such a place on that day; the rule that names the place kind goes first."""
    rules = [rule for rule in by_key(country, "visit_kinds", visit_kind).intervals if rule.holds(on)]
    named = [rule for rule in rules if place_kind in rule.place_kinds]
    return next(iter(named or [rule for rule in rules if not rule.place_kinds]), None)


def term(country: str, key: str, on: date) -> TermOn:
    """A time limit as it stood on that day. Raises NoRuleOnDate where none was in force."""
    found = by_key(country, "terms", key)
    rule = current(found.rules, on)
    if rule is None:
        raise NoRuleOnDate(country=country, code=key, on=on)
    return TermOn(key=key, name=found.name, amount=rule.amount, unit=rule.unit, source=rule.source, verified=rule.verified)


def terms(country: str, on: date) -> tuple[TermOn, ...]:
    """All time limits in force on that day."""
    return tuple(term(country, one.key, on) for one in pack(country).terms if current(one.rules, on))


def due(country: str, key: str, start: date) -> date:
    """The last day of a time limit that begins on `start`, by the rule in force on that day and the country's days off."""
    rule = term(country, key, start)
    return end_of(rule.amount, rule.unit, start, work_calendar(country))


def term_spans(country: str, key: str) -> tuple[tuple[date, date], ...]:
    """From which day until which each rule of a time limit holds; none where the pack lays none down."""
    rules = next((one.rules for one in pack(country).terms if one.key == key), ())
    return tuple((rule.since or date.min, rule.until or date.max) for rule in rules)


def work_calendar(country: str) -> DaysOff:
    """The country's weekends and holidays, with questions about working days."""
    return catalogue().days_off[pack(country).country]


def holidays_within(country: str, first: date, last: date) -> dict[date, Words]:
    """The country's holidays from `first` to `last`, with their names."""
    return {day: holiday.name for day, holiday in named_days(pack(country)).items() if first <= day <= last}


def unsettled_years(country: str, first: date, last: date) -> tuple[int, ...]:
    """Years from `first` to `last` whose movable holidays are not yet confirmed in the pack: a day counted across them may be later."""
    return work_calendar(country).unsettled(first, last)


def working_days_between(country: str, start: date, end: date) -> int:
    """How many working days lie after `start` up to and including `end`; negative when `end` comes first."""
    return work_calendar(country).working_days_between(start, end)


def regions(country: str, on: date | None = None) -> tuple[Region, ...]:
    """Regions in order of code, those that exist on the date if one is given."""
    return tuple(region for region in pack(country).regions if on is None or region.holds(on))


def region(country: str, code: str) -> Region:
    """One region."""
    found: Region = by_key(country, "regions", code)
    return found


def events(country: str) -> tuple[Event, ...]:
    """Events to which places and complaints can be tied."""
    return pack(country).events
