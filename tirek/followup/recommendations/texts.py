"""The text check of a draft, and of other words that a correction proposes: which stretches could name a person, and which still wait for a decision. It keeps no stretch, only digests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.refusals import OfficialUnfit, TextMayName
from tirek.followup.recommendations.wordings import in_work
from tirek.foundation.ui.formats import listed
from tirek.ground.rules.open_texts import PassagesUndecided, digest_of
from tirek.ground.rules.text_check import Hit, check_text
from tirek.ground.rules.words import Words

LONGEST_NAME, LONGEST_FUNCTION = 120, 200
NUMBERED = re.compile(r"[\d@]")
TELEPHONE = re.compile(r"(?:\d[\s()\-–+.]*){5}")


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A stretch of a draft in one language that could name somebody; `digest` names it in decisions, `written` is the text it stands in."""

    recommendation_id: UUID
    language: str
    hit: Hit
    digest: str
    written: str


def hits_of(row: Recommendation) -> tuple[FoundHit, ...]:
    """All stretches in all languages of text and indicator that can still be changed: a draft's, or those proposed for an issued one."""
    held = in_work(row)
    return tuple(hit for words in (held.text, held.indicator) for hit in _hits(row.pk, words)) if held else ()


def _hits(recommendation_id: UUID, words: Words) -> Iterator[FoundHit]:
    for language, written in words.texts:
        for hit in stretches(written):
            yield FoundHit(recommendation_id, language, hit, digest_of(recommendation_id, hit.text), written)


def undecided(row: Recommendation) -> tuple[FoundHit, ...]:
    """Stretches that nobody has decided to keep."""
    kept = {each.digest for each in row.hit_decisions.all() if each.decision == "kept"}
    return tuple(each for each in hits_of(row) if each.digest not in kept)


def stretches(text: str) -> tuple[Hit, ...]:
    """What in a plain text could name a person."""
    return check_text(text)


CONFIRMED = "passages-confirmed"
"""What the ledger notes of an act whose writer confirmed that no passage names anybody."""


def looked_at(text: str, confirmed: bool) -> str:
    """The note of the ledger that a writer confirmed passages; nothing where there are none. Raises TextMayName for unconfirmed ones."""
    if not stretches(text):
        return ""
    if not confirmed:
        raise TextMayName
    return CONFIRMED


def passages(*texts: str | Words, confirmed: bool) -> str:
    """The same of several texts in all their languages. Raises PassagesUndecided, which tells the first five passages."""
    written = (each for text in texts for each in ([one for _code, one in text.texts] if isinstance(text, Words) else [text]))
    found = list(dict.fromkeys(hit.text for each in written for hit in stretches(each)))
    if found and not confirmed:
        raise PassagesUndecided(passages=listed(found[:5]))
    return CONFIRMED if found else ""


def plain(text: str) -> str:
    """A name or a function on one line, without further blanks."""
    return " ".join(text.split())


def check_official(official_name: str, official_function: str) -> None:
    """Raises OfficialUnfit for a name with a digit in it, a function with a telephone, number or address in it, and either where it is too long."""
    known = any(hit.kind != "name" for hit in (*stretches(official_name), *stretches(official_function)))
    if known or len(official_name) > LONGEST_NAME or len(official_function) > LONGEST_FUNCTION or NUMBERED.search(official_name) or TELEPHONE.search(official_function):
        raise OfficialUnfit
