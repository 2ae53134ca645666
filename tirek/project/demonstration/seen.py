"""Telling what a visit saw: access, meetings, urgent measures, findings, the closing talk."""

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import entitlements
from tirek.ground.rules.words import Words
from tirek.project.demonstration.telling import Telling, at
from tirek.project.demonstration.told_visits import ENDED, Finding, Measure, Visit
from tirek.project.demonstration.visits import days_of
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation

NOT_ASKED = "spt_contact"
"""The entitlement that no told visit asked for."""


def tell(story: Visit, visit: UUID, telling: Telling) -> None:
    """Everything that was seen, in the order of the day. The visit has begun and not ended."""
    leader, (first, last) = telling.actor("leader"), days_of(story, telling)
    access(story, visit, telling)
    for meeting in story.meetings:
        held = min(first + timedelta(days=meeting.day), last)
        services.add_meeting(visit_id=visit, with_whom=meeting.with_whom, held_on=held, note=meeting.note, by=leader)
    for measure in story.measures:
        measures(measure, visit, first, telling)
    for finding in story.findings:
        findings(finding, visit, first, telling)
    if story.talk:
        promises = [(each.what, each.by_whom, last + timedelta(days=each.within)) for each in story.talk.promises]
        services.record_closing_talk(
            visit_id=visit, held_on=last, with_whom=story.talk.with_whom, note=story.talk.note, promises=promises, by=leader
        )


def access(story: Visit, visit: UUID, telling: Telling) -> None:
    """What was delayed or refused; of a visit that has ended, all the rest but one was granted."""
    leader = telling.actor("leader")
    for each in story.access:
        services.record_access(
            visit_id=visit, entitlement=each.entitlement, outcome=each.outcome, by_whom=each.by_whom, ground=each.ground,
            minutes=each.minutes, by=leader,
        )  # fmt: skip
    told = {each.entitlement for each in story.access} | {NOT_ASKED}
    for entitlement in entitlements() if story.reach in ENDED else ():
        if entitlement.code not in told:
            services.record_access(visit_id=visit, entitlement=entitlement.code, outcome="granted", by=leader)


def measures(told: Measure, visit: UUID, first: date, telling: Telling) -> None:
    """An urgent measure: written down by the leader, its answer entered by the secretariat."""
    seen = timezone.now() - timedelta(hours=told.hours_ago) if told.hours_ago else at(first + timedelta(days=told.day), told.observed)
    sent = seen + timedelta(hours=told.sent_after) if told.sent_after is not None else None
    measure = services.send_urgent_measure(
        visit_id=visit, what=told.what, authority_code=told.authority, observed_at=seen, sent_at=sent, by=telling.actor("leader")
    ).value
    if told.answered_after is not None:
        answered = seen + timedelta(hours=told.answered_after)
        services.answer_urgent_measure(measure_id=measure, answered_at=answered, answer=told.answer, by=telling.actor("secretary"))


def findings(told: Finding, visit: UUID, first: date, telling: Telling) -> None:
    """A finding by its author; a medical one is entered by the leader, and its wording is released by the doctor."""
    text = dated(told.text, first)
    seen = Observation(
        area=told.area, text=Words() if told.medical else text, seriousness=told.seriousness, good_practice=told.good,
        standards=told.standards, sources=told.sources, medical=told.medical,
    )  # fmt: skip
    finding = services.add_finding(visit_id=visit, seen=seen, by=telling.actor("leader" if told.medical else told.by)).value
    if told.medical and text:
        services.release_medical_wording(finding_id=finding, text=text, by=telling.actor(told.by))
    if told.generalised:
        generalise(finding, visit, told, telling)


def dated(text: Words, first: date) -> Words:
    """The text with the visit's first day where it says so."""
    return Words(tuple((code, written.replace("{seen}", f"{first:%d.%m.%Y}")) for code, written in text.texts), text.source, text.stale)


def generalise(finding: UUID, visit: UUID, told: Finding, telling: Telling) -> None:
    """The decision about every stretch of the finding that could name somebody: the leader's, of a medical one the doctor's."""
    who = telling.actor(told.by if told.medical else "leader")
    for hit in [each for each in queries.undecided_hits(visit, by=who) if each.finding_id == finding]:
        services.decide_hit(finding_id=finding, digest=hit.digest, decision="generalised", replacement=told.generalised, by=who)
