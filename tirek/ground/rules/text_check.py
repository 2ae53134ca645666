"""Text check: what in an open text could name a detained person, in Russian, Kazakh, Kyrgyz and English.

Recall is worth more than precision: every hit is kept, generalised or taken out by a recorded decision, and names of office-holders
are a known false alarm. All patterns are bounded, so the time grows linearly with the text. It knows no person, and of words only
common given names and rare diagnoses.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tirek.ground.rules.case_numbers import case_numbers
from tirek.ground.rules.contacts import contacts
from tirek.ground.rules.diagnoses import ALONE, RARE, SENSITIVE
from tirek.ground.rules.given_names import is_given_name, is_name
from tirek.ground.rules.ill_persons import of_one_person
from tirek.ground.rules.joined_names import joined_names
from tirek.ground.rules.lone_names import addressed, composed_names, is_place, korean_surnames, lone_given_names, lone_surnames
from tirek.ground.rules.lower_names import lower_names
from tirek.ground.rules.name_patterns import ANY_CAPITALS, LETTER, PAIR, PART_OF_HOUSE, PERSON_AND_WORD, PLAIN_CASE, like_names
from tirek.ground.rules.number_search import personal_numbers
from tirek.ground.rules.spaced_letters import spaced_names
from tirek.ground.rules.text_folding import Folded, fold, one_alphabet, plain_joints
from tirek.ground.rules.text_patterns import AGE_OR_SEX, BIRTH, CELL, DATE, YEAR
from tirek.ground.rules.told_cells import TOLD_CELL


class Confidence(StrEnum):
    """How surely a hit names somebody."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


_ORDER = tuple(Confidence)
REMEMBERED = 4000
"""Characters of the longest text of which the process remembers what was found."""


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
    "number-file": "The number of a person's file or of a detained person.",
    "number-paper": "The number of a passport or an identity card.",
    "number-telephone": "A telephone number of a person.",
    "contact-email": "An e-mail address.",
    "contact-bank": "The number of a bank account or card.",
    "contact-account": "An account or a link of a social network or a messenger.",
    "name-initials": "A surname with initials.",
    "name-patronymic": "A name with a patronymic.",
    "name-surname": "Two words that look like a name and a surname.",
    "name-given": "Two words, one of which is a common given name.",
    "name-alone": "A given name or a surname that stands alone.",
    "name-spaced": "Letters set apart that spell what looks like a name.",
    "name-letter": "A letter that stands for the name of a detained person.",
    "name-after-word": "A name after a word for a detained person.",
    "cell-and-date": "A cell and a date together point to a person.",
    "birth": "A date or year of birth.",
    "birth-and-detail": "A date of birth with sex or age points to a person.",
    "rare-diagnosis": "A rare diagnosis can point to a single person.",
    "sensitive-diagnosis": "A sensitive diagnosis of a single person.",
}
"""The English sentence of each reason; faces translate it."""


def check_text(text: str, rare_diagnoses: Iterable[str] = RARE) -> tuple[Hit, ...]:
    """All hits in the order of the text; those of one kind that overlap become one, with the surer reason.

    The text is searched folded (spaces, dashes, digits, invisible characters); every hit cuts the text as it was written.
    The process remembers what it found in the last texts of a passage's length: a report's pages search the same texts again and again.
    """
    rare = tuple(rare_diagnoses)
    return _remembered(text, rare) if len(text) <= REMEMBERED else _found(text, rare)


def _found(text: str, rare: tuple[str, ...]) -> tuple[Hit, ...]:
    folded = fold(text)
    written = one_alphabet(folded.text)
    plain = plain_joints(written)
    found = (*_contacts(written), *_numbers(plain), *_names(plain), *_cells(plain), *_births(plain), *_diagnoses(plain, rare))
    return tuple(_unfolded(folded, hit) for hit in _joined(plain, found))


_remembered = lru_cache(maxsize=8192)(_found)


def _unfolded(folded: Folded, hit: Hit) -> Hit:
    """The hit in the text as it was written, without the spaces round it: what is put in its place must not glue words together."""
    start, end = folded.span(hit.start, hit.end)
    found = folded.original[start:end]
    start, end = start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip())
    return _hit(folded.original, start, end, hit.kind, hit.why, hit.confidence)


def _hit(text: str, start: int, end: int, kind: str, why: str, confidence: Confidence) -> Hit:
    return Hit(start, end, kind, text[start:end], why, confidence)


def _contacts(text: str) -> Iterator[Hit]:
    for start, end, why, confidence in contacts(text):
        yield _hit(text, start, end, "contact", why, Confidence(confidence))


def _numbers(text: str) -> Iterator[Hit]:
    for start, end, why, confidence in (*personal_numbers(text), *case_numbers(text)):
        yield _hit(text, start, end, "number", why, Confidence(confidence))


def _names(text: str) -> Iterator[Hit]:
    titled = like_names(text)
    for patterns, searched in ((PLAIN_CASE, text), (ANY_CAPITALS, titled)):
        for why, pattern, confidence in patterns:
            for match in pattern.finditer(searched):
                if why != "name-initials" or not PART_OF_HOUSE.search(text, max(0, match.start() - 16), match.start()):
                    yield _hit(text, *match.span(), "name", why, Confidence(confidence))
    yield from _alone(text, titled)
    for match in PERSON_AND_WORD.finditer(titled):
        if is_given_name(match.group(1)):
            yield _hit(text, *match.span(), "name", "name-after-word", Confidence.MEDIUM)
    for match in PAIR.finditer(titled):
        if is_name(*match.groups()) and not is_place(text, *match.span(2)):
            yield _hit(text, match.start(), match.end(2), "name", "name-given", Confidence.MEDIUM)


def _alone(text: str, titled: str) -> Iterator[Hit]:
    for span in (*lone_given_names(text, titled), *composed_names(text), *lone_surnames(text, titled), *korean_surnames(text), *addressed(text)):
        yield _hit(text, *span, "name", "name-alone", Confidence.LOW)
    for start, end, why, confidence in (*joined_names(text, titled), *lower_names(text)):
        yield _hit(text, start, end, "name", why, Confidence(confidence))
    for span in spaced_names(text):
        yield _hit(text, *span, "name", "name-spaced", Confidence.MEDIUM)
    for match in LETTER.finditer(text):
        yield _hit(text, *match.span(), "name", "name-letter", Confidence.LOW)


def _cells(text: str) -> Iterator[Hit]:
    for match in (*CELL.finditer(text), *TOLD_CELL.finditer(text)):
        if DATE.search(text, max(0, match.start() - 80), match.end() + 80):
            yield _hit(text, *match.span(), "cell", "cell-and-date", Confidence.MEDIUM)


def _births(text: str) -> Iterator[Hit]:
    for match in BIRTH.finditer(text):
        near = (max(0, match.start() - 40), match.end() + 40)
        if DATE.search(text, *near) or YEAR.search(text, *near):
            detailed = AGE_OR_SEX.search(text, max(0, match.start() - 80), match.end() + 80)
            why, confidence = ("birth-and-detail", Confidence.HIGH) if detailed else ("birth", Confidence.MEDIUM)
            yield _hit(text, *match.span(), "birth", why, confidence)


def _diagnoses(text: str, rare: tuple[str, ...]) -> Iterator[Hit]:
    for match in words_pattern(rare).finditer(text):
        yield _hit(text, *match.span(), "diagnosis", "rare-diagnosis", Confidence.MEDIUM)
    for match in words_pattern(SENSITIVE).finditer(text):
        if of_one_person(text, *match.span()) or words_pattern(ALONE).search(text, max(0, match.start() - 60), match.end() + 60):
            yield _hit(text, *match.span(), "diagnosis", "sensitive-diagnosis", Confidence.LOW)


@lru_cache(maxsize=16)
def words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of whole words, the longest first; `*` stands for any ending (at most ten letters), a space for any gap."""
    told = [re.escape(word).replace(r"\*", r"[^\W\d_]{0,10}").replace(r"\ ", r"[ \n-]{1,3}") for word in sorted(words, key=len, reverse=True)]
    return re.compile(rf"\b(?:{'|'.join(told) or '(?!)'})(?!\w)", re.IGNORECASE)


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
