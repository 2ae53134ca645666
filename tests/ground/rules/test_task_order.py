"""The order of tasks, held against its slow definition."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.task_order import GROUPS, Task, Urgency, grouped, urgency

TODAY = date(2026, 3, 11)
NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
days = st.none() | st.integers(-40, 40).map(lambda number: TODAY + timedelta(number))
moments = st.none() | st.integers(-30, 30).map(lambda number: NOON + timedelta(hours=number))
tasks = st.lists(st.tuples(days, moments, st.booleans(), st.booleans()), max_size=12).map(
    lambda drawn: [Task(number, *rest) for number, rest in enumerate(drawn)]
)


def before(one, other):
    """Whether one task stands before another of the same group, said the long way round."""
    if one.danger != other.danger:
        return one.danger
    if one.due != other.due:
        return other.due is None or (one.due is not None and one.due < other.due)
    if one.at != other.at:
        return other.at is None or (one.at is not None and one.at < other.at)
    return one.thing < other.thing


def group_of(due):
    if due is None:
        return "undated"
    ahead = (due - TODAY).days
    return "overdue" if ahead <= -1 else "today" if ahead == 0 else "week" if ahead in range(1, 7) else "later"


@given(tasks)
def test_every_task_stands_once_in_the_group_of_its_day(tasks):
    made = dict(grouped(tasks, TODAY))
    assert sorted(thing for things in made.values() for thing in things) == [task.thing for task in tasks]
    assert all(things for things in made.values())
    for task in tasks:
        assert task.thing in made[Urgency("overdue" if task.late else group_of(task.due))]


@given(tasks)
def test_within_a_group_each_stands_before_the_next_and_groups_stand_in_order(tasks):
    made = grouped(tasks, TODAY)
    assert [group for group, _ in made] == [group for group in GROUPS if group in dict(made)]
    for _, things in made:
        for one, other in pairwise(things):
            assert before(tasks[one], tasks[other])


def test_this_week_is_today_and_six_days_more():
    assert [urgency(TODAY + timedelta(number), TODAY).value for number in (-1, 0, 1, 6, 7)] == ["overdue", "today", "week", "week", "later"]
