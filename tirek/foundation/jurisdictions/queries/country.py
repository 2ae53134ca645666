"""Questions about a country as a whole: name, languages, roles, calendar. They know no place and no visit."""

from datetime import date

from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.queries.finding import current, pack
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import Words


def countries() -> tuple[str, ...]:
    """Codes of the installed packs, real countries first, the invented one last."""
    packs = catalogue().packs
    return tuple(sorted(packs, key=lambda code: (packs[code].head.invented, code)))


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
    found = current(pack(country).head.minimum_delegation, on)
    return found.members if found else 1


def longest_visit(country: str) -> int:
    """How many days a visit takes at most; a longer plan is a slip of the pen."""
    return pack(country).head.longest_visit_days


def currency(country: str) -> str:
    """The code of the money in which the mechanism plans; empty where the pack names none."""
    return pack(country).head.currency


def publishes_own_records(country: str) -> bool:
    """Whether figures from the mechanism's own records may be published there: every point of docs/reference/publishing.md is ticked."""
    return pack(country).head.own_records == "on"


def role_titles(country: str) -> dict[Role, Words]:
    """What each role of the product is called in the country."""
    return {title.role: title.name for title in pack(country).roles}
