"""Bodies that no pack lists: facilities. The register of places stands above and tells of them; here stands the one way to ask. It knows no place, and cuts nothing: callers have made sure that their reader may see what a code stands for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from tirek.foundation.jurisdictions.queries import authority
from tirek.foundation.jurisdictions.refusals import FacilityClosed, FacilityUnknown, UnknownThing
from tirek.ground.rules.bodies import is_facility
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class Facility:
    """A place as a body: its code, its name and region of today, whether it works on the day that was asked about."""

    code: str
    name: Words
    region: str
    works: bool


Register = Callable[[str, date, frozenset[str] | None], tuple[Facility, ...]]
"""Who tells of facilities of a country on a day: of these codes, or, for None, of all that work then, by name. Official places alone. Cost: one query."""

_registers: list[Register] = []


def register(told_by: Register) -> None:
    """Makes known who tells of facilities; called at start."""
    _registers[:] = [told_by]


def facilities(country: str, on: date) -> tuple[Facility, ...]:
    """All facilities that work on a day, by name. For whoever invites their people. Cost: one query."""
    return tuple(each for told_by in _registers for each in told_by(country, on, None))


def known_facilities(country: str, codes: Iterable[str], on: date) -> dict[str, Facility]:
    """Those among the codes that the register of the country knows. Cost: one query, none where no code is a facility's."""
    wanted = frozenset(code for code in codes if is_facility(code))
    return {each.code: each for told_by in _registers for each in told_by(country, on, wanted)} if wanted else {}


def working(country: str, codes: Iterable[str], on: date) -> frozenset[str]:
    """The facilities among the codes that work on a day: one that is closed, or became a part of another, acts for nobody any more. Cost: as above."""
    return frozenset(code for code, each in known_facilities(country, codes, on).items() if each.works)


def check_facility(country: str, code: str, on: date) -> Facility:
    """A facility that works on a day. Raises FacilityUnknown, also for a place of another country and for one that is not official, and FacilityClosed."""
    found = known_facilities(country, [code], on).get(code)
    if found is None:
        raise FacilityUnknown
    if not found.works:
        raise FacilityClosed
    return found


def body_names(country: str, codes: Iterable[str], on: date, *, short: bool = False) -> dict[str, Words]:
    """The names of bodies by their codes, of authorities on that day and of facilities today. Never a code of a place: what nobody knows is called so. Cost: one query where a facility is among them."""
    wanted = frozenset(codes)
    places = known_facilities(country, wanted, on)
    return {code: places[code].name if code in places else named(country, code, on, short) for code in wanted}


def named(country: str, code: str, on: date, short: bool) -> Words:
    """The name of an authority; a code that the pack no longer knows stands for itself, so that no page breaks by it."""
    if is_facility(code):
        reader = (get_language() or "en")[:2]
        return Words.of({reader: gettext("a facility that is not in the register")}, reader)
    try:
        found = authority(country, code, on)
    except UnknownThing:
        return Words.of({"en": code}, "en")
    return found.short if short else found.name
