"""Missions of the packs' sourced record as missions of this room, with their report and the steps that a source tells; nothing is added."""

from tirek.followup.international.models import BodyReport, Review, Step
from tirek.followup.recommendations.queries import MissionFacts, missions
from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.international_report_states import DatedStep, check_step, possible


def take_over_missions(*, by: Actor) -> Recorded[int]:
    """Brings missions, reports and steps to what the packs say; a second call without changes writes nothing. Returns how many rows were written.

    A step that a person entered already stays; one of the pack that cannot follow it is left out.
    """
    with record("international.taken-over", by=by) as act:
        return act.of(sum(taken_over(facts) for country in countries() for facts in missions(by=SYSTEM, country=country)))


def taken_over(facts: MissionFacts) -> int:
    """One mission; how many rows were written."""
    row = Review.objects.filter(mission_id=facts.id).first()
    told = {
        "body": facts.body, "name": facts.name, "year": facts.year, "first_day": facts.first_day, "last_day": facts.last_day,
        "joint": bool(facts.record.joint_with_mechanism),
    }  # fmt: skip
    written = 0
    if row is None or any(getattr(row, key) != value for key, value in told.items()):
        row = row or Review(country=facts.country, origin="sourced", mission_id=facts.id, procedure=facts.record.procedure)
        for key, value in told.items():
            setattr(row, key, value)
        row.save()
        written += 1
    return written + (report_of(row, facts) if facts.record.report else 0)


def report_of(review: Review, facts: MissionFacts) -> int:
    """The mission's report with the steps that follow what stands there."""
    told = facts.record.report
    assert told is not None
    row, written = review.reports.filter(symbol=told.symbol).first(), 0
    if row is None:
        row = BodyReport(country=review.country, origin="sourced", review=review, symbol=told.symbol, title=told.title, dated=told.dated)
        row.save()
        written += 1
    steps = [DatedStep(each.state, each.on, each.by_then) for each in row.steps.all()]
    for each in told.steps:
        new = DatedStep(each.state, each.on, each.by_then)
        if each.state not in possible(steps) or (steps and new.on < steps[-1].on):
            continue
        check_step(steps, new, new.on)
        steps.append(new)
        Step(
            country=row.country, origin="sourced", report=row, position=len(steps), state=each.state, on=each.on, by_then=each.by_then, source_code=each.source,
            entered_by=SYSTEM.id,
        ).save()  # fmt: skip
        row.state = each.state
        row.save()
        written += 1
    return written
