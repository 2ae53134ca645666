"""Questions about what all countries share: standards, areas, professions, entitlements, words of the field."""

from tirek.foundation.jurisdictions.common import Area, Entitlement, GlossaryTerm, Instrument, Profession, SpokenLanguage, Standard
from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.queries.finding import in_common


def standards() -> tuple[Standard, ...]:
    """The short catalogue of standards."""
    return catalogue().common.standards


def standard(id: str) -> Standard:
    """One standard."""
    found: Standard = in_common("standards", id)
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
