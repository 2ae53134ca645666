"""When the things of a visit can have happened: each after what it rests on and none later than now. It knows no form and writes nothing.

Moments are compared by the minute: that is how they are typed, and a beginning told by the clock has seconds.
"""

from datetime import datetime

from django.utils import timezone

from tirek.records.visits.models import UrgentMeasure
from tirek.records.visits.refusals import AnsweredBeforeSent, MomentAhead, NotSentYet, SeenBeforeVisit, SentBeforeSeen


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
