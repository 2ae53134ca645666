"""The board: the same recommendations as the list, under the same filters, in columns. A card is moved by a fact that is entered, never by the hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tirek.faces.desk.listing import Shown, read
from tirek.faces.desk.recommendations.forms import themes
from tirek.faces.desk.recommendations.labelwords import offered
from tirek.faces.desk.recommendations.views import RECOMMENDATIONS
from tirek.faces.desk.recommendations.ways import ways
from tirek.faces.frame.answers import words
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.fields import said
from tirek.followup.recommendations import queries
from tirek.foundation.jurisdictions.queries import label_kinds
from tirek.foundation.jurisdictions.validation import OF_RULES
from tirek.foundation.ui.formats import day
from tirek.foundation.ui.pieces import Crumb, StateKind, Tab

CARDS, AT_ONCE = 5, 6
"""So many cards of a column, and so many columns where there may be dozens."""
AXES = {"word": words.WORDS, "verification": words.VERIFICATIONS}


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation on the board; `word` and `verified` are both told, whatever the columns are."""

    number: str
    href: str
    place: str
    text: str
    addressee: str
    due: str
    overdue: bool
    word: tuple[str, StateKind]
    verified: tuple[str, StateKind]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, how many it holds, the list that shows all of them, and its newest cards."""

    key: str
    name: str
    total: int
    href: str
    cards: tuple[Card, ...]

    @property
    def left(self) -> int:
        """How many stand behind the last card."""
        return self.total - len(self.cards)


@require_safe
def board(request: SignedRequest) -> HttpResponse:
    """The board of what the address asks for."""
    listing = read(RECOMMENDATIONS, request, request.GET)
    asked = request.GET.get("by", "")
    dimension = asked if asked in queries.dimensions() else "verification"
    found, parts, part = columns(listing, dimension, request.GET.get("part", "")) if listing.form.understood else ((), 1, 1)
    address = reverse("desk:recommendations-board")
    filters = "&".join(filter(None, [bare(listing.query), urlencode({"by": dimension})]))
    context = {
        "form": listing.form, "kept_in_address": [("by", dimension)], "everything": f"{address}?{urlencode({'by': dimension})}", "narrowed": listing.narrowed,
        "ways": ways(listing, "board"), "columns": found, "dimensions": tabs(listing, dimension), "in_force": not getattr(listing.form.filters, "state", ""),
        "parts": [(number, f"?{filters}&part={number}", number == part) for number in range(1, parts + 1)] if parts > 1 else (),
        "crumbs": [Crumb(_("Recommendations"), listing.address), Crumb(_("Board"))],
    }  # fmt: skip
    return render(request, "desk/recommendations/board.html", context)


def bare(query: str) -> str:
    """A list's query without its columns and its order."""
    data = QueryDict(query, mutable=True)
    for name in ("columns", "order"):
        data.pop(name, None)
    return data.urlencode(safe=",")


def tabs(listing: Shown, dimension: str) -> list[Tab]:
    """By what the board can be cut."""
    names = {"word": _("The authority says"), "verification": _("The mechanism verified"), "theme": _("Theme"), "addressee": _("Addressee")}
    names |= {kind.code: capfirst(said(kind.name)) for kind in label_kinds()}
    query = bare(listing.query)
    return [Tab(names[code], f"?{query}{'&' if query else ''}{urlencode({'by': code})}", code == dimension) for code in queries.dimensions()]


def columns(listing: Shown, dimension: str, part: str) -> tuple[tuple[Column, ...], int, int]:
    """The columns of one part of the board, how many parts there are, and which one it is. Those of an axis always stand, in its order; of others those that hold something."""
    asked = {**listing.asked().whom, "today": timezone.localdate(), "filters": listing.form.filters}
    counts = queries.board_columns(**asked, dimension=dimension)
    named = [(key, name) for key, name in names_of(listing.country, dimension, counts) if key in counts or dimension in AXES]
    size = len(named) if dimension in AXES else AT_ONCE
    parts = max(1, -(-len(named) // size)) if named else 1
    number = min(int(part), parts) if part.isdecimal() and int(part) else 1
    shown = named[(number - 1) * size : number * size]
    cards = queries.board_cards(**asked, dimension=dimension, keys=[key for key, _name in shown if key in counts], size=CARDS)
    made = (Column(key, name, counts.get(key, 0), more(listing, dimension, key), cards_of(listing.country, cards.get(key, ()))) for key, name in shown)
    return tuple(made), parts, number


def names_of(country: str, dimension: str, counts: dict[str, int]) -> list[tuple[str, str]]:
    """The columns that there can be, in their order: axes and packs in their own, bodies by name."""
    if dimension in AXES:
        return [(code, capfirst(str(name))) for code, (name, _shape) in AXES[dimension].items()]
    if dimension == "addressee":
        found = [(code, words.body_words(country, code, timezone.localdate(), short=True)) for code in counts]
        return sorted(found, key=lambda each: each[1].casefold())
    known = [(code, str(name)) for code, name in (themes() if dimension == "theme" else offered(country, dimension))]
    lost = sorted(counts.keys() - {code for code, _name in known} - {""})
    return [(code, capfirst(name)) for code, name in [*known, *((code, code) for code in lost), *([("", _("not entered"))] if dimension == "theme" else [])]]


def more(listing: Shown, dimension: str, key: str) -> str:
    """The list of exactly what a column holds."""
    data = QueryDict(listing.query, mutable=True)
    data.setdefault("state", "issued")
    if dimension in ("word", "verification", "theme", "addressee"):
        data[dimension] = key or queries.NOTHING
    elif dimension == OF_RULES:
        data["standard"] = key
    else:
        data.setlist("label", list(dict.fromkeys([*data.getlist("label"), key])))
    return f"{listing.address}?{data.urlencode(safe=',')}"


def cards_of(country: str, lines: Sequence[queries.Line]) -> tuple[Card, ...]:
    """The cards of a column."""
    today = timezone.localdate()
    return tuple(card_of(country, one, today) for one in lines)


def card_of(country: str, one: queries.Line, today: date) -> Card:
    """One recommendation as a card."""
    due = _("overdue since %(day)s") % {"day": day(one.due_on, "short")} if one.overdue and one.due_on else ""
    return Card(
        one.number, reverse("desk:recommendation", args=[one.id]), said(one.place_name), words.head_of(said(one.text), 110),
        words.body_words(country, one.addressee, one.issued_on or today, short=True), due, one.overdue,
        words.state_of(words.WORDS, one.word), words.state_of(words.VERIFICATIONS, one.verification),
    )  # fmt: skip
