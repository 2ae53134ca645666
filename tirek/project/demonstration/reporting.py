"""Telling recommendations and the report of a visit: drafted, reviewed, signed, issued, by those who would do it."""

from datetime import date
from uuid import UUID

from tirek.followup.recommendations import services as recommendations
from tirek.followup.recommendations.queries import recommendation, visit_recommendations
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.reports import queries, services
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.told_visits import Recommendation, Report, Visit
from tirek.project.demonstration.visits import days_of
from tirek.project.demonstration.visits import stories as visit_stories
from tirek.records.visits.queries import findings


def told_ids(told: Visit, visit: UUID, telling: Telling) -> dict[str, UUID]:
    """Ids of a visit's told recommendations by their code, known by their texts; what people added, reworded or dropped since is not among them."""
    found = visit_recommendations(visit, by=SYSTEM, today=telling.today)
    known = {text: row.id for row in reversed(found) for text in row.text.texts}
    return {each.code: known[text] for each in told.recommendations for text in each.text.texts if text in known}


def earlier(code: str, telling: Telling) -> UUID:
    """The id of a recommendation of another told visit."""
    story = next(each for each in visit_stories() if any(one.code == code for one in each.recommendations))
    return told_ids(story, telling.visits[story.code], telling)[code]


def number_of(code: str, telling: Telling) -> str:
    """The number of a recommendation of a told visit; nothing while it is not issued."""
    found = recommendation(earlier(code, telling), by=SYSTEM, today=telling.today)
    return found.number if found.state == "issued" else ""


def draft(story: Visit, visit: UUID, telling: Telling) -> None:
    """Drafts of recommendations, and of the report as far as it goes before its issue."""
    seen = [each.id for each in findings(visit, by=SYSTEM)]
    for each in story.recommendations:
        made = recommendations.draft_recommendation(visit_id=visit, made=proposal(each, seen, telling), by=telling.actor(each.by)).value
        if each.labels:
            recommendations.set_labels(recommendation_id=made, add=each.labels, by=telling.actor(each.by))
    if story.report:
        report(story, story.report, visit, telling)


def proposal(told: Recommendation, seen: list[UUID], telling: Telling) -> Proposal:
    """What a recommendation proposes, on which of the visit's findings."""
    return Proposal(
        text=told.text, addressee=told.addressee, findings=tuple(seen[number - 1] for number in told.findings), kind=told.kind,
        priority=told.priority, indicator=told.indicator, repeats=earlier(told.repeats, telling) if told.repeats else None,
    )  # fmt: skip


def report(story: Visit, told: Report, visit: UUID, telling: Telling) -> None:
    """The report from its draft to its signatures, as far as the story goes."""
    report_id = services.draft_report(visit_id=visit, by=telling.actor(told.by)).value
    services.edit_report(report_id=report_id, summary=told.summary, revision=1, by=telling.actor(told.by))
    if story.reach == "draft":
        return
    services.submit(report_id=report_id, by=telling.actor(told.by))
    if told.frozen_after is None:
        return
    services.approve(report_id=report_id, on=after(story, told.frozen_after, telling), by=telling.actor(told.reviewer))
    for dissent in told.dissents:
        services.add_dissent(
            report_id=report_id, text=dissent.text, on=after(story, dissent.after, telling), by=telling.actor(dissent.by)
        )
    for each in told.signed:
        services.sign(report_id=report_id, on=after(story, each.after, telling), by=telling.actor(each.by))
    for missing in told.missing:
        services.record_missing_signature(
            report_id=report_id, member_id=telling.members[missing.member], cause=missing.cause, reason=missing.reason,
            by=telling.actor("secretary"),
        )  # fmt: skip


def after(story: Visit, days: int, telling: Telling) -> date:
    """The working day so many days after the visit's first day, at most today."""
    first, _ = days_of(story, telling)
    return telling.day((first - telling.today).days + days) if (first - telling.today).days + days < 0 else telling.today


def issue(story: Visit, visit: UUID, telling: Telling) -> None:
    """Issues the report of a visit that goes so far and has not been issued yet, never a correction; outside a transaction, as its ledger
    checkpoint asks."""
    if story.report is None or story.report.issued_after is None:
        return
    by = telling.actor(story.report.reviewer)
    found = queries.report_of_visit(visit, by=by)
    if found and found.version == 1 and found.state == "for_signature":
        services.issue_visit_report(report_id=found.id, on=after(story, story.report.issued_after, telling), by=by)
