"""Open texts that must name no detained person: notes, grounds, measures, purposes, sources. A passage that could name somebody stays only
with a reason in words; of the passage itself only a digest is kept. It knows no noun and no row.
"""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.text_check import Confidence, Hit, check_text
from tirek.ground.rules.words import Words

REASON_LIMIT = 2_000


class PassagesUndecided(Refusal):
    """A text holds passages that could name somebody, and nobody has said why they stay."""

    code = "passages-undecided"
    message = "These passages could name a person: %(passages)s. Write them in general words, or say why they stay."


class ReasonNames(Refusal):
    """A reason that could itself name somebody: it is read wherever the passages are listed, and nothing there needs a name."""

    code = "reason-names"
    message = "Say why in general words, without names and numbers and without repeating the passage: %(passages)s."


@dataclass(frozen=True, slots=True)
class KeptText:
    """That a passage of an open text stays: in which sort of text, the id (or key) that its page is opened by, why, by which account and when.

    `digest` is empty where the reason is kept with its row and the passage by no digest.
    """

    sort: str
    page: str
    reason: str
    decided_by: str
    decided_at: datetime
    digest: str = ""


def digest_of(about: UUID | str, stretch: str) -> str:
    """SHA-256 over a row's id and a stretch: the same stretch elsewhere has another digest."""
    return hashlib.sha256(f"{about}\n{stretch.casefold()}".encode()).hexdigest()


def passages_of(about: UUID | str, texts: Iterable[str | Words]) -> dict[str, Hit]:
    """The passages of a row's open texts, in all their languages, that could name somebody, by digest."""
    written = (each for text in texts for each in ([one for _code, one in text.texts] if isinstance(text, Words) else [text]))
    return {digest_of(about, hit.text): hit for text in written for hit in check_text(text)}


def check_why(because: str, passages: Iterable[str]) -> None:
    """Raises ReasonNames for a reason that repeats one of the `passages`, or holds a number, an address or what looks surely like a name.

    A mere resemblance is let through: here no second reason could clear it.
    """
    own = [each for each in passages if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", because, re.IGNORECASE)]
    found = [hit.text for hit in check_text(because) if hit.kind in ("number", "contact") or hit.confidence is not Confidence.LOW]
    if own or found:
        raise ReasonNames(passages=", ".join(f"“{each}”" for each in dict.fromkeys([*found, *own])))


def newly_kept(about: UUID | str, texts: Iterable[str | Words], because: str, decided: Collection[str]) -> dict[str, Hit]:
    """The passages that stay for the reason given now; those of `decided` digests stay as they were. Raises PassagesUndecided without a reason,
    ReasonNames for one that could itself name somebody.
    """
    left = {digest: hit for digest, hit in passages_of(about, texts).items() if digest not in decided}
    if left and not because.strip():
        raise PassagesUndecided(passages=", ".join(f"“{hit.text}”" for hit in left.values()))
    check_why(because if left else "", [hit.text for hit in left.values()])
    return left
