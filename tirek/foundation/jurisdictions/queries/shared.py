"""Questions about what all countries share: standards, areas, professions, entitlements, words of the field."""

from functools import lru_cache
from typing import Any

from tirek.foundation.jurisdictions import citing
from tirek.foundation.jurisdictions.common import (
    Area,
    Entitlement,
    GlossaryTerm,
    Instrument,
    Profession,
    SpokenLanguage,
    Standard,
    StandardPart,
)
from tirek.foundation.jurisdictions.loading import Catalogue, catalogue
from tirek.foundation.jurisdictions.pack import NationalInstrument, NationalStandard
from tirek.foundation.jurisdictions.queries.finding import by_key, in_common, pack


def standards(country: str) -> tuple[Standard | NationalStandard, ...]:
    """The catalogue of standards: those of the country's own law first, then those that all share."""
    return (*pack(country).standards, *catalogue().common.standards)


def standard(country: str, id: str) -> Standard | NationalStandard:
    """One standard of the country's law, or of those that all share."""
    found: Standard | NationalStandard = _own_or_shared(country, "standards", id)
    return found


def instruments(country: str) -> tuple[Instrument | NationalInstrument, ...]:
    """The standard-setting texts that the catalogue cites, in the order of `standards`."""
    return (*pack(country).instruments, *catalogue().common.instruments)


def instrument_of(country: str, standard: Standard | NationalStandard) -> Instrument | NationalInstrument:
    """The text in which a standard stands."""
    found: Instrument | NationalInstrument = _own_or_shared(country, "instruments", standard.instrument)
    return found


def standards_asked(country: str, text: str) -> tuple[Standard | NationalStandard, ...]:
    """The rules that a text asks for by number ("NMR 24"), name or words, in whatever language; the best first."""
    return citing.find(_entries(catalogue(), country), text)


def standard_meant(country: str, text: str) -> Standard | NationalStandard | None:
    """The one rule that a text names, by its id too; None where none or several fit."""
    own = next((one for one in standards(country) if one.id == text.strip()), None)
    return own or citing.meant(_entries(catalogue(), country), text)


def parts_of(country: str, instrument: str) -> tuple[tuple[StandardPart | None, tuple[Standard | NationalStandard, ...]], ...]:
    """The rules of a text by its parts, in its order; one group without a name where the text has no parts."""
    groups: list[tuple[StandardPart | None, list[Standard | NationalStandard]]] = []
    parts = _parts_of_rules(catalogue())
    for rule in standards(country):
        if rule.instrument == instrument:
            part = parts.get(rule.id)
            if not groups or groups[-1][0] is not part:
                groups.append((part, []))
            groups[-1][1].append(rule)
    return tuple((part, tuple(rules)) for part, rules in groups)


def part_of(id: str) -> StandardPart | None:
    """The part of its text in which a rule stands; none for national law."""
    return _parts_of_rules(catalogue()).get(id)


@lru_cache(maxsize=2)
def _parts_of_rules(loaded: Catalogue) -> dict[str, StandardPart]:
    """The part of each rule."""
    begins = {part.first: part for part in loaded.common.standard_parts}
    found: dict[str, StandardPart] = {}
    part, before = None, ""
    for rule in loaded.common.standards:
        part = begins.get(rule.id, part if rule.instrument == before else None)
        before = rule.instrument
        if part:
            found[rule.id] = part
    return found


@lru_cache(maxsize=16)
def _entries(loaded: Catalogue, country: str) -> tuple[citing.Entry, ...]:
    """The catalogue of a country as it is searched."""
    return citing.entries(standards(country), instruments(country), _parts_of_rules(loaded))


def _own_or_shared(country: str, among: str, id: str) -> Any:
    """A thing of the country's law, else of what all share; their names differ."""
    return by_key(country, among, id) if id in catalogue().index[country, among] else in_common(among, id)


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
