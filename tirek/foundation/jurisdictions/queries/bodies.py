"""Questions about the mechanism and the authorities: who they were on a day, who stands above, who came after."""

from datetime import date

from django.utils.translation import get_language

from tirek.foundation.jurisdictions.pack import Authority, AuthorityOn, AuthorityPeriod, Mechanism
from tirek.foundation.jurisdictions.queries.finding import by_key, current, pack
from tirek.foundation.jurisdictions.refusals import BodyNotThen
from tirek.ground.rules.spans import Span, overlap


def mechanism(country: str, on: date) -> Mechanism | None:
    """The national preventive mechanism on that day, or None before there was one."""
    return current(pack(country).mechanisms, on)


def mechanisms(country: str) -> tuple[Mechanism, ...]:
    """The mechanism and its predecessors in order of date."""
    return tuple(sorted(pack(country).mechanisms, key=lambda one: one.since or date.min))


def authorities(country: str, on: date | None = None) -> tuple[AuthorityOn, ...]:
    """All authorities of the pack; with a date those that exist on it, under their names of that day."""
    seen = [authority(country, one.code, on or date.max) for one in pack(country).authorities]
    return tuple(one for one in seen if on is None or one.valid)


def authority(country: str, code: str, on: date) -> AuthorityOn:
    """The authority as it stood on that day; where it did not exist then, the nearest known name and `valid` false."""
    one = by_key(country, "authorities", code)
    period = current(one.periods, on)
    return _as_of(one, period or _nearest(one.periods, on), valid=period is not None)


def authorities_within(country: str, first: date, last: date) -> tuple[AuthorityOn, ...]:
    """The authorities that existed on some day from the first to the last, under the newest names of those days."""
    days = Span(first, last)
    held = [one for one in pack(country).authorities if any(overlap(Span(each.since, each.until), days) for each in one.periods)]
    return tuple(authority(country, one.code, last) for one in held)


def body_on(country: str, code: str, on: date) -> AuthorityOn:
    """An authority that existed on that day. Raises UnknownThing, BodyNotThen."""
    found = authority(country, code, on)
    if not found.valid:
        raise BodyNotThen(name=found.name.best(get_language() or "en"), on=on)
    return found


def authority_history(country: str, code: str) -> Authority:
    """The authority with all its periods and its successor."""
    found: Authority = by_key(country, "authorities", code)
    return found


def chain_of_command(country: str, code: str, on: date) -> tuple[AuthorityOn, ...]:
    """The authority and its superiors on that day, from the bottom up."""
    chain = [authority(country, code, on)]
    while (parent := chain[-1].parent) and len(chain) < 20:
        chain.append(authority(country, parent, on))
    return tuple(chain)


def successor_on(country: str, code: str, on: date) -> str:
    """The code of the authority that stands in the place of `code` on that day (itself while nothing followed)."""
    following = by_key(country, "authorities", code).succeeded_by
    return successor_on(country, following.to, on) if following and following.on <= on else code


def heirs_on(country: str, code: str, on: date) -> frozenset[str]:
    """Every authority that on that day stands in the place of `code`, or took over a part of its duties, near and far; itself while nothing followed."""
    following = by_key(country, "authorities", code).succeeded_by
    if following is None or following.on > on:
        return frozenset({code})
    return frozenset(far for near in (following.to, *following.also) for far in heirs_on(country, near, on))


def succeeded(country: str, on: date) -> tuple[Authority, ...]:
    """The authorities that others came after until that day, the newest first."""
    found = [one for one in pack(country).authorities if one.succeeded_by and one.succeeded_by.on <= on]
    return tuple(sorted(found, key=lambda one: one.succeeded_by.on if one.succeeded_by else date.min, reverse=True))


def divided(country: str, on: date) -> tuple[Authority, ...]:
    """The authorities whose duties were divided among several until that day, the newest first."""
    return tuple(one for one in succeeded(country, on) if one.succeeded_by and one.succeeded_by.also)


def predecessors_of(country: str, code: str) -> tuple[str, ...]:
    """Codes of the authorities that `code` came after, near and far."""
    near = [one.code for one in pack(country).authorities if one.succeeded_by and one.succeeded_by.to == code]
    return tuple(near + [far for one in near for far in predecessors_of(country, one)])


def duty_holders(country: str, duty: str, on: date) -> tuple[AuthorityOn, ...]:
    """The authorities that hold a duty (prison medicine, investigating torture) on that day."""
    found = by_key(country, "duties", duty)
    return tuple(authority(country, holder.authority, on) for holder in found.holders if holder.holds(on))


def _nearest(periods: tuple[AuthorityPeriod, ...], on: date) -> AuthorityPeriod:
    """The last period before the day, else the first after it."""
    ordered = sorted(periods, key=lambda period: period.since or date.min)
    past = [period for period in ordered if (period.since or date.min) <= on]
    return past[-1] if past else ordered[0]


def _as_of(one: Authority, period: AuthorityPeriod, *, valid: bool) -> AuthorityOn:
    return AuthorityOn(
        code=one.code,
        kind=one.kind,
        name=period.name,
        short=period.short,
        parent=period.parent,
        valid=valid,
        since=period.since,
        until=period.until,
        source=period.source,
        verified=period.verified,
    )
