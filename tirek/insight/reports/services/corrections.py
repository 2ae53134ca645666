"""Corrections: a new version of an issued report that says what it changes. Frozen rows stay; the new version prints other words instead,
puts recommendations in other words and adds some.
"""

from uuid import UUID

from django.utils import timezone

from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.reach import hold_drafts
from tirek.followup.recommendations.refusals import RecommendationChanged
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.revisions import revision_of
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.gathering import gather
from tirek.insight.reports.models import OPEN, Amendment, Report
from tirek.insight.reports.policies import (
    check_draft,
    check_may_abandon,
    check_may_issue,
    check_may_word,
    check_may_write,
    check_reason,
    check_text,
)
from tirek.insight.reports.reach import reach
from tirek.insight.reports.refusals import ChangesNeeded, NotACorrection, ReportChanged, ReportExists
from tirek.records.visits.reach import hold
from tirek.records.visits.services import close_after_correction, open_for_correction
from tirek.records.visits.services.keeping import keep_passages


def correct_report(*, report_id: UUID, changes: Words, by: Actor) -> Recorded[UUID]:
    """Begins a correction of an issued report: a new version that says what it changes. The issued one holds until the new one is issued.

    Raises NotFound, NotAllowed, IllegalMove, ChangesNeeded, ReportExists (a correction is under way already).
    """
    if not changes:
        raise ChangesNeeded
    check_text(changes)
    with record("report.correction-drafted", by=by) as act:
        hold(reach(report_id, by).visit_id)
        old = reach(report_id, by, lock=True)
        check_may_issue(old, by)
        if not REPORT.allows(old.state, "supersede"):
            raise IllegalMove(verb="correct_report", state=old.state, possible=", ".join(REPORT.possible(old.state)) or "—")
        if Report.objects.filter(visit_id=old.visit_id, state__in=OPEN).exists():
            raise ReportExists
        report = Report(
            country=old.country, visit_id=old.visit_id, version=old.version + 1, corrects=old, summary=old.summary, changes=changes,
            author=by.id, translated=old.translated,
        )  # fmt: skip
        report.save()
        for each in old.amendments.all():
            Amendment(country=old.country, report=report, finding_id=each.finding_id, text=each.text, author=each.author).save()
        open_for_correction(visit_id=old.visit_id, by=by)
        act.about("report", report.pk)
        return act.of(report.pk)


def abandon_correction(*, report_id: UUID, reason: str, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Gives a correction up while it is a draft: the issued version holds as before, and another correction can be begun.

    Its row stays with the reason; the recommendations and wordings that it proposed are dropped with it.
    `names_nobody`: why passages of the reason stay that could name somebody.
    Raises NotFound, NotAllowed, NothingToAbandon, IllegalMove, ReportReasonNeeded, ReportTextTooLong, PassagesUndecided.
    """
    check_reason(reason)
    with record("report.correction-abandoned", by=by, subject=("report", report_id)) as act:
        hold(reach(report_id, by).visit_id)
        report = locked(report_id, by)
        check_may_abandon(report, by)
        report.state = REPORT.after(report.state, "abandon")
        report.abandoned_by, report.abandoned_at, report.abandoned_because = by.id, timezone.now(), reason.strip()
        keep_passages(about=report.pk, country=report.country, texts=(reason,), because=names_nobody, by=by)
        report.save()
        recommendations.abandon(visit_id=report.visit_id, report_version=report.version, country=report.country, by=by)
        close_after_correction(visit_id=report.visit_id, by=by)
        return act.of(report.pk)


def check_correction(report: Report, verb: str, by: Actor) -> None:
    """Raises NotAllowed, IllegalMove, NotACorrection unless it is the draft of a correction and the actor writes it."""
    check_may_write(report, by)
    check_draft(report, verb)
    if report.version == 1:
        raise NotACorrection


def amend_finding(*, report_id: UUID, finding_id: UUID, text: Words, by: Actor, revision: str | None = None) -> Recorded[UUID]:
    """Writes what a correction prints instead of a frozen finding's text; nothing written brings the frozen text back.

    `revision`, where given, is the sign of the words that its writer saw printed.
    Raises NotFound, NotAllowed, IllegalMove, NotACorrection, ReportTextTooLong, DoctorOnly, ReportChanged.
    """
    check_text(text)
    with record("report.finding-amended", by=by, subject=("report", report_id)) as act:
        report = reach(report_id, by, lock=True)
        check_correction(report, "amend_finding", by)
        printed = next((each.text for each in gathered_for(report).findings if each.id == finding_id), None)
        if printed is None:
            raise NotFound
        check_may_word(report, finding_id, by)
        if revision not in (None, revision_of(printed)):
            raise ReportChanged
        row = report.amendments.filter(finding_id=finding_id).first() or Amendment(
            country=report.country, report=report, finding_id=finding_id, author=by.id
        )
        row.text, row.author = row.text.rewritten(dict(text.texts)) if row.text and text else text, by.id
        row.save()
        return act.of(row.pk)


def reword_recommendation(
    *, report_id: UUID, recommendation_id: UUID, text: Words, indicator: Words, by: Actor, revision: str | None = None
) -> Recorded[UUID]:
    """Puts an issued recommendation of the visit in other words, from the issue of this correction on; the words in force take that back.

    Every earlier wording stays, with its version and day. `revision`, where given, is that of the proposal which its writer saw.
    Raises NotFound, NotAllowed, IllegalMove, NotACorrection, NotInForce, RecommendationTextNeeded, RecommendationTooLong, RecommendationChanged.
    """
    with record("report.recommendation-reworded", by=by, subject=("report", report_id)) as act:
        report = held_correction(report_id, "reword_recommendation", by)
        told = {each.id: each for each in gather(report.visit_id).recommendations if each.state == "issued"}.get(recommendation_id)
        if told is None:
            raise NotFound
        if revision not in (None, told.revision):
            raise RecommendationChanged
        made = recommendations.reword(
            recommendation_id=recommendation_id, report_version=report.version, text=text, indicator=indicator, by=by
        )
        return act.of(made.value)


def add_recommendation(*, report_id: UUID, made: Proposal, by: Actor) -> Recorded[UUID]:
    """Drafts a recommendation that the correction adds, on findings of the visit; its time limit begins when the correction is issued.

    Raises NotFound, NotAllowed, IllegalMove, NotACorrection and what `draft_recommendation` raises.
    """
    with record("report.recommendation-added", by=by, subject=("report", report_id)) as act:
        report = held_correction(report_id, "add_recommendation", by)
        drafted = recommendations.draft_recommendation(visit_id=report.visit_id, made=made, by=by, report_version=report.version)
        return act.of(drafted.value)


def held_correction(report_id: UUID, verb: str, by: Actor) -> Report:
    """The correction, locked, which the actor may change now."""
    report = locked(report_id, by)
    check_correction(report, verb, by)
    return report


def locked(report_id: UUID, by: Actor) -> Report:
    """The report, locked after the recommendations that it may change, in the order in which the review locks them."""
    visit_id = reach(report_id, by).visit_id
    hold_drafts(visit_id)
    return reach(report_id, by, lock=True)
