"""Questions to the packs: who answers for what on which day, when something is due, what the documents say.

Readers only, over frozen values loaded once; no database. Unknown names raise UnknownCountry or UnknownThing.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from tirek.foundation.jurisdictions import documents as files
from tirek.foundation.jurisdictions.calendars import DaysOff, end_of
from tirek.foundation.jurisdictions.common import (
    Area,
    Entitlement,
    GlossaryTerm,
    Instrument,
    Profession,
    SourceDocument,
    Speaker,
    SpokenLanguage,
    Standard,
)
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.pack import (
    Authority,
    AuthorityOn,
    AuthorityPeriod,
    Dated,
    Event,
    Fact,
    Interval,
    Mechanism,
    Mission,
    Pack,
    PlaceKind,
    Region,
    Source,
    TermOn,
    VisitKind,
)
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownCountry, UnknownThing
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import Words

Span = TypeVar("Span", bound=Dated)


def countries() -> tuple[str, ...]:
    """Codes of the installed packs, real countries first, the invented one last."""
    packs = catalogue().packs
    return tuple(sorted(packs, key=lambda code: (packs[code].head.invented, code)))


def pack(country: str) -> Pack:
    """Everything about one country."""
    try:
        return catalogue().packs[country]
    except KeyError:
        raise UnknownCountry(country=country) from None


def country_name(country: str) -> Words:
    """The country's name."""
    return pack(country).name


def report_languages(country: str) -> tuple[str, ...]:
    """Languages in which the mechanism reports, the most used first."""
    return pack(country).head.report_languages


def is_invented(country: str) -> bool:
    """Whether the country is invented, so that only demonstration rows may stand in it."""
    return pack(country).head.invented


def minimum_delegation(country: str, on: date) -> int:
    """The smallest number of persons that may visit on that day; 1 where nothing is laid down."""
    found = _current(pack(country).head.minimum_delegation, on)
    return found.members if found else 1


def role_titles(country: str) -> dict[Role, Words]:
    """What each role of the product is called in the country."""
    return {title.role: title.name for title in pack(country).roles}


# --- the mechanism and the authorities ---------------------------------------------------------------------------------


def mechanism(country: str, on: date) -> Mechanism | None:
    """The national preventive mechanism on that day, or None before there was one."""
    return _current(pack(country).mechanisms, on)


def mechanisms(country: str) -> tuple[Mechanism, ...]:
    """The mechanism and its predecessors in order of date."""
    return tuple(sorted(pack(country).mechanisms, key=lambda one: one.since or date.min))


def authorities(country: str, on: date | None = None) -> tuple[AuthorityOn, ...]:
    """All authorities of the pack; with a date those that exist on it, under their names of that day."""
    seen = [authority(country, one.code, on or date.max) for one in pack(country).authorities]
    return tuple(one for one in seen if on is None or one.valid)


def authority(country: str, code: str, on: date) -> AuthorityOn:
    """The authority as it stood on that day; where it did not exist then, the nearest known name and `valid` false."""
    one = _by_key(country, "authorities", code)
    period = _current(one.periods, on)
    return _as_of(one, period or _nearest(one.periods, on), valid=period is not None)


def authority_history(country: str, code: str) -> Authority:
    """The authority with all its periods and its successor."""
    found: Authority = _by_key(country, "authorities", code)
    return found


def chain_of_command(country: str, code: str, on: date) -> tuple[AuthorityOn, ...]:
    """The authority and its superiors on that day, from the bottom up."""
    chain = [authority(country, code, on)]
    while (parent := chain[-1].parent) and len(chain) < 20:
        chain.append(authority(country, parent, on))
    return tuple(chain)


def successor_on(country: str, code: str, on: date) -> str:
    """The code of the authority that stands in the place of `code` on that day (itself while nothing followed)."""
    following = _by_key(country, "authorities", code).succeeded_by
    return successor_on(country, following.to, on) if following and following.on <= on else code


def predecessors_of(country: str, code: str) -> tuple[str, ...]:
    """Codes of the authorities that `code` came after, near and far."""
    near = [one.code for one in pack(country).authorities if one.succeeded_by and one.succeeded_by.to == code]
    return tuple(near + [far for one in near for far in predecessors_of(country, one)])


def duty_holders(country: str, duty: str, on: date) -> tuple[AuthorityOn, ...]:
    """The authorities that hold a duty (prison medicine, investigating torture) on that day."""
    found = _by_key(country, "duties", duty)
    return tuple(authority(country, holder.authority, on) for holder in found.holders if holder.holds(on))


# --- places, visits, time limits ---------------------------------------------------------------------------------------


def place_kinds(country: str) -> tuple[PlaceKind, ...]:
    """Kinds of place, in the pack's order."""
    return pack(country).place_kinds


def place_kind(country: str, code: str) -> PlaceKind:
    """One kind of place."""
    found: PlaceKind = _by_key(country, "place_kinds", code)
    return found


def responsible_authority(country: str, place_kind: str, on: date) -> AuthorityOn | None:
    """The authority that answers for a kind of place on that day, or None where the pack names none (unofficial places)."""
    found = _current(_by_key(country, "place_kinds", place_kind).responsible, on)
    return authority(country, found.authority, on) if found else None


def visit_kinds(country: str, on: date | None = None) -> tuple[VisitKind, ...]:
    """Kinds of preventive visit, those in force on the date if one is given."""
    return tuple(kind for kind in pack(country).visit_kinds if on is None or kind.holds(on))


def visit_kind(country: str, code: str) -> VisitKind:
    """One kind of visit."""
    found: VisitKind = _by_key(country, "visit_kinds", code)
    return found


def visit_interval(country: str, place_kind: str, visit_kind: str, on: date) -> Interval | None:
    """The longest time between two such visits of such a place on that day; the rule that names the place kind goes first."""
    rules = [rule for rule in _by_key(country, "visit_kinds", visit_kind).intervals if rule.holds(on)]
    named = [rule for rule in rules if place_kind in rule.place_kinds]
    return next(iter(named or [rule for rule in rules if not rule.place_kinds]), None)


def term(country: str, key: str, on: date) -> TermOn:
    """A time limit as it stood on that day. Raises NoRuleOnDate where none was in force."""
    found = _by_key(country, "terms", key)
    rule = _current(found.rules, on)
    if rule is None:
        raise NoRuleOnDate(country=country, code=key, on=on)
    return TermOn(key=key, name=found.name, amount=rule.amount, unit=rule.unit, source=rule.source, verified=rule.verified)


def terms(country: str, on: date) -> tuple[TermOn, ...]:
    """All time limits in force on that day."""
    return tuple(term(country, one.key, on) for one in pack(country).terms if _current(one.rules, on))


def due(country: str, key: str, start: date) -> date:
    """The last day of a time limit that begins on `start`, by the rule in force on that day and the country's days off."""
    rule = term(country, key, start)
    return end_of(rule.amount, rule.unit, start, work_calendar(country))


def work_calendar(country: str) -> DaysOff:
    """The country's weekends and holidays, with questions about working days."""
    return catalogue().days_off[pack(country).country]


def working_days_between(country: str, start: date, end: date) -> int:
    """How many working days lie after `start` up to and including `end`; negative when `end` comes first."""
    return work_calendar(country).working_days_between(start, end)


def regions(country: str, on: date | None = None) -> tuple[Region, ...]:
    """Regions in order of code, those that exist on the date if one is given."""
    return tuple(region for region in pack(country).regions if on is None or region.holds(on))


def region(country: str, code: str) -> Region:
    """One region."""
    found: Region = _by_key(country, "regions", code)
    return found


def events(country: str) -> tuple[Event, ...]:
    """Events to which places and complaints can be tied."""
    return pack(country).events


# --- the sourced record ------------------------------------------------------------------------------------------------


def facts(country: str, station: str | None = None) -> tuple[Fact, ...]:
    """Facts of the documents about the country, those of one station if given."""
    return tuple(fact for fact in pack(country).facts if station in (None, fact.station))


def fact(country: str, id: str) -> Fact:
    """One fact."""
    found: Fact = _by_key(country, "facts", id)
    return found


def missions(country: str) -> tuple[Mission, ...]:
    """Visits of international bodies in order of year."""
    return tuple(sorted(pack(country).missions, key=lambda mission: mission.year))


def mission(country: str, id: str) -> Mission:
    """One visit of an international body."""
    found: Mission = _by_key(country, "missions", id)
    return found


def source(country: str, id: str) -> Source:
    """Where a fact of the country comes from."""
    found = {one.id: one for one in (*catalogue().common.sources, *pack(country).sources)}
    if id not in found:
        raise UnknownThing(country=country, code=id, among="sources")
    return found[id]


def documents() -> tuple[SourceDocument, ...]:
    """The source documents in order of number."""
    return catalogue().common.documents


def document(id: str) -> SourceDocument:
    """One source document."""
    found: SourceDocument = _in_common("documents", id)
    return found


def document_text(id: str, *, public: bool = True) -> str:
    """The document's text; in the public view telephone numbers and e-mail addresses are masked, offsets unchanged."""
    stored = files.text(document(id).file)
    return files.public(stored) if public else stored


def speaker(id: str) -> Speaker:
    """Who says something in a document, as a role."""
    found: Speaker = _in_common("speakers", id)
    return found


# --- what all countries share ------------------------------------------------------------------------------------------


def standards() -> tuple[Standard, ...]:
    """The short catalogue of standards."""
    return catalogue().common.standards


def standard(id: str) -> Standard:
    """One standard."""
    found: Standard = _in_common("standards", id)
    return found


def instruments() -> tuple[Instrument, ...]:
    """The standard-setting texts that the catalogue cites."""
    return catalogue().common.instruments


def areas() -> tuple[Area, ...]:
    """Areas of examination under which findings are filed."""
    return catalogue().common.areas


def professions() -> tuple[Profession, ...]:
    """Professions of members."""
    return catalogue().common.professions


def spoken_languages() -> tuple[SpokenLanguage, ...]:
    """Languages that members and interpreters speak."""
    return catalogue().common.spoken_languages


def entitlements() -> tuple[Entitlement, ...]:
    """What the mechanism may demand at every visit (OPCAT 14, 20)."""
    return catalogue().common.entitlements


def glossary() -> tuple[GlossaryTerm, ...]:
    """Words of the field in four languages."""
    return catalogue().common.glossary


def _current(spans: Iterable[Span], on: date) -> Span | None:
    return next((span for span in spans if span.holds(on)), None)


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


def _by_key(country: str, among: str, code: str) -> Any:
    pack(country)
    found = catalogue().index[country, among]
    if code not in found:
        raise UnknownThing(country=country, code=code, among=among.replace("_", " "))
    return found[code]


def _in_common(among: str, code: str) -> Any:
    found = catalogue().index["common", among]
    if code not in found:
        raise UnknownThing(country="common", code=code, among=among.replace("_", " "))
    return found[code]
