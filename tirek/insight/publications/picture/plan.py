"""Which facts of a country's pack stand in which section of its picture. It knows stations, units and series, and no country."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tirek.foundation.jurisdictions.pack import Fact

KEY = "country"
"""The key of a country's picture among its editions: there is one."""
Shape = Literal["series", "units", "list"]
STAGES = frozenset({"complaint", "investigation", "court", "sentence"})
COUNTED = frozenset({"complaints", "cases", "statements", "decisions", "sentences", "not_stated"})
"""Units in which the path from a complaint to a sentence is counted: each counts something else."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its code, how it is drawn, and the stations whose facts it takes."""

    code: str
    shape: Shape
    stations: frozenset[str]


SECTIONS = (
    Section("registered", "series", frozenset({"registration"})),
    Section("convicted", "series", frozenset({"sentence"})),
    Section("sentences", "list", frozenset({"sentence"})),
    Section("funnel", "units", STAGES),
    Section("investigation", "list", frozenset({"investigation"})),
    Section("prisons", "list", frozenset({"place", "context"})),
    Section("safeguards", "list", frozenset({"safeguards", "medics"})),
    Section("video", "list", frozenset({"video"})),
    Section("terminals", "list", frozenset({"terminals"})),
    Section("visits", "list", frozenset({"visit", "report", "recommendation", "answer", "verification"})),
    Section("mechanism", "list", frozenset({"mechanism", "mission"})),
)


def counted_on_the_path(fact: Fact) -> bool:
    """Whether a fact counts something on the path from a complaint to a sentence: acts and papers there, persons only before a court."""
    if fact.value is None or fact.series or fact.station not in STAGES:
        return False
    return fact.unit in COUNTED or (fact.station == "court" and fact.unit == "persons")


def takes(section: Section, fact: Fact) -> bool:
    """Whether a fact belongs to a section: a series to the charts, what is counted on the path to it, everything else to the list of its station."""
    if section.shape == "series":
        return bool(fact.series) and fact.station in section.stations
    if section.shape == "units":
        return counted_on_the_path(fact) or (fact.station == "complaint" and not fact.series)
    return fact.station in section.stations and not fact.series and not counted_on_the_path(fact)


def divided(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts by section, in the sections' order; each fact stands once."""
    left = list(facts)
    found: dict[str, list[Fact]] = {}
    for section in SECTIONS:
        found[section.code] = [fact for fact in left if takes(section, fact)]
        left = [fact for fact in left if fact not in found[section.code]]
    return found
