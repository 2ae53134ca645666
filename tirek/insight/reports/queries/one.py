"""One report: its state, text, signatures, opinions, versions, and what the reader may do with it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.followup.recommendations.queries import ProposalFacts
from tirek.foundation.jurisdictions.queries import due, report_languages
from tirek.foundation.ledger import queries as ledger
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.counting import row as row_name
from tirek.insight.reports.documents import ReportDocument
from tirek.insight.reports.documents.model import RecommendationLine
from tirek.insight.reports.freezing import present
from tirek.insight.reports.models import OPEN, SETTLED, Dissent, Report, Signature
from tirek.insight.reports.policies import may_abandon, may_attach
from tirek.insight.reports.reach import Standing, reach, standing, works_on
from tirek.insight.reports.reach import versions as all_versions
from tirek.insight.reports.texts import Undecided, all_decided, redacted, undecided
from tirek.insight.reports.untranslated import WrittenText, written_texts
from tirek.records.visits import queries as visits
from tirek.registers.mandate.queries import member_names


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """A signature line of the present text. `state` is awaited, signed or missing; `mine`: the reader's own.

    `brought_by` is the account that entered a signature given outside; nothing for one that its owner gave here. `attachable`: the reader
    may bring a sheet of it, who keeps the signatures and did not approve the text alone.
    Of a missing one everybody reads the `cause`; the written `reason` is for the leader, the office and the member.
    """

    id: UUID
    member_id: UUID
    name: str
    role: str
    state: str
    way: str
    signed_on: date | None
    digest: str
    file_id: UUID | None
    cause: str
    reason: str
    recorded_at: datetime | None
    mine: bool
    brought_by: str
    attachable: bool


@dataclass(frozen=True, slots=True)
class DissentFacts:
    """A dissenting opinion; no `text` where it is withheld. `carried` is the earlier version to which it was given; 0 where it was given to this one."""

    id: UUID
    member_id: UUID
    name: str
    role: str
    text: Words
    given_on: date
    mine: bool
    carried: int


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """That the report went back to its authors, from which state and why."""

    before: str
    reason: str
    returned_by: str
    returned_at: datetime


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """A version of the same report that the reader may know of."""

    id: UUID
    version: int
    state: str
    number: str
    issued_on: date | None
    changes: Words


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now, by role and state, for showing the right buttons; services check again."""

    edit: bool
    submit: bool
    return_to_draft: bool
    approve: bool
    sign: bool
    keep_signatures: bool
    dissent: bool
    issue: bool
    correct: bool
    decide: bool
    translate: bool
    amend: bool
    abandon: bool
    redact: bool


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One version of a report as its reader may see it. `digest` is of the frozen body, `issued_digest` of the whole issued report.

    `withheld` are the texts of an abandoned version that are not shown: nobody decides any more about the passages that wait in them.
    """

    id: UUID
    country: str
    visit_id: UUID
    place_name: Words
    starts_on: date
    ends_on: date
    version: int
    state: str
    summary: Words
    changes: Words
    revision: int
    author: str
    submitted_by: str
    approved_by: str
    frozen_on: date | None
    frozen_at: datetime | None
    digest: str
    issued_digest: str
    number: str
    issued_on: date | None
    signatures: tuple[SignatureFacts, ...]
    signatures_due: date | None
    dissents_due: date | None
    dissents: tuple[DissentFacts, ...]
    returns: tuple[ReturnFacts, ...]
    versions: tuple[VersionFacts, ...]
    documents_job: UUID | None
    abandoned_by: str
    abandoned_at: datetime | None
    abandoned_because: str
    withheld: frozenset[str]
    may: May
    visit_open: bool
    demonstration: bool


@once
def report(report_id: UUID, *, by: Actor) -> ReportFacts:
    """One version of a report; raises NotFound. Cost: 15 queries."""
    return facts(reach(report_id, by), all_versions(report_id), by)


@once
def report_of_visit(visit_id: UUID, *, by: Actor) -> ReportFacts | None:
    """The version of the visit's report that matters to the reader: the open one, else the issued one; None where there is none yet.

    Raises NotFound for whom neither the visit nor an issued report of it exists.
    """
    newest = Report.objects.filter(visit_id=visit_id).order_by("-version").values_list("pk", flat=True).first()
    rows = all_versions(newest) if newest else ()
    for row in rows:
        if row.state in OPEN and works_on(row.visit_id, row.country, by):
            return facts(row, rows, by)
    for row in rows:
        if row.state == "issued" and (by == SYSTEM or by.has(*MECHANISM, country=row.country)):
            return facts(row, rows, by)
    visits.visit(visit_id, by=by)
    return None


def may_draft(visit_id: UUID, *, by: Actor) -> bool:
    """Whether the reader could begin the visit's report now; raises NotFound."""
    seen = visits.visit(visit_id, by=by)
    there = Report.objects.filter(visit_id=visit_id).exists()
    return seen.state == "concluded" and not there and standing(visit_id, seen.country, by).writes


def report_document(report_id: UUID, *, by: Actor) -> ReportDocument:
    """The values that the report's documents print, as it stands; raises NotFound."""
    return present(reach(report_id, by))


def printed_recommendations(report_id: UUID, *, by: Actor) -> tuple[tuple[ProposalFacts, RecommendationLine], ...]:
    """The recommendations of an open version, each with the line that it prints; raises NotFound."""
    row = reach(report_id, by)
    lines = {line.row: line for line in present(row).recommendations}
    found = gathered_for(row).recommendations
    return tuple((each, lines[key]) for each in found if (key := row_name("recommendation", each.id)) in lines)


def undecided_passages(report_id: UUID, *, by: Actor) -> Undecided:
    """Passages that could name a person and wait for a decision; raises NotFound."""
    row = reach(report_id, by)
    return undecided(row, gathered_for(row))


def texts_written_once(report_id: UUID, *, by: Actor) -> tuple[WrittenText, ...]:
    """The texts that the visit's records hold in one language, with their translations, as the report prints them; raises NotFound."""
    row = reach(report_id, by)
    return written_texts(redacted(gathered_for(row)), report_languages(row.country))


def issued_by(report_id: UUID, *, by: Actor) -> str:
    """Which account issued this version; nothing while it is not issued. Raises NotFound. Cost: 2 queries."""
    row = reach(report_id, by)
    found = ledger.history("report", row.pk, verbs=("report.issued",)) if row.issued_on else ()
    return next((each.actor for each in found), "")


def facts(row: Report, every: tuple[Report, ...], by: Actor) -> ReportFacts:
    """A version among all of its report as frozen values."""
    seen = visits.visit(row.visit_id, by=SYSTEM)
    lines = [each for each in row.signatures.all() if each.state != "voided"]
    opinions = [each for each in row.dissents.all() if not each.taken_back]
    names = member_names([*(each.member_id for each in lines), *(each.member_id for each in opinions)])
    mine = standing(row.visit_id, row.country, by)
    texts = shown_texts(row)
    return ReportFacts(
        id=row.pk, country=row.country, visit_id=row.visit_id, place_name=seen.place_name, starts_on=seen.starts_on, ends_on=seen.ends_on,
        version=row.version, state=row.state, summary=texts["summary"], changes=texts["changes"], revision=row.revision, author=row.author,
        submitted_by=row.submitted_by, approved_by=row.approved_by, frozen_on=row.frozen_on, frozen_at=row.frozen_at, digest=row.digest,
        issued_digest=row.issued.sha256 if row.issued else "", number=row.number, issued_on=row.issued_on,
        signatures=tuple(signature_facts(each, names, mine, by) for each in lines),
        signatures_due=due(row.country, "signature", row.frozen_on) if row.frozen_on else None,
        dissents_due=due(row.country, "dissent", row.frozen_on) if row.frozen_on else None,
        dissents=tuple(dissent_facts(each, names, by) for each in opinions),
        returns=tuple(ReturnFacts(each.before, each.reason, each.returned_by, each.returned_at) for each in row.returns.all()),
        versions=versions(row, every, by), documents_job=row.documents_job,
        abandoned_by=row.abandoned_by, abandoned_at=row.abandoned_at, abandoned_because=row.abandoned_because,
        withheld=frozenset(name for name in texts if getattr(row, name) and not texts[name]), may=may(row, every, mine, lines, by),
        visit_open=works_on(row.visit_id, row.country, by), demonstration=row.origin == "demonstration",
    )  # fmt: skip


def shown_texts(row: Report) -> dict[str, Words]:
    """The version's own texts by field, as its page shows them."""
    return {name: shown_words(row, row.visit_id, getattr(row, name)) for name in ("summary", "changes")}


def shown_words(row: Report, about: UUID, words: Words) -> Words:
    """A text of the version, or nothing of it: in an abandoned one a passage that waits would stand for good, since nobody decides there."""
    return words if row.state != "abandoned" or all_decided(row.visit_id, about, words) else Words()


def dissent_facts(row: Dissent, names: dict[str, str], by: Actor) -> DissentFacts:
    """An opinion as frozen values."""
    text = shown_words(row.report, row.carried_from_id or row.pk, row.text)
    carried = row.written.report.version if row.carried_from_id else 0
    return DissentFacts(row.pk, row.member_id, names.get(str(row.member_id), ""), row.role, text, row.given_on, row.author == by.id, carried)


def signature_facts(row: Signature, names: dict[str, str], mine: Standing, by: Actor) -> SignatureFacts:
    """A signature line as frozen values."""
    own = bool(by.id) and row.account == by.id
    return SignatureFacts(
        row.pk, row.member_id, names.get(str(row.member_id), ""), row.role, row.state, row.way, row.signed_on, row.digest, row.file_id,
        row.cause or "other" if row.state == "missing" else "", row.reason if mine.keeps or own else "", row.recorded_at, own,
        row.recorded_by if row.way == "sheet" else "", mine.keeps and may_attach(row.report, row, by),
    )  # fmt: skip


def versions(row: Report, every: tuple[Report, ...], by: Actor) -> tuple[VersionFacts, ...]:
    """All versions of the report that the reader may know of, the newest first."""
    inside = works_on(row.visit_id, row.country, by)
    return tuple(
        VersionFacts(each.pk, each.version, each.state, each.number, each.issued_on, shown_texts(each)["changes"])
        for each in every
        if inside or each.state in SETTLED
    )


def may(row: Report, every: tuple[Report, ...], mine: Standing, lines: list[Signature], by: Actor) -> May:
    """The reader's possible verbs."""
    can = {move: REPORT.allows(row.state, move) for move in ("submit", "return_to_draft", "approve", "sign", "issue", "supersede", "abandon")}
    own = next((each for each in lines if by.id and each.account == by.id), None)
    latest = not any(each.state in OPEN for each in every)
    return May(
        edit=can["submit"] and mine.writes,
        submit=can["submit"] and mine.writes,
        return_to_draft=can["return_to_draft"] and mine.keeps,
        approve=can["approve"] and mine.office and (by == SYSTEM or by.id != row.submitted_by),
        sign=can["sign"] and own is not None and own.state != "signed",
        keep_signatures=can["sign"] and mine.keeps,
        dissent=can["sign"] and own is not None,
        issue=can["issue"] and mine.office,
        correct=can["supersede"] and mine.office and latest,
        decide=row.state in OPEN and mine.writes,
        translate=row.state in OPEN[:2] and mine.writes,
        amend=can["submit"] and mine.writes and row.version > 1,
        abandon=can["abandon"] and may_abandon(row, by),
        redact=row.state == "issued" and mine.office,
    )
