"""Drafts: begin a report or a correction, write its summary, decide about passages that could name a person."""

from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations.services import edit_draft
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports.gathering import Gathered, gather
from tirek.insight.reports.models import DECISIONS, OPEN, PassageDecision, Report
from tirek.insight.reports.policies import check_may_issue, check_may_write, check_reason, check_text
from tirek.insight.reports.reach import reach, standing
from tirek.insight.reports.refusals import (
    ChangesNeeded,
    DecisionUnknown,
    HitNotThere,
    ReportChanged,
    ReportExists,
    ReportReasonNeeded,
    VisitNotConcluded,
)
from tirek.insight.reports.texts import FoundHit, hits, words_without
from tirek.records.visits.queries import visit
from tirek.records.visits.reach import hold


def draft_report(*, visit_id: UUID, by: Actor) -> Recorded[UUID]:
    """Begins the report of a concluded visit: its contents are the findings and drafts of recommendations, its summary is to be written.

    Raises NotFound, NotAllowed, VisitNotConcluded, ReportExists.
    """
    with record("report.drafted", by=by) as act:
        hold(visit_id)
        seen = visit(visit_id, by=by)
        if not standing(visit_id, seen.country, by).writes:
            raise NotAllowed
        if Report.objects.filter(visit_id=visit_id).exists():
            raise ReportExists
        if seen.state != "concluded":
            raise VisitNotConcluded
        report = Report(country=seen.country, visit_id=visit_id, author=by.id)
        report.save()
        act.about("report", report.pk)
        return act.of(report.pk)


def correct_report(*, report_id: UUID, changes: Words, by: Actor) -> Recorded[UUID]:
    """Begins a correction of an issued report: a new version that says what it changes. The issued one holds until the new one is issued.

    Raises NotFound, NotAllowed, IllegalMove, ChangesNeeded, ReportExists (a correction is under way already).
    """
    if not changes:
        raise ChangesNeeded
    check_text(changes)
    with record("report.correction-drafted", by=by) as act:
        old = reach(report_id, by, lock=True)
        check_may_issue(old, by)
        if not REPORT.allows(old.state, "supersede"):
            raise IllegalMove(verb="correct_report", state=old.state, possible=", ".join(REPORT.possible(old.state)) or "—")
        if Report.objects.filter(visit_id=old.visit_id, state__in=OPEN).exists():
            raise ReportExists
        report = Report(
            country=old.country, visit_id=old.visit_id, version=old.version + 1, corrects=old, summary=old.summary, changes=changes,
            author=by.id,
        )  # fmt: skip
        report.save()
        act.about("report", report.pk)
        return act.of(report.pk)


def edit_report(*, report_id: UUID, summary: Words, revision: int, by: Actor, changes: Words | None = None) -> Recorded[UUID]:
    """Rewrites the summary (and, of a correction, what it changes); translations older than a new source text become stale.

    `revision` is the one the writer began from. Raises NotFound, NotAllowed, IllegalMove, ReportChanged, ReportTextTooLong, ChangesNeeded.
    """
    check_text(summary)
    check_text(changes or Words())
    with record("report.edited", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        check_draft(report, "edit_report")
        if report.revision != revision:
            raise ReportChanged
        report.summary = rewritten(report.summary, summary)
        if report.version > 1 and changes is not None:
            if not changes:
                raise ChangesNeeded
            report.changes = rewritten(report.changes, changes)
        report.revision += 1
        report.save()
        return act.of(report.pk)


def rewritten(before: Words, new: Words) -> Words:
    """The new text with its stale translations marked."""
    return before.rewritten(dict(new.texts)) if before else new


def check_draft(report: Report, verb: str) -> None:
    """Raises IllegalMove unless the report is a draft."""
    if report.state != "draft":
        raise IllegalMove(verb=verb, state=report.state, possible=", ".join(REPORT.possible(report.state)) or "—")


def decide_passage(
    *, report_id: UUID, digest: str, decision: str, by: Actor, reason: str = "", replacement: str = ""
) -> Recorded[UUID]:
    """Decides about a stretch that could name somebody: kept (with a reason), generalised (replaced), or taken out.

    Summary, recommendation and dissenting opinion are rewritten; of the visit's other records only what the report prints changes.
    Raises NotFound, NotAllowed, IllegalMove, HitNotThere, ReportReasonNeeded, DecisionUnknown.
    """
    if decision not in DECISIONS:
        raise DecisionUnknown(what=decision)
    if (decision == "kept" and not reason.strip()) or (decision == "generalised" and not replacement.strip()):
        raise ReportReasonNeeded
    check_reason(reason or "-")
    with record("report.passage-decided", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        gathered = gather(report.visit_id)
        found = next((each for each in hits(report, gathered) if each.digest == digest), None)
        if found is None:
            raise HitNotThere
        check_decidable(report, found)
        put = replacement.strip()[:500] if decision == "generalised" else ""
        if decision != "kept":
            rewrite(report, gathered, found, {digest: put}, by)
        row = PassageDecision(
            country=report.country, report=report, about=found.passage.about, language=found.passage.language, kind=found.hit.kind,
            digest=digest, decision=decision, put=put, reason=reason.strip(), decided_by=by.id, decided_at=timezone.now(),
        )  # fmt: skip
        row.save()
        return act.of(row.pk)


def check_decidable(report: Report, found: FoundHit) -> None:
    """The body is decided about before it is frozen, an opinion until the issue. Raises IllegalMove."""
    allowed = OPEN if found.passage.noun == "dissent" else OPEN[:2]
    if report.state not in allowed:
        raise IllegalMove(verb="decide_passage", state=report.state, possible=", ".join(REPORT.possible(report.state)) or "—")


def rewrite(report: Report, gathered: Gathered, found: FoundHit, put: dict[str, str], by: Actor) -> None:
    """Puts the replacement into the text that holds the stretch, where this room or its service may rewrite it."""
    about = found.passage.about
    match found.passage.noun:
        case "summary" | "changes" as column:
            setattr(report, column, words_without(about, getattr(report, column), put))
            report.revision += 1
            report.save()
        case "dissent":
            dissent = report.dissents.select_for_update().get(pk=about)
            dissent.text = words_without(about, dissent.text, put)
            dissent.save()
        case "recommendation":
            old = next((each for each in gathered.recommendations if str(each.id) == about and each.state == "draft"), None)
            if old is None:
                raise NotFound
            made = Proposal(words_without(about, old.text, put), old.addressee, old.findings, old.kind, old.priority, old.repeats)
            edit_draft(recommendation_id=old.id, made=made, revision=old.revision, by=by)


