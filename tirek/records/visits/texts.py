"""The texts of a visit: which stretches of a finding could name a person and wait for a decision, and the stamp of an urgent measure. It keeps no stretch, only digests."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tirek.ground.rules.open_texts import digest_of
from tirek.ground.rules.text_check import Hit, check_text
from tirek.ground.rules.words import Words
from tirek.records.visits.models import Finding

LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A stretch of a finding's text in one language that could name somebody; `digest` names it in decisions."""

    finding_id: UUID
    language: str
    hit: Hit
    digest: str


def stamp_of(what: Words, authority: str, observed_at: datetime) -> str:
    """SHA-256 (hex) over what an urgent measure says: another one where somebody changed it."""
    return hashlib.sha256(json.dumps([what.to_json(), authority, observed_at.timestamp()], sort_keys=True).encode()).hexdigest()


def hits_of(finding: Finding) -> tuple[FoundHit, ...]:
    """All stretches in all languages of a finding."""
    return tuple(hits_in(finding.pk, finding.text))


def hits_in(finding_id: UUID, text: Words) -> Iterator[FoundHit]:
    """All stretches of a finding's text, by its id."""
    for language, written in text.texts:
        for hit in check_text(written):
            yield FoundHit(finding_id, language, hit, digest_of(finding_id, hit.text))


def undecided(finding: Finding) -> tuple[FoundHit, ...]:
    """Stretches that nobody has decided to keep."""
    decided = {each.digest for each in finding.hit_decisions.all() if each.decision == "kept"}
    return tuple(each for each in hits_of(finding) if each.digest not in decided)
