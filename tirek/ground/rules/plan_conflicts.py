"""What does not go together in a calendar of visits: a person in two places, somebody away who is to go, a place visited again within days.

It is told what its reader may know of, and nothing else: what it does not get, it cannot betray. It knows no table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

AGAIN_WITHIN = timedelta(days=14)
"""How many days must lie between two visits of one place so that the second surprises nobody by mistake."""


@dataclass(frozen=True, slots=True)
class Going:
    """A visit, or an entry that is still to become one (then nobody goes yet); both days included. `key` tells one from another."""

    key: str
    place: str
    first: date
    last: date
    members: tuple[str, ...] = ()
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which a member is not there; both included."""

    member: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that does not go together: which (`two_places`, `leader_away`, `member_away`, `again`), about whom or what, on which days."""

    code: str
    first: date
    last: date
    keys: tuple[str, ...]
    member: str = ""


def conflicts(goings: Iterable[Going], aways: Iterable[Away] = ()) -> tuple[Conflict, ...]:
    """Everything that does not go together, in order of its first day. Cost: a pass over what each member and place has."""
    goings = sorted(goings, key=lambda each: (each.first, each.last, each.key))
    found = [*two_places(goings), *away(goings, tuple(aways)), *again(goings)]
    return tuple(sorted(found, key=lambda each: (each.first, each.last, each.code, each.keys, each.member)))


def two_places(goings: Iterable[Going]) -> Iterator[Conflict]:
    """Members who go on two visits on one day. Each pair of visits is told."""
    held: dict[str, list[Going]] = {}
    for each in goings:
        for member in each.members:
            before = held.setdefault(member, [])
            for other in before:
                if other.last >= each.first:
                    yield Conflict("two_places", each.first, min(other.last, each.last), (other.key, each.key), member)
            before.append(each)


def away(goings: Iterable[Going], aways: tuple[Away, ...]) -> Iterator[Conflict]:
    """Members who are away on days of a visit of theirs."""
    by_member: dict[str, list[Away]] = {}
    for one in aways:
        by_member.setdefault(one.member, []).append(one)
    for each in goings:
        for member in each.members:
            for one in by_member.get(member, ()):
                if one.first <= each.last and each.first <= one.last:
                    code = "leader_away" if member == each.leader else "member_away"
                    yield Conflict(code, max(one.first, each.first), min(one.last, each.last), (each.key,), member)


def again(goings: Iterable[Going]) -> Iterator[Conflict]:
    """Places that are visited a second time within days, also on the same ones; each visit is held against the one that ended last before it."""
    by_place: dict[str, list[Going]] = {}
    for each in goings:
        by_place.setdefault(each.place, []).append(each)
    for found in by_place.values():
        latest = found[0]
        for other in found[1:]:
            if other.first - latest.last <= AGAIN_WITHIN:
                yield Conflict("again", latest.first, max(latest.last, other.last), (latest.key, other.key))
            latest = max(latest, other, key=lambda each: each.last)
