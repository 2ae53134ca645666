"""Places past their interval."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.interval import Watched, counted_from, dues, months_later, past_interval, standing

days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(days, st.integers(0, 240))
def test_the_month_is_right_and_the_day_is_the_same_or_the_last(start, months):
    end = months_later(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(1)).day == 1)


@given(days, st.integers(1, 120), days)
def test_a_place_is_overdue_from_the_day_after_its_last_day(last, months, today):
    found = standing(last_visit=last, known_since=date(1999, 1, 1), months=months, today=today)
    assert found.overdue == (today > months_later(last, months)) and not found.never_visited
    assert found.overdue_days == (max(0, (today - found.due_on).days))


def test_a_place_never_visited_is_counted_from_when_it_is_known():
    found = standing(last_visit=None, known_since=date(2020, 2, 29), months=48, today=date(2024, 3, 1))
    assert (found.never_visited, found.due_on, found.overdue_days) == (True, date(2024, 2, 29), 1)


TODAY = date(2026, 3, 11)
near = st.integers(-900, 60).map(lambda number: TODAY + timedelta(number))
watched = st.lists(
    st.builds(Watched, st.sampled_from("abcd"), st.sampled_from([1, 6, 12, 24]), st.none() | near, st.none() | near), max_size=8
)


def late_days(each):
    """By how many days one rule is missed, counted day by day; -1 where it is not, 0 where nobody knows since when."""
    start = each.last_visit or each.known_since
    if start is None:
        return 0
    due, count = months_later(start, each.months), 0
    while due + timedelta(count) < TODAY:
        count += 1
    return count or -1


@given(watched)
def test_the_places_past_their_interval_are_those_that_miss_a_rule_each_once_the_longest_first(watched):
    found = past_interval(watched, TODAY)
    slow = {}
    for each in watched:
        if late_days(each) >= 0:
            slow[each.place] = max(slow.get(each.place, 0), late_days(each))
    assert {each.place: each.standing.overdue_days for each in found} == slow
    assert len(found) == len(slow)
    order = [(-each.standing.overdue_days, each.place) for each in found]
    assert order == sorted(order)


def test_a_place_under_several_rules_is_told_by_the_kind_of_the_most_overdue():
    rules = [Watched("a", 24, TODAY, kind="interim"), Watched("a", 12, months_later(TODAY, -30), kind="periodic"), Watched("a", 12, months_later(TODAY, -20), kind="special")]
    assert [each.kind for each in past_interval(rules, TODAY)] == ["periodic"]


def test_a_place_of_which_nobody_knows_anything_is_past_its_interval_without_a_day():
    (found,) = past_interval([Watched("a", 24)], TODAY)
    assert found.standing.never_visited and found.standing.overdue_days == 0


@given(st.lists(st.none() | near, max_size=4))
def test_a_place_is_counted_from_the_latest_day_that_is_known(days):
    known = [day for day in days if day]
    found = counted_from(*days)
    assert (found is None) == (not known)
    assert found is None or (found in known and all(day <= found for day in known))


@given(st.lists(st.builds(Watched, st.sampled_from("ab"), st.integers(1, 30), st.none() | days, st.none() | days, st.sampled_from("xy")), max_size=6), days)
def test_of_every_place_the_rule_that_comes_first_is_told_and_those_past_are_those_past_their_interval(watched, today):
    found = dues(watched, today)
    assert found.keys() == {each.place for each in watched}
    past = {each.place: each for each in past_interval(watched, today)}
    assert {place for place, one in found.items() if one.past} == past.keys()
    assert all(found[place].overdue_days == one.standing.overdue_days for place, one in past.items())
    for place, one in found.items():
        known = [each for each in watched if each.place == place and (each.last_visit or each.known_since)]
        assert one.due_on <= min((months_later(each.last_visit or each.known_since, each.months) for each in known), default=date.max)
