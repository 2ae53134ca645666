"""The text check of a whole report: which passages could name a person, which still wait for a decision, and what is printed instead.

Findings and drafts of recommendations have their decisions in their own rooms; this room decides about every other open text. It keeps no passage, only digests.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from tirek.followup.recommendations.queries import StretchFacts, undecided_stretches
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.text_check import Hit, check_text
from tirek.ground.rules.text_cuts import put_instead
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import amendments
from tirek.insight.reports.gathering import Gathered
from tirek.insight.reports.models import PassageDecision, Report
from tirek.insight.reports.untranslated import written_texts
from tirek.records.visits.queries import HitFacts, undecided_hits

ROUNDS = 5  # replacements that could name somebody, of each other


@dataclass(frozen=True, slots=True)
class Passage:
    """An open text of the report: what it belongs to (`noun` and the id of its row), and its wording in one language ("" where nobody named it)."""

    noun: str
    about: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A stretch of a passage that could name somebody; `digest` names it in decisions."""

    passage: Passage
    hit: Hit
    digest: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """What waits for a decision: in findings, in drafts of recommendations (decided in their rooms), and in the other texts of the report."""

    findings: tuple[HitFacts, ...]
    recommendations: tuple[StretchFacts, ...]
    others: tuple[FoundHit, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.findings) + len(self.recommendations) + len(self.others)


def passages(report: Report, gathered: Gathered) -> Iterator[Passage]:
    """Every open text of the report but the findings' and recommendations' own."""
    yield from _each("summary", report.visit_id, report.summary)
    yield from _each("changes", report.visit_id, report.changes)
    for amendment in amendments(report):
        yield from _each("amendment", amendment.finding_id, amendment.text)
    for dissent in (each for each in report.dissents.all() if not each.taken_back):
        yield from _each("dissent", dissent.carried_from_id or dissent.pk, dissent.text)
    yield from _of_the_visit(gathered)
    for each in written_texts(gathered, ()):
        if (each.about, each.part) in gathered.translated:
            translated = tuple((code, text) for code, text in each.words.texts if code != each.words.source)
            yield from _each(each.noun, each.about, Words(translated))


def _of_the_visit(gathered: Gathered) -> Iterator[Passage]:
    for found in gathered.findings:
        yield from _plain("finding", found.id, found.single_source_reason)
    for measure in gathered.measures:
        yield from _each("measure", measure.id, measure.what)
        yield from _plain("measure", measure.id, measure.answer)
    for access in gathered.access:
        yield from _plain("access", access.id, access.by_whom, access.ground)
    for meeting in gathered.meetings:
        yield from _plain("meeting", meeting.id, meeting.note)
    if gathered.talk:
        promises = [text for each in gathered.talk.promises for text in (each.what, each.by_whom)]
        yield from _plain("talk", gathered.talk.id, gathered.talk.with_whom, gathered.talk.note, *promises)


def _each(noun: str, about: UUID, words: Words) -> Iterator[Passage]:
    for language, text in words.texts:
        yield Passage(noun, str(about), language, text)


def _plain(noun: str, about: UUID, *texts: str) -> Iterator[Passage]:
    for text in filter(None, texts):
        yield Passage(noun, str(about), "", text)


def hits(report: Report, gathered: Gathered) -> tuple[FoundHit, ...]:
    """All stretches of the report's own texts, each digest of a row once."""
    found: dict[str, FoundHit] = {}
    for passage in passages(report, gathered):
        for hit in check_text(passage.text):
            digest = digest_of(passage.about, hit.text)
            found.setdefault(digest, FoundHit(passage, hit, digest))
    return tuple(found.values())


def digest_of(about: str, stretch: str) -> str:
    """SHA-256 over the row's id and the stretch: the same stretch elsewhere has another digest."""
    return hashlib.sha256(f"{about}\n{stretch.casefold()}".encode()).hexdigest()


@once
def decisions(visit_id: UUID) -> tuple[PassageDecision, ...]:
    """All of the visit's report, of every version, the newest last: what was decided once holds for a correction. Cost: one query."""
    return tuple(PassageDecision.objects.filter(report__visit_id=visit_id).order_by("decided_at", "id"))


def kept(visit_id: UUID) -> frozenset[str]:
    """Digests of stretches that may stand where they are written: those of which the newest decision says so."""
    newest = {row.digest: row.decision for row in decisions(visit_id)}
    return frozenset(digest for digest, decision in newest.items() if decision == "kept")


def undecided(report: Report, gathered: Gathered) -> Undecided:
    """Every stretch that stands in what is printed and that nobody has decided to keep: what was cut and stands there again waits again.

    The text check helps; it proves nothing.
    """
    allowed = kept(report.visit_id)
    others = tuple(each for each in hits(report, redacted(gathered)) if each.digest not in allowed)
    return Undecided(undecided_hits(report.visit_id, by=SYSTEM), undecided_stretches(report.visit_id, by=SYSTEM), others)


def all_decided(visit_id: UUID, about: UUID, words: Words) -> bool:
    """Whether no passage of a text waits for a decision, in any of its languages. Cost: one query for a visit."""
    found = (digest_of(str(about), hit.text) for _code, text in words.texts for hit in check_text(text))
    return all(digest in kept(visit_id) for digest in found)


def redacted(gathered: Gathered) -> Gathered:
    """What is printed of the visit's other records, with what was generalised or taken out; the records themselves stay as they were written.

    What was cut from a record stays cut, though the same stretch was kept later in words that a correction prints beside it.
    """
    put = {row.digest: row.put for row in decisions(gathered.visit.id) if row.decision != "kept"}
    if not put:
        return gathered

    def text(about: UUID, written: str) -> str:
        return without(str(about), written, put)

    talk = gathered.talk
    if talk:
        told = tuple(
            replace(each, what=text(talk.id, each.what), by_whom=text(talk.id, each.by_whom)) for each in talk.promises
        )
        talk = replace(talk, with_whom=text(talk.id, talk.with_whom), note=text(talk.id, talk.note), promises=told)
    return replace(
        gathered,
        findings=tuple(replace(each, single_source_reason=text(each.id, each.single_source_reason)) for each in gathered.findings),
        measures=tuple(
            replace(each, what=words_without(str(each.id), each.what, put), answer=text(each.id, each.answer)) for each in gathered.measures
        ),
        access=tuple(replace(each, by_whom=text(each.id, each.by_whom), ground=text(each.id, each.ground)) for each in gathered.access),
        meetings=tuple(replace(each, note=text(each.id, each.note)) for each in gathered.meetings),
        talk=talk,
        translated={key: words_without(str(key[0]), words, put) for key, words in gathered.translated.items()},
    )


def without(about: str, text: str, put: dict[str, str]) -> str:
    """The text with every stretch that has a replacement replaced; a replacement in which another such stretch stands is cut too."""
    left = dict(put)
    for _round in range(ROUNDS):
        cut = {digest for hit in check_text(text) if (digest := digest_of(about, hit.text)) in left}
        if not cut:
            break
        text = cut_once(about, text, {digest: left.pop(digest) for digest in cut})
    return text


def cut_once(about: str, text: str, put: dict[str, str]) -> str:
    """The text with the stretches that stand in it now replaced, from the end on."""
    for hit in reversed(check_text(text)):
        digest = digest_of(about, hit.text)
        if digest in put:
            text = put_instead(text, hit.start, hit.end, put[digest])
    return text


def words_without(about: str, words: Words, put: dict[str, str]) -> Words:
    """The same for a text in several languages; translations stay as fresh as they were."""
    texts = tuple((code, without(about, text, put)) for code, text in words.texts)
    return Words(tuple((code, text) for code, text in texts if text.strip()), words.source, words.stale)
