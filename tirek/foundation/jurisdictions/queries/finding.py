"""Finding a thing of a pack by country, noun and key, or by its day; shared by the questions beside it. It knows no face."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from tirek.foundation.jurisdictions.loading import catalogue
from tirek.foundation.jurisdictions.pack import Dated, Pack
from tirek.foundation.jurisdictions.refusals import UnknownCountry, UnknownThing

Span = TypeVar("Span", bound=Dated)


def pack(country: str) -> Pack:
    """Everything about one country."""
    try:
        return catalogue().packs[country]
    except KeyError:
        raise UnknownCountry(country=country) from None


def current(spans: Iterable[Span], on: date) -> Span | None:
    """The one span that holds on that day, or None."""
    return next((span for span in spans if span.holds(on)), None)


def by_key(country: str, among: str, code: str) -> Any:
    """The thing of a country's pack; UnknownThing names what was looked for."""
    pack(country)
    found = catalogue().index[country, among]
    if code not in found:
        raise UnknownThing(country=country, code=code, among=among.replace("_", " "))
    return found[code]


def in_common(among: str, code: str) -> Any:
    """The thing that all countries share; UnknownThing names what was looked for."""
    found = catalogue().index["common", among]
    if code not in found:
        raise UnknownThing(country="common", code=code, among=among.replace("_", " "))
    return found[code]
