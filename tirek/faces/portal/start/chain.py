"""The chain as the start page draws it: stations in order, each with its leading figure. It computes nothing from the figures."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tirek.faces.portal.figures import figure_of
from tirek.foundation.jurisdictions.pack import Fact
from tirek.ground.rules.words import Words
from tirek.insight.publications.queries import facts_left

LEADING = {"visit": "visits-2017", "complaint": "complaints", "sentence": "convicted-2023", "court": "to-court", "investigation": "cases-opened"}
"""Which fact stands large where a station has several; elsewhere the first of the pack."""
IN_SERIES = frozenset({"registration", "sentence"})
"""Stations whose series stands whole: no year of it stands large alone."""
IN_FULL = frozenset({"safeguards"})
"""Stations whose facts all stand on the page by their names: there are as many as the station says."""


@dataclass(frozen=True, slots=True)
class Station:
    """One station of the chain: its words, the figure that stands large (or a series, or all parts), how many more facts, and its room."""

    code: str
    words: "str | Promise"
    icon: str
    figure: str
    said: Fact | None
    lead: Fact | None
    series: tuple[tuple[Fact, str], ...]
    parts: tuple[Fact, ...]
    more: int
    room: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A row of stations with its heading; `ordered` ones lead from one to the next."""

    code: str
    title: "str | Promise"
    ordered: bool
    stations: tuple[Station, ...]

    @property
    def breaks(self) -> tuple[Words, ...]:
        """Where the series of this row break; each break once."""
        return tuple(dict.fromkeys(fact.breaks for station in self.stations for fact, _ in station.series if fact.breaks))


PLAN = (
    ("visit", _("From a visit to a verified recommendation"), True, (
        ("place", _("Place"), "building", "desk:places"),
        ("visit", _("Visit"), "clipboard-list", "desk:visits"),
        ("report", _("Report"), "file-text", "desk:reports"),
        ("recommendation", _("Recommendation"), "flag", "desk:recommendations"),
        ("answer", _("Answer"), "mail-opened", "desk:recommendations"),
        ("verification", _("Verification"), "clipboard-check", "desk:recommendations"),
    )),
    ("complaint", _("From a complaint to a sentence"), True, (
        ("complaint", _("Complaint"), "writing", "portal:picture#funnel"),
        ("registration", _("Registration"), "archive", "portal:picture#registered"),
        ("investigation", _("Investigation"), "search", "portal:picture#investigation"),
        ("court", _("Court"), "scale", "portal:picture#funnel"),
        ("sentence", _("Sentence"), "gavel", "portal:picture#convicted"),
    )),
    ("beside", _("Beside both"), False, (
        ("video", _("Video"), "video", "portal:picture#video"),
        ("terminals", _("Terminals"), "device-desktop", "portal:picture#terminals"),
        ("medics", _("Medics"), "stethoscope", "portal:picture#safeguards"),
        ("safeguards", _("Four safeguards"), "shield-half", "portal:picture#safeguards"),
    )),
)  # fmt: skip


def chains(country: str) -> tuple[Chain, ...]:
    """The three rows for a country; stations about which its documents say nothing stand without a figure."""
    return tuple(
        Chain(code, title, ordered, tuple(station(country, *each) for each in stations)) for code, title, ordered, stations in PLAN
    )


def station(country: str, code: str, words: "str | Promise", icon: str, room: str) -> Station:
    """One station with its facts."""
    found = facts_left(country, code)
    lead = next((fact for fact in found if fact.id == LEADING.get(code)), found[0] if found else None)
    series = tuple(fact for fact in found if fact.series and lead and fact.series == lead.series and code in IN_SERIES)
    parts = found if code in IN_FULL else ()
    figure = figure_of(lead) if lead and lead.value is not None else ""
    return Station(
        code=code, words=words, icon=icon, figure=figure, said=lead if lead and not figure else None, lead=lead,
        series=tuple((fact, figure_of(fact)) for fact in series), parts=parts,
        more=max(len(found) - max(len(series), len(parts), 1), 0), room=address(room, country),
    )  # fmt: skip


def address(room: str, country: str) -> str:
    """Where the room, or the section of the country's picture, opens; nothing while it is not built."""
    name, _hash, section = room.partition("#")
    try:
        return f"{reverse(name, args=[country])}#{section}" if section else reverse(room) if room else ""
    except NoReverseMatch:
        return ""
