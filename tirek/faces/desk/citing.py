"""How a rule of the catalogue is cited on the desk, and where it stands."""

from django.urls import reverse

from tirek.faces.frame.fields import said
from tirek.foundation.jurisdictions.common import Standard
from tirek.foundation.jurisdictions.pack import NationalStandard
from tirek.foundation.jurisdictions.queries import instrument_of

Rule = Standard | NationalStandard


def number_of(one: Rule) -> str:
    """Its number in the reader's language."""
    return said(one.cited) if one.cited else one.number


def name_of(country: str, one: Rule) -> str:
    """Its text and number, as it is cited."""
    return f"{said(instrument_of(country, one).short)} {number_of(one)}"


def cited(country: str, one: Rule) -> str:
    """A standard as it is cited where its text does not stand above it."""
    return f"{name_of(country, one)}: {said(one.subject)}"


def address_of(one: Rule) -> str:
    """Its own page."""
    return reverse("desk:standard", args=[one.instrument, one.id])
