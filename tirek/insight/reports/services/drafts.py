"""Drafts: begin a report, write its summary, decide about passages that could name a person."""

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import check_why
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.models import DECISIONS, OPEN, Dissent, PassageDecision, Report
from tirek.insight.reports.policies import check_draft, check_may_word, check_may_write, check_reason, check_text
from tirek.insight.reports.reach import reach, standing
from tirek.insight.reports.refusals import (
    ChangesNeeded,
    DecisionUnknown,
    HitNotThere,
    OthersWords,
    ReportChanged,
    ReportExists,
    ReportReasonNeeded,
    VisitNotConcluded,
)
from tirek.insight.reports.texts import FoundHit, hits, redacted, words_without
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


def decide_passage(
    *, report_id: UUID, digest: str, decision: str, by: Actor, reason: str = "", replacement: str = ""
) -> Recorded[UUID]:
    """Decides about a stretch that could name somebody: kept (with a reason), generalised (replaced), or taken out.

    Summary, changes and dissenting opinions are rewritten; of the visit's other records only what the report prints changes. What stands
    under one person's name is rewritten by that person alone; others may keep a passage of it.
    Raises NotFound, NotAllowed, IllegalMove, HitNotThere, ReportReasonNeeded, ReasonNames, DecisionUnknown, OthersWords, DoctorOnly.
    """
    if decision not in DECISIONS:
        raise DecisionUnknown(what=decision)
    if (decision == "kept" and not reason.strip()) or (decision == "generalised" and not replacement.strip()):
        raise ReportReasonNeeded
    check_reason(reason or "-")
    with record("report.passage-decided", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_may_write(report, by)
        gathered = redacted(gathered_for(report))
        found = next((each for each in hits(report, gathered) if each.digest == digest), None)
        if found is None:
            raise HitNotThere
        check_why(reason, [found.hit.text])
        check_decidable(report, found)
        put = replacement.strip()[:500] if decision == "generalised" else ""
        if decision != "kept":
            check_own_words(report, found, by)
            rewrite(report, found, {digest: put})
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


def check_own_words(report: Report, found: FoundHit, by: Actor) -> None:
    """An opinion is its author's, a medical finding is the doctor's. Raises OthersWords, DoctorOnly."""
    about = found.passage.about
    match found.passage.noun:
        case "dissent" if opinion(report, about).author != by.id:
            raise OthersWords
        case "amendment":
            check_may_word(report, UUID(about), by)


def rewrite(report: Report, found: FoundHit, put: dict[str, str]) -> None:
    """Puts the replacement into the text that holds the stretch, where this room keeps it."""
    about = found.passage.about
    match found.passage.noun:
        case "summary" | "changes" as column:
            setattr(report, column, words_without(about, getattr(report, column), put))
            report.revision += 1
            report.save()
        case "amendment":
            amendment = report.amendments.select_for_update(no_key=True).get(finding_id=about)
            amendment.text = words_without(about, amendment.text, put)
            amendment.save()
        case "dissent":
            dissent = opinion(report, about)
            dissent.text = words_without(about, dissent.text, put)
            dissent.save()


def opinion(report: Report, about: str) -> Dissent:
    """The opinion of this version that was written in the row of that id."""
    return report.dissents.select_for_update(no_key=True).get(Q(pk=about) | Q(carried_from=about), taken_back=False)
