"""Questions about what all countries share: standards, areas, professions, entitlements, words of the field."""

from typing import Any

from tirek.foundation.jurisdictions.common import Area, Entitlement, GlossaryTerm, Instrument, Profession, SpokenLanguage, Standard
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.pack import NationalInstrument, NationalStandard
from tirek.foundation.jurisdictions.queries.finding import by_key, in_common, pack


def standards(country: str) -> tuple[Standard | NationalStandard, ...]:
    """The short catalogue of standards: those of the country's own law first, then those that all share."""
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
