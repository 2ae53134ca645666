"""When the things of a visit can have happened: each after what it rests on and none later than now. It knows no form and writes nothing.

Moments are compared by the minute: that is how they are typed, and a beginning told by the clock has seconds.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import longest_visit, term, time_zone, today
from tirek.foundation.jurisdictions.refusals import NoRuleOnDate, UnknownThing
from tirek.ground.rules.visit_days import last_of_visit, last_planned, planned_until
from tirek.records.visits.models import ClosingTalk, UrgentMeasure, Visit
from tirek.records.visits.refusals import (
    AfterVisit,
    AnsweredBeforeSent,
    BeforeVisit,
    DatesWrong,
    DayGoneBy,
    MomentAhead,
    NotSentYet,
    PlannedTooFar,
    PromiseBeforeTalk,
    RecordedBefore,
    SeenBeforeVisit,
    SentBeforeSeen,
    VisitTooLong,
)


def minute(moment: datetime) -> datetime:
    """The moment without its seconds."""
    return moment.replace(second=0, microsecond=0)


def before(one: datetime, other: datetime) -> bool:
    """Whether one moment lies in an earlier minute than the other."""
    return minute(one) < minute(other)


def check_come(*moments: datetime | None) -> None:
    """Raises MomentAhead where one of the moments has not come."""
    now = timezone.now()
    if any(each is not None and each > now for each in moments):
        raise MomentAhead


def send_until(country: str, observed_at: datetime) -> datetime:
    """Until when an urgent measure is to be sent: by the pack's own term, else before the day is over on which the danger was seen."""
    day = today(country, observed_at)
    try:
        return observed_at + timedelta(hours=term(country, "urgent_sending", day).amount)
    except (UnknownThing, NoRuleOnDate):
        return datetime.combine(day, time.max.replace(microsecond=0), time_zone(country))


def check_seen(observed_at: datetime, begun_at: datetime | None) -> None:
    """A danger is seen after the visit began and not later than now. Raises SeenBeforeVisit, MomentAhead."""
    check_come(observed_at)
    if begun_at is not None and before(observed_at, begun_at):
        raise SeenBeforeVisit


def check_sent_and_answered(measure: UrgentMeasure) -> None:
    """A measure is sent after the danger was seen, and answered after that. Raises MomentAhead, SentBeforeSeen, NotSentYet, AnsweredBeforeSent."""
    sent, answered = measure.sent_at, measure.answered_at
    check_come(sent, answered)
    if sent is None and (answered is not None or measure.answer):
        raise NotSentYet
    if sent is not None and before(sent, measure.observed_at):
        raise SentBeforeSeen
    if sent is not None and answered is not None and before(answered, sent):
        raise AnsweredBeforeSent


def check_held(held_on: date, visit: Visit) -> None:
    """A meeting of a visit, or its closing talk, is on a day from its beginning to today, or soon after its end.

    Raises MomentAhead, BeforeVisit, AfterVisit.
    """
    now = today(visit.country)
    first = today(visit.country, visit.begun_at) if visit.begun_at else now
    last = last_of_visit(today(visit.country, visit.ended_at) if visit.ended_at else None, now)
    if held_on > now:
        raise MomentAhead
    if held_on < first:
        raise BeforeVisit(first=first)
    if held_on > last:
        raise AfterVisit(last=last)


def check_nothing_before(visit: Visit) -> None:
    """What happened at the visit happened after it began. Raises RecordedBefore with the first day of what did not."""
    assert visit.begun_at
    began = today(visit.country, visit.begun_at)
    held = [*visit.meetings.values_list("held_on", flat=True), *ClosingTalk.objects.filter(visit=visit).values_list("held_on", flat=True)]
    seen = [each for each in visit.urgent_measures.values_list("observed_at", flat=True) if before(each, visit.begun_at)]
    early = [*(day for day in held if day < began), *(today(visit.country, each) for each in seen)]
    if early:
        raise RecordedBefore(first=min(early))


def check_promised(held_on: date, until: Iterable[date | None]) -> None:
    """What is promised in a talk is promised for its day or later. Raises PromiseBeforeTalk."""
    if any(day is not None and day < held_on for day in until):
        raise PromiseBeforeTalk(held=held_on)


def check_plannable(first: date, last: date, country: str, on: date | None) -> None:
    """Days that are planned lie ahead, within the years of the plan, and are no more than a visit takes.

    `on` is the day on which they were planned: today unless told. Raises DatesWrong, MomentAhead, DayGoneBy, PlannedTooFar, VisitTooLong.
    """
    now = today(country)
    decided = on or now
    if decided > now:
        raise MomentAhead
    if last < first:
        raise DatesWrong
    if first < decided:
        raise DayGoneBy
    if first > planned_until(decided):
        raise PlannedTooFar(last=planned_until(decided))
    longest = last_planned(first, longest_visit(country), decided)
    if last > longest:
        raise VisitTooLong(last=longest)
