"""The text check of a finding: which stretches could name a person, and which still wait for a decision. It keeps no stretch, only digests."""

from collections.abc import Iterator
from dataclasses import dataclass
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


def hits_of(finding: Finding) -> tuple[FoundHit, ...]:
    """All stretches in all languages of a finding."""
    return tuple(_hits(finding.pk, finding.text))


def _hits(finding_id: UUID, text: Words) -> Iterator[FoundHit]:
    for language, written in text.texts:
        for hit in check_text(written):
            yield FoundHit(finding_id, language, hit, digest_of(finding_id, hit.text))


def undecided(finding: Finding) -> tuple[FoundHit, ...]:
    """Stretches that nobody has decided to keep."""
    decided = {each.digest for each in finding.hit_decisions.all() if each.decision == "kept"}
    return tuple(each for each in hits_of(finding) if each.digest not in decided)
