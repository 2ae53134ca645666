"""Figures that published documents print, found by their value. An edition never changes, so what was read of one stays in the process's memory, the newest alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from tirek.ground.rules.speech_printed import Printed
from tirek.ground.rules.speech_sentences import words
from tirek.ground.rules.words import Words
from tirek.insight.publications.passages import meets, out_of
from tirek.insight.publications.queries.editions import Frozen, latest_of, these
from tirek.insight.publications.titles import title_of

READ = 60
"""Documents that are looked through: those published last."""
BESIDE = 120
"""Characters before and after a figure whose words tell what it is."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure of a published document: of which, its number there from 1, its words, and what the rules compare."""

    key: str
    title: Words
    published_at: datetime
    number: int
    quote: str
    printed: Printed


@dataclass(frozen=True, slots=True)
class Read:
    """What is kept of an edition: its text and its figures, without those that were taken out of it."""

    key: str
    published_at: datetime
    text: str
    figures: tuple[tuple[int, dict[str, Any]], ...]


KEPT: dict[UUID, Read] = {}


def printed_figures(country: str, values: Collection[Decimal]) -> tuple[PrintedFigure, ...]:
    """Figures of the newest editions of documents that are exactly one of these. Cost: one query, two where an edition was not read yet."""
    wanted = latest_of("document", country)[:READ] if values else ()
    missing = [each for each in wanted if each not in KEPT]
    KEPT.update((key, read(each)) for key, each in zip(missing, these(missing), strict=True)) if missing else None
    held = [KEPT[each] for each in wanted]
    for old in list(KEPT)[: -4 * READ]:
        KEPT.pop(old, None)
    return tuple(figure for each in held for figure in with_values(country, each, {str(value) for value in values}))


def read(frozen: Frozen) -> Read:
    """An edition as it is kept."""
    out = out_of(frozen.body)
    claims = frozen.body["found"]["claims"]
    told = ((number, each) for number, each in enumerate(claims, 1) if each["value"] is not None and not meets(out, *each["span"]))
    kept = ("value", "unit", "period", "quote", "span")
    return Read(frozen.key, frozen.version.published_at, frozen.body["text"], tuple((number, {name: each[name] for name in kept}) for number, each in told))


def with_values(country: str, each: Read, values: Collection[str]) -> Iterator[PrintedFigure]:
    """Those of an edition that are one of these values."""
    title = title_of("document", country, each.key, {})
    for number, claim in each.figures:
        if repr(claim["value"]) not in values:
            continue
        start, end = claim["span"]
        beside = words(each.text[max(0, start - BESIDE) : end + BESIDE])
        printed = Printed(Decimal(repr(claim["value"])), claim["unit"], year_of(claim["period"]), beside)
        yield PrintedFigure(each.key, title, each.published_at, number, claim["quote"], printed)


def year_of(period: dict[str, str | None] | None) -> int | None:
    """The year of a period within one; None of others."""
    ends = {(period[name] or "")[:4] for name in ("from", "to")} if period else set()
    return int(ends.pop()) if len(ends) == 1 and "" not in ends else None
