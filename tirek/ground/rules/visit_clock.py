"""The two clocks of urgent measures: one until it is sent, one from then on until it is answered. They know no time of day: now is an argument."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SOON = timedelta(hours=4)


class Urgency(StrEnum):
    """Where an urgent measure stands."""

    RUNNING = "running"
    SOON = "soon"
    OVERDUE = "overdue"
    SENT_IN_TIME = "sent_in_time"
    SENT_LATE = "sent_late"


SENTENCES = {
    Urgency.RUNNING: "There are %(hours)s hours left to send the urgent measure.",
    Urgency.SOON: "Only %(hours)s hours are left to send the urgent measure.",
    Urgency.OVERDUE: "The urgent measure is overdue by %(hours)s hours.",
    Urgency.SENT_IN_TIME: "The urgent measure was sent in time, %(hours)s hours before the limit.",
    Urgency.SENT_LATE: "The urgent measure was sent %(hours)s hours late.",
}
"""The English sentence of each state; faces translate it. Hours are whole: rounded down while time is left, up when it has passed."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A state, the moment that was or is the limit, and whole hours before or after it."""

    urgency: Urgency
    due_at: datetime
    hours: int


def answer_due(sent_at: datetime | None, limit_hours: int) -> datetime | None:
    """Until when the authority answers: so many hours from the sending on; None while the measure is not sent."""
    return sent_at + timedelta(hours=limit_hours) if sent_at else None


def clock(*, due_at: datetime, now: datetime, sent_at: datetime | None = None) -> Clock:
    """The clock of a measure that is to be sent until `due_at`; all times with a zone. The limit itself is still in time."""
    left = due_at - (sent_at or now)
    late = left < timedelta(0)
    hours = -(left // timedelta(hours=1)) if late else left // timedelta(hours=1)
    if sent_at is not None:
        return Clock(Urgency.SENT_LATE if late else Urgency.SENT_IN_TIME, due_at, hours)
    if late:
        return Clock(Urgency.OVERDUE, due_at, hours)
    return Clock(Urgency.SOON if left <= SOON else Urgency.RUNNING, due_at, hours)
