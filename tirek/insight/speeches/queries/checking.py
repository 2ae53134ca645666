"""A speech set against the record: its figures are found in a process apart, compared here, and forgotten. No row, file or line of a log comes of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.queries import today
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.speech_matching import PERCENT, Match, Said, Standing, Verdict, matches
from tirek.ground.rules.speech_sentences import Around, words_around
from tirek.insight.claims.confined import extract_apart, turn
from tirek.insight.claims.reading.refusals import TextTooLong
from tirek.insight.publications.figures import read_as
from tirek.insight.speeches.contents import figures_of
from tirek.insight.speeches.models import SpeechSheet
from tirek.insight.speeches.policies import check_may_read_sheets
from tirek.insight.speeches.queries.published import PrintedLine, printed_lines
from tirek.insight.speeches.record import VOCABULARY, standings

CHARACTERS = 60_000
"""Of a speech: an hour and a half of speaking, and more."""
PRECISE = 4
"""Decimals that a speech writes at most."""
OF = re.compile(r"\s*(?:out\s+)?(?:of(?:\s+(?:the|all))?|из)\s*", re.I)
"""What stands between a part and its whole."""
LAST_YEAR = re.compile(r"\b(?:last|previous|past)\s+year\b|\b(?:прошл|минувш|предыдущ)\w*\s+год|\bбылтыр|\b(?:өткен|өткөн)\s+жыл", re.I)
"""The year before the one in which the speech is held. In a sentence without a year of its own."""
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A number of the record: of which figure, what of it, its value (per cent where `percent`), on which day, and where it stands."""

    code: str
    what: str
    value: Decimal
    percent: bool
    on: date | None
    sheet_id: UUID
    year: int
    version: int


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure of the speech: its number from 1, its words, as what it was read, what can be said of it, what the sheets say, and where else it stands."""

    number: int
    quote: str
    read_as: str
    verdict: Verdict
    lines: tuple[RecordLine, ...]
    printed: tuple[PrintedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the speech, with its figure where it is one."""

    text: str
    figure: SaidFigure | None = None


@dataclass(frozen=True, slots=True)
class CheckedSpeech:
    """The speech in stretches, its figures, in which language it was read, and how many sheets it was set against."""

    language: str
    stretches: tuple[Stretch, ...]
    figures: tuple[SaidFigure, ...]
    sheets: int

    def count(self, verdict: Verdict) -> int:
        """How many figures have it."""
        return sum(each.verdict is verdict for each in self.figures)


def checked_speech(text: str, *, by: Actor, country: str, year: int) -> CheckedSpeech:
    """Sets a text against the newest frozen sheet of each year, published documents, and issued reports that it names; a figure that names no year is meant of `year`.
    Nothing of the text is kept.

    Raises NotAllowed, and a refusal where it cannot be read: NoText, TextTooLong, ReadingBusy, TooMuchWork. Cost: a process, and 4 queries.
    """
    check_may_read_sheets(by, country)
    if len(text) > CHARACTERS:
        raise TextTooLong(limit=CHARACTERS)
    with turn():
        found = extract_apart(text)
    sheets = newest_sheets(by, country)
    claims = of_the_same([each for each in found["claims"] if not each["missing"]], text)
    around = words_around(text, [tuple(each["span"]) for each in claims])
    before = today(country).year - 1
    said = [said_of(claim, words, before if LAST_YEAR.search(text, words.start, words.end) else None) for claim, words in zip(claims, around, strict=True)]
    record = [each for sheet in sheets for each in standings(figures_of(sheet.body), sheet.year, str(sheet.pk))]
    printed = printed_lines(text, said, around, by=by, country=country)
    found_of = zip(claims, matches(said, record, VOCABULARY, year), printed, strict=True)
    told = [figure(number, claim, match, lines, sheets) for number, (claim, match, lines) in enumerate(found_of, 1)]
    return CheckedSpeech(found["source"]["language"], tuple(stretches(text, claims, told)), tuple(told), len(sheets))


def of_the_same(claims: Sequence[Plain], text: str) -> list[Plain]:
    """The figures; of "11 of 12 places" the 11 counts places too, whatever verb stands before it."""
    follow = [*claims[1:], None]
    return [
        {**each, "unit": after["unit"]} if after and after["unit"] not in (None, PERCENT) and OF.fullmatch(text[each["span"][1] : after["span"][0]]) else each
        for each, after in zip(claims, follow, strict=True)
    ]  # fmt: skip


def newest_sheets(by: Actor, country: str) -> list[SpeechSheet]:
    """The newest frozen version of each year. Cost: one query."""
    newest: dict[int, SpeechSheet] = {}
    for row in SpeechSheet.objects.visible_to(by, country):
        newest.setdefault(row.year, row)
    return list(newest.values())


def said_of(claim: Plain, words: Around, before: int | None = None) -> Said:
    """A figure as the rules compare it. `before`: the year that its sentence means by "last year", where it names no other."""
    value = decimal(claim["value"])
    low, high = map(decimal, claim["interval"] or (None, None))
    written = [value] if value is not None else [each for each in (low, high) if each is not None]
    decimals = max((-int(each.as_tuple().exponent) for each in written), default=0) if re.search(r"\d", claim["quote"]) else 0
    return Said(value, low, high, claim["unit"], year_of(claim["period"]) or before, min(max(decimals, 0), PRECISE), words.near, words.sentence_words, words.sentence)


def decimal(value: float | None) -> Decimal | None:
    """A number of an extraction, as it was written."""
    return None if value is None else Decimal(repr(value))


def year_of(period: Mapping[str, str | None] | None) -> int | None:
    """The year of a period within one; None of others."""
    ends = {(period[name] or "")[:4] for name in ("from", "to")} if period else set()
    return int(ends.pop()) if len(ends) == 1 and "" not in ends else None


def figure(number: int, claim: Plain, match: Match, printed: tuple[PrintedLine, ...], sheets: Sequence[SpeechSheet]) -> SaidFigure:
    """A figure with what the record says, each number once. What no sheet knows is found where it was printed; what a sheet tells otherwise still differs."""
    by_id = {str(each.pk): each for each in sheets}
    verdict = Verdict.FOUND if printed and match.verdict in (Verdict.ABSENT, Verdict.UNCOMPARED) else match.verdict
    meant = {unit for each in match.standings if claim["unit"] in each.also for unit in each.units}
    shown = {**claim, "unit": min(meant)} if meant else claim
    return SaidFigure(number, claim["quote"], read_as(shown), verdict, tuple(dict.fromkeys(line(each, by_id[each.source]) for each in match.standings)), printed)


def line(standing: Standing, sheet: SpeechSheet) -> RecordLine:
    """A number of a sheet as it is shown."""
    on = next((each.on for each in figures_of(sheet.body) if each.code == standing.code), None)
    return RecordLine(standing.code, standing.what, standing.value, "percent" in standing.units, on, sheet.pk, sheet.year, sheet.version)


def stretches(text: str, claims: Sequence[Plain], told: Sequence[SaidFigure]) -> Iterator[Stretch]:
    """The speech cut at its figures; one that begins inside another is not cut again."""
    done = 0
    for claim, each in zip(claims, told, strict=True):
        start, end = claim["span"]
        if start < done:
            continue
        if start > done:
            yield Stretch(text[done:start])
        yield Stretch(text[start:end], each)
        done = end
    if done < len(text):
        yield Stretch(text[done:])
