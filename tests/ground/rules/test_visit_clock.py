"""The clock of urgent measures."""

from datetime import UTC, datetime, timedelta

import pytest

from tirek.ground.rules.visit_clock import SENTENCES, Urgency, answer_due, clock

SEEN = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "sent", "urgency", "hours"),
    [
        (0, False, Urgency.RUNNING, 24),
        (61, False, Urgency.RUNNING, 22),
        (20 * 60, False, Urgency.SOON, 4),
        (24 * 60, False, Urgency.SOON, 0),
        (24 * 60 + 1, False, Urgency.OVERDUE, 1),
        (26 * 60, False, Urgency.OVERDUE, 2),
        (24 * 60, True, Urgency.SENT_IN_TIME, 0),
        (25 * 60, True, Urgency.SENT_LATE, 1),
    ],
)
def test_the_clock_says_where_a_measure_stands(minutes, sent, urgency, hours):
    at = SEEN + timedelta(minutes=minutes)
    later = SEEN + timedelta(days=9)
    found = clock(due_at=SEEN + timedelta(hours=24), now=later if sent else at, sent_at=at if sent else None)
    assert (found.urgency, found.hours) == (urgency, hours)


def test_every_state_has_a_sentence():
    assert set(SENTENCES) == set(Urgency)


def test_the_answer_is_due_so_many_hours_after_the_sending():
    assert answer_due(SEEN, 24) == SEEN + timedelta(hours=24) and answer_due(None, 24) is None
