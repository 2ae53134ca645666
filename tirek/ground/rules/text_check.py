"""Text check: what in an open text could name a detained person, in Russian, Kazakh, Kyrgyz and English.

Recall is worth more than precision: every hit is kept, generalised or taken out by a recorded decision, and names of office-holders
are a known false alarm. All patterns are bounded, so the time grows linearly with the text. It knows no person and no dictionary.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tirek.ground.rules.personal_numbers import iin_check_holds, iin_date_holds, pin_date_holds
from tirek.ground.rules.text_patterns import AGE_OR_SEX, BIRTH, CELL, DATE, NAMES, NUMBER, YEAR


class Confidence(StrEnum):
    """How surely a hit names somebody."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


_ORDER = tuple(Confidence)

@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text, `start` to `end` (characters, end not included). `why` is a key of REASONS."""

    start: int
    end: int
    kind: str
    text: str
    why: str
    confidence: Confidence


REASONS = {
    "number-checked": "A personal number: its date or check digit holds.",
    "number-shaped": "As many digits as a personal number has.",
    "name-initials": "A surname with initials.",
    "name-patronymic": "A name with a patronymic.",
    "name-surname": "Two words that look like a name and a surname.",
    "name-after-word": "A name after a word for a detained person.",
    "cell-and-date": "A cell and a date together point to a person.",
    "birth": "A date or year of birth.",
    "birth-and-detail": "A date of birth with sex or age points to a person.",
    "rare-diagnosis": "A rare diagnosis can point to a single person.",
}
"""The English sentence of each reason; faces translate it."""


def check_text(text: str, rare_diagnoses: Iterable[str] = ()) -> tuple[Hit, ...]:
    """All hits in the order of the text; those of one kind that overlap become one, with the surer reason."""
    found = (*_numbers(text), *_names(text), *_cells(text), *_births(text), *_diagnoses(text, rare_diagnoses))
    return _joined(text, found)


def _hit(text: str, start: int, end: int, kind: str, why: str, confidence: Confidence) -> Hit:
    return Hit(start, end, kind, text[start:end], why, confidence)


def _numbers(text: str) -> Iterator[Hit]:
    for match in NUMBER.finditer(text):
        digits = "".join(each for each in match.group() if each.isdigit())
        holds = (iin_date_holds(digits), iin_check_holds(digits)) if len(digits) == 12 else (pin_date_holds(digits),)
        if any(holds[:1]) or (len(holds) == 2 and holds[1] and len(match.group()) == 12):
            yield _hit(text, *match.span(), "number", "number-checked", Confidence.HIGH if all(holds) else Confidence.MEDIUM)
        elif len(match.group()) == len(digits):
            yield _hit(text, *match.span(), "number", "number-shaped", Confidence.LOW)


def _names(text: str) -> Iterator[Hit]:
    for why, pattern, confidence in NAMES:
        for match in pattern.finditer(text):
            yield _hit(text, *match.span(), "name", why, Confidence(confidence))


def _cells(text: str) -> Iterator[Hit]:
    for match in CELL.finditer(text):
        if DATE.search(text, max(0, match.start() - 80), match.end() + 80):
            yield _hit(text, *match.span(), "cell", "cell-and-date", Confidence.MEDIUM)


def _births(text: str) -> Iterator[Hit]:
    for match in BIRTH.finditer(text):
        near = (max(0, match.start() - 40), match.end() + 40)
        if DATE.search(text, *near) or YEAR.search(text, *near):
            detailed = AGE_OR_SEX.search(text, max(0, match.start() - 80), match.end() + 80)
            why, confidence = ("birth-and-detail", Confidence.HIGH) if detailed else ("birth", Confidence.MEDIUM)
            yield _hit(text, *match.span(), "birth", why, confidence)


def _diagnoses(text: str, wanted: Iterable[str]) -> Iterator[Hit]:
    words = sorted({word.strip() for word in wanted if word.strip()}, key=len, reverse=True)
    if words:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\w{{0,6}}", re.IGNORECASE)
        for match in pattern.finditer(text):
            yield _hit(text, *match.span(), "diagnosis", "rare-diagnosis", Confidence.MEDIUM)


def _joined(text: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    kept: list[Hit] = []
    last: dict[str, int] = {}
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        at = last.get(hit.kind)
        if at is None or hit.start >= kept[at].end:
            last[hit.kind] = len(kept)
            kept.append(hit)
        else:
            surer = max(kept[at], hit, key=lambda each: _ORDER.index(each.confidence))
            kept[at] = _hit(text, kept[at].start, max(kept[at].end, hit.end), hit.kind, surer.why, surer.confidence)
    return tuple(sorted(kept, key=lambda each: (each.start, each.end)))
