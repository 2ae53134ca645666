"""Gathering: everything of a visit that its report prints, read from the rooms below at one moment, and the digest of what must not change.

It reads in the house's own name: who may see the report was decided before. It knows no document.
"""

import hashlib
from dataclasses import dataclass, field, replace
from uuid import UUID

from tirek.followup.recommendations.queries import ProposalFacts, proposals
from tirek.foundation.jurisdictions.queries import report_languages
from tirek.foundation.ledger.once import once
from tirek.ground.proof.canonical import canonical
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.reports.documents.frozen import plain
from tirek.insight.reports.written import Translated
from tirek.records.visits import queries as visits

PRINTED = ("draft", "issued")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The visit and what was recorded of it. A medical finding without a released wording is left out; `closed` counts what is not in force.

    `translated` are the report's translations of texts that were written once, by the row's id and the part of it.
    """

    visit: visits.VisitFacts
    findings: tuple[visits.FindingFacts, ...]
    waiting_for_doctor: tuple[visits.FindingFacts, ...]
    recommendations: tuple[ProposalFacts, ...]
    access: tuple[visits.AccessFacts, ...]
    meetings: tuple[visits.MeetingFacts, ...]
    talk: visits.TalkFacts | None
    measures: tuple[visits.MeasureFacts, ...]
    closed: int
    translated: Translated = field(default_factory=dict)


@once
def gather(visit_id: UUID) -> Gathered:
    """All of a visit. Cost: 17 queries, whatever the number of findings."""
    found = visits.findings(visit_id, by=SYSTEM)
    proposed = proposals(visit_id, by=SYSTEM)
    return Gathered(
        visit=visits.visit(visit_id, by=SYSTEM),
        findings=tuple(each for each in found if each.text),
        waiting_for_doctor=tuple(each for each in found if each.waits_for_doctor),
        recommendations=tuple(each for each in proposed if each.state in PRINTED),
        access=visits.access_facts(visit_id, by=SYSTEM),
        meetings=visits.meetings(visit_id, by=SYSTEM),
        talk=visits.closing_talk(visit_id, by=SYSTEM),
        measures=tuple(each for each in visits.urgent_measures(visit_id, by=SYSTEM) if each.sent_at),
        closed=sum(each.state not in PRINTED for each in proposed),
    )


def baseless(gathered: Gathered) -> tuple[tuple[int, UUID], ...]:
    """Drafts of recommendations that rest on no finding that is printed, each with its number: a finding was taken back, or waits for its wording."""
    printed = {each.id for each in gathered.findings}
    numbered = enumerate(gathered.recommendations, start=gathered.closed + 1)
    return tuple((number, each.id) for number, each in numbered if each.state == "draft" and printed.isdisjoint(each.findings))


def one_sided(gathered: Gathered) -> tuple[tuple[int, UUID, str], ...]:
    """Recommendations that this version issues, or puts in other words, and that lack one of the two languages in which the report is printed:
    each with its number and the language.
    """
    printed = report_languages(gathered.visit.country)[:2]
    numbered = enumerate(gathered.recommendations, start=gathered.closed + 1)
    new = [(number, each) for number, each in numbered if each.state == "draft" or each.reworded]
    return tuple(
        (number, each.id, language)
        for number, each in new
        for language in printed
        if any(words and not words.in_(language) for words in (each.text, each.indicator))
    )


def signatories(visit: visits.VisitFacts) -> tuple[visits.DelegateFacts, ...]:
    """Who signs: the leader, then members and doctors."""
    return tuple(each for each in visit.delegation if each.role in ("leader", "member", "doctor"))


def sources_digest(gathered: Gathered, summary: Words, changes: Words) -> str:
    """SHA-256 (hex) over what signatures vouch for. An answer to an urgent measure may still arrive; the clock and the packs are left out too."""
    proposed = [
        (str(each.id), each.position, each.text, each.indicator, each.addressee, each.priority, each.kind, tuple(sorted(map(str, each.findings))))
        for each in gathered.recommendations
    ]
    measures = [(str(each.id), each.what, each.authority, each.sent_at) for each in gathered.measures]
    team = [(str(each.member_id), each.role) for each in gathered.visit.delegation]
    found = [replace(each, revision=0) for each in gathered.findings]
    parts: tuple[object, ...] = (summary, changes, team, found, proposed, gathered.access, gathered.meetings, gathered.talk, measures)
    if gathered.translated:  # a text laid for signature before there were translations keeps its digest
        parts = (*parts, sorted((str(about), part, _texts_of(words)) for (about, part), words in gathered.translated.items()))
    return hashlib.sha256(canonical([_text(plain(_listed(part))) for part in parts])).hexdigest()


def _texts_of(words: Words) -> tuple[object, ...]:
    return (words.source, sorted(words.texts), sorted(words.stale))


def _listed(value: object) -> object:
    return tuple(_listed(each) for each in value) if isinstance(value, list | tuple) else value


def _text(value: object) -> object:
    """Ids as text, wherever they stand."""
    match value:
        case dict():
            return {key: _text(each) for key, each in value.items()}
        case list():
            return [_text(each) for each in value]
        case UUID():
            return str(value)
    return value
