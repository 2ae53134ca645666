"""Findings: add, edit, translate, move; the doctor's release; decisions about stretches that could name a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from tirek.foundation.jurisdictions.queries import areas, standards
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import check_why
from tirek.ground.rules.text_cuts import put_everywhere
from tirek.ground.rules.words import Words
from tirek.records.visits.models import DECISIONS, SERIOUSNESS, SOURCES, Finding, HitDecision, Visit
from tirek.records.visits.policies import check_may_record, check_wording, may_word
from tirek.records.visits.reach import reach_finding, reach_visit
from tirek.records.visits.refusals import (
    ChangedMeanwhile,
    DoctorOnly,
    FindingThere,
    NothingThere,
    ReasonNeeded,
    SourcesNeeded,
    TextNeeded,
    TextTooLong,
    UnknownCode,
)
from tirek.records.visits.services.keeping import keep_passages
from tirek.records.visits.texts import LIMIT, hits_of

SAID = ("area", "text", "seriousness", "good_practice", "standards", "sources", "single_source_reason", "medical")


@dataclass(frozen=True, slots=True)
class Observation:
    """What a finding says. Codes come from the packs; a medical one keeps an empty text until the doctor releases a wording.

    `names_nobody` says why passages of the reason for a single source stay that could name somebody; those of the text are decided one by one.
    """

    area: str
    text: Words
    seriousness: str = "notable"
    good_practice: bool = False
    standards: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    single_source_reason: str = ""
    medical: bool = False
    names_nobody: str = ""


def check_observation(seen: Observation) -> None:
    """Raises UnknownCode, TextTooLong, SourcesNeeded."""
    known = {each.code for each in areas()}
    strange = ({seen.area} - known) | (set(seen.sources) - set(SOURCES))
    if not seen.good_practice:
        strange |= {seen.seriousness} - set(SERIOUSNESS)
    if strange:
        raise UnknownCode(what=sorted(strange)[0])
    check_lengths(seen.text)
    if len(set(seen.sources)) < 2 and not seen.single_source_reason.strip():
        raise SourcesNeeded


def check_lengths(text: Words) -> None:
    """Raises TextTooLong for any language's text beyond the limit of a paragraph."""
    longest = max((len(written) for _, written in text.texts), default=0)
    if longest > LIMIT:
        raise TextTooLong(length=longest, limit=LIMIT)


def add_finding(*, visit_id: UUID, seen: Observation, by: Actor) -> Recorded[UUID]:
    """A new finding at the end of the list; a medical one waits for the doctor's release, also the doctor's own. Raises what `check_observation` and `check_may_record` raise, TextNeeded, DoctorOnly, FindingThere."""
    if not seen.text and not seen.medical:
        raise TextNeeded
    check_observation(seen)
    with record("finding.added", by=by) as act:
        visit = reach_visit(visit_id, by, lock=True)
        check_may_record(visit, by)
        if seen.medical and seen.text and not may_word(visit, by):
            raise DoctorOnly
        last = visit.findings.aggregate(last=Max("position"))["last"] or 0
        finding = Finding(country=visit.country, visit=visit, position=last + 1, author=by.id)
        fill(finding, seen, by)
        check_new(finding, visit, by)
        finding.save()
        act.about("finding", finding.pk)
        return act.of(finding.pk)


def check_new(finding: Finding, visit: Visit, by: Actor) -> None:
    """Raises FindingThere for a finding that says in all what another one of the visit says: a form that was sent twice.

    Of medical ones those of the same writer alone are compared, so that nobody learns the doctor's words by writing them.
    """
    standing = visit.findings.filter(taken_back=False)
    if finding.text and any(said(each) == said(finding) for each in standing if not each.medical or each.author == by.id):
        raise FindingThere


def said(finding: Finding) -> tuple[object, ...]:
    """All that a finding says."""
    return tuple(getattr(finding, name) for name in SAID)


def fill(finding: Finding, seen: Observation, by: Actor) -> None:
    """Puts what was seen into the row. Raises UnknownCode for a standard of another country's law, PassagesUndecided."""
    strange = set(seen.standards) - {each.id for each in standards(finding.country)}
    if strange:
        raise UnknownCode(what=sorted(strange)[0])
    finding.area, finding.text, finding.good_practice, finding.medical = seen.area, seen.text, seen.good_practice, seen.medical
    finding.seriousness = "" if seen.good_practice else seen.seriousness
    finding.standards, finding.sources = sorted(set(seen.standards)), sorted(set(seen.sources))
    finding.single_source_reason = seen.single_source_reason.strip()
    keep_passages(about=finding.pk, country=finding.country, texts=(finding.single_source_reason,), because=seen.names_nobody, by=by)


def edit_finding(*, finding_id: UUID, seen: Observation, revision: int, by: Actor) -> Recorded[UUID]:
    """Rewrites a finding. `revision` is the one the writer began from; raises ChangedMeanwhile when somebody saved since.

    Of a medical one only the doctor changes anything (DoctorOnly); no text leaves the wording as it is. What others wrote before it was
    marked as medical waits for the doctor.
    """
    check_observation(seen)
    with record("finding.edited", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by, lock=True)
        visit = reach_visit(finding.visit_id, by)
        check_may_record(visit, by)
        check_wording(finding, visit, by)
        if finding.revision != revision:
            raise ChangedMeanwhile
        rewritten = bool(seen.text) and seen.text.texts != finding.text.texts
        if rewritten and seen.medical and not may_word(visit, by):
            raise DoctorOnly
        released = release_after(finding, seen.medical, rewritten, visit, by)
        text = finding.text if not rewritten else finding.text.rewritten(dict(seen.text.texts)) if finding.text else seen.text
        if not (text or seen.medical):
            raise TextNeeded
        fill(finding, seen, by)
        finding.text, finding.released_by, finding.revision = text, released, finding.revision + 1
        finding.save()
        return act.of(finding.pk)


def release_after(finding: Finding, medical: bool, rewritten: bool, visit: Visit, by: Actor) -> str:
    """Who answers for a medical wording after an act: nobody before the doctor released it; then the doctor who rewrites it, else nobody again.

    Nothing is released by writing: only `release_medical_wording` shows a wording that nobody else has seen.
    """
    if not medical or not finding.medical or not finding.released_by:
        return ""
    return finding.released_by if not rewritten else (by.id if may_word(visit, by) else "")


def translate_finding(*, finding_id: UUID, texts: Mapping[str, str], revision: int, by: Actor) -> Recorded[UUID]:
    """Writes or renews translations; the source text stays. Of a released medical finding anybody's but the doctor's waits for a new release.

    Raises ChangedMeanwhile, TextTooLong, DoctorOnly for an unreleased medical one.
    """
    with record("finding.translated", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by, lock=True)
        visit = reach_visit(finding.visit_id, by)
        check_may_record(visit, by)
        if finding.revision != revision:
            raise ChangedMeanwhile
        if not (finding.text and finding.released_by):
            check_wording(finding, visit, by)
        if not finding.text:
            raise TextNeeded
        kept = {**dict(finding.text.texts), **{code: text for code, text in texts.items() if code != finding.text.source}}
        words = Words.of(kept, finding.text.source, finding.text.stale - set(texts))
        check_lengths(words)
        finding.released_by = release_after(finding, finding.medical, words.texts != finding.text.texts, visit, by)
        finding.text, finding.revision = words, finding.revision + 1
        finding.save()
        return act.of(finding.pk)


def release_medical_wording(*, finding_id: UUID, text: Words, by: Actor, revision: int | None = None) -> Recorded[UUID]:
    """The doctor of the delegation releases the wording of a medical finding. Raises DoctorOnly for anybody else.

    `revision`, where given, is the one the doctor began from; raises ChangedMeanwhile when somebody saved since.
    """
    if not text:
        raise TextNeeded
    check_lengths(text)
    with record("finding.released", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by, lock=True)
        visit = reach_visit(finding.visit_id, by)
        check_may_record(visit, by)
        if not finding.medical or not may_word(visit, by):
            raise DoctorOnly
        if revision is not None and finding.revision != revision:
            raise ChangedMeanwhile
        finding.text, finding.released_by, finding.revision = text, by.id, finding.revision + 1
        finding.save()
        return act.of(finding.pk)


def move_finding(*, finding_id: UUID, up: bool, by: Actor) -> Recorded[UUID]:
    """Changes places with the finding above or below; at the end of the list nothing moves. Raises NotFound, NotAllowed, AlreadyReported."""
    with record("finding.moved", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by)
        visit = reach_visit(finding.visit_id, by, lock=True)
        check_may_record(visit, by)
        standing = list(visit.findings.filter(taken_back=False))
        here = next(place for place, each in enumerate(standing) if each.pk == finding.pk)
        there = here - 1 if up else here + 1
        if 0 <= there < len(standing):
            standing[here], standing[there] = standing[there], standing[here]
        for position, each in enumerate(standing, start=1):
            if each.position != position:
                each.position = position
                each.save()
        return act.of(finding.pk)


def decide_hit(
    *, finding_id: UUID, digest: str, decision: str, by: Actor, reason: str = "", replacement: str = ""
) -> Recorded[UUID]:
    """Decides about a stretch that could name somebody: kept (with a reason), generalised (replaced), or taken out.

    In a medical finding only the doctor does the last two, and anybody else keeps only what is released.
    Raises NotFound, NotAllowed, NothingThere, ReasonNeeded, ReasonNames, UnknownCode, DoctorOnly.
    """
    if decision not in DECISIONS:
        raise UnknownCode(what=decision)
    if (decision == "kept" and not reason.strip()) or (decision == "generalised" and not replacement.strip()):
        raise ReasonNeeded
    with record("finding.hit-decided", by=by, subject=("finding", finding_id)) as act:
        finding = reach_finding(finding_id, by, lock=True)
        visit = reach_visit(finding.visit_id, by)
        check_may_record(visit, by)
        if decision != "kept" or not finding.released_by:
            check_wording(finding, visit, by)
        found = [each for each in hits_of(finding) if each.digest == digest]
        if not found:
            raise NothingThere
        check_why(reason, [each.hit.text for each in found])
        if decision != "kept":
            put = replacement.strip() if decision == "generalised" else ""
            finding.text = without(finding.text, [each.hit.text for each in found], put)
            finding.released_by = by.id if finding.released_by else ""
            finding.revision += 1
            finding.save()
        row = HitDecision(
            country=finding.country, finding=finding, language=found[0].language, kind=found[0].hit.kind, digest=digest,
            decision=decision, reason=reason.strip(), decided_by=by.id, decided_at=timezone.now(),
        )  # fmt: skip
        row.save()
        return act.of(row.pk)


def without(text: Words, stretches: Iterable[str], put: str) -> Words:
    """The text with the stretches replaced in every language where they stand; translations stay as fresh as they were."""
    changed = []
    for code, written in text.texts:
        for stretch in stretches:
            written = put_everywhere(written, stretch, put)
        changed.append((code, written.strip()))
    return Words(tuple((code, written) for code, written in changed if written), text.source, text.stale)
