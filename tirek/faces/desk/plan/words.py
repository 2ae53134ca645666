"""The codes of plans in the reader's words: states of a year's plan, kinds and regions, money. It knows no row."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy

from tirek.faces.frame.fields import Choices, choices, said
from tirek.foundation.jurisdictions.queries import currency, place_kinds, regions
from tirek.foundation.ui.formats import NO_BREAK_SPACE, number
from tirek.foundation.ui.pieces import StateKind
from tirek.ground.rules.annual_plan import ANYWHERE, Row, Target

Of = TypeVar("Of", Row, Target)

ANNUAL_STATES: dict[str, tuple[str | Promise, StateKind]] = {
    "draft": (pgettext_lazy("annual plan", "draft"), "waiting"),
    "submitted": (pgettext_lazy("annual plan", "handed in, waits for the head"), "going"),
    "approved": (pgettext_lazy("annual plan", "approved"), "done"),
}
"""States of a year's plan: words and shape."""


def money(country: str, amount: Decimal) -> str:
    """An amount to the hundredth, with the code of the country's money."""
    return NO_BREAK_SPACE.join(filter(None, (number(amount, 2), currency(country))))


def kinds_of_place(country: str, empty: object = "—") -> Choices:
    """Kinds of place, for choosing."""
    return choices(((one.code, one.name) for one in place_kinds(country)), empty)


def areas(country: str, empty: object = "—") -> Choices:
    """Regions, for choosing."""
    return choices(((one.code, one.name) for one in regions(country)), empty)


def place_kind_words(country: str) -> dict[str, str]:
    """Kinds of place by code."""
    return {one.code: said(one.name) for one in place_kinds(country)}


def region_words(country: str) -> dict[str, str]:
    """Regions by code; a target without a region holds for the whole country."""
    return {ANYWHERE: gettext("the whole country"), **{one.code: said(one.name) for one in regions(country)}}


def in_words_order(found: Iterable[Of], country: str) -> list[Of]:
    """Lines of kinds and regions as the reader's alphabet has them; of a kind, what holds for the whole country stands first."""
    kinds, places = place_kind_words(country), region_words(country)
    return sorted(found, key=lambda one: (kinds.get(one.place_kind, one.place_kind).casefold(), one.region != ANYWHERE, places.get(one.region, one.region).casefold()))
