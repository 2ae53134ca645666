"""What of a count may be told: never one or two, never the rest of a plan, never one end of an interval alone."""

from collections import defaultdict
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.speech_sheet import FIGURES, OF_THE_REST, Counted, Told, told

DAY = date(2026, 3, 1)
COUNTS = st.integers(0, 12)


@st.composite
def counteds(draw):
    """Any figure whose part lies within its whole, and whose upper end above its lower one."""
    whole = draw(COUNTS)
    part = draw(st.integers(0, whole))
    upper = draw(st.none() | st.integers(part, whole))
    return Counted(draw(st.sampled_from(FIGURES)), DAY, part, whole, upper, draw(st.sampled_from([(), (("visits_all", 2),), (("visits_all", 7),)])))


@given(counteds())
def test_a_count_of_one_or_two_is_never_told(counted):
    shown = told(counted)
    numbers = [shown.part, shown.whole, shown.upper, *dict(shown.beside).values()]
    assert not {1, 2} & set(numbers)


@given(counteds())
def test_what_is_told_is_exactly_what_was_counted(counted):
    shown = told(counted)
    for name in ("part", "whole", "upper"):
        assert getattr(shown, name) in (None, getattr(counted, name)), name


@given(counteds())
def test_an_interval_is_told_with_both_ends_or_with_none(counted):
    shown = told(counted)
    assert shown.interval == (counted.upper is not None)
    assert (shown.part is None) == (shown.upper is None) or not shown.interval


@given(counteds())
def test_nothing_large_is_withheld_without_a_reason(counted):
    ends = [counted.part] if counted.upper is None else [counted.part, counted.upper]
    rests = [counted.whole - end for end in ends] if counted.code in OF_THE_REST else []
    if not {1, 2} & {counted.whole, *ends, *rests}:
        assert told(counted).part == counted.part and told(counted).whole == counted.whole


def test_planned_visits_that_were_not_made_cannot_be_had_by_subtraction():
    shown = told(Counted("visits_made", DAY, 43, 45))
    assert (shown.part, shown.whole, shown.low) == (None, None, None)


def worlds_told_alike(told_of, worlds):
    """What is hidden in all worlds of which the same is told: what a reader can still think possible."""
    possible = defaultdict(set)
    for hidden, world in worlds:
        possible[told_of(*world)].add(hidden)
    return possible


def test_with_all_visits_of_the_year_beside_it_no_reader_knows_how_many_planned_ones_were_not_made():
    def sheet(begun, planned, visits):
        return told(Counted("visits_made", DAY, begun, planned, beside=(("visits_all", visits),)))

    worlds = [(planned - begun, (begun, planned, visits)) for planned in range(16) for begun in range(planned + 1) for visits in range(begun, 18)]
    for shown, rests in worlds_told_alike(sheet, worlds).items():
        assert not rests & {1, 2} or {1, 2} <= rests, (shown, rests)


def test_with_the_places_visited_beside_it_no_reader_knows_how_many_were_never_visited():
    def sheet(never, visited, places):
        return told(Counted("places_visited", DAY, visited, places)), told(Counted("places_never", DAY, never, places))

    worlds = [(never, (never, visited, places)) for places in range(3, 16) for visited in range(places + 1) for never in range(places - visited + 1)]
    for shown, nevers in worlds_told_alike(sheet, worlds).items():
        assert not nevers & {1, 2} or {1, 2} <= nevers, (shown, nevers)


def test_a_rest_of_one_or_two_is_told_where_it_points_at_nobody():
    assert told(Counted("answered", DAY, 43, 45)).part == 43


def test_shares_are_exact_and_nothing_has_none():
    shown = told(Counted("carried_out", DAY, 3, 9, 6))
    assert (shown.low * 9, shown.high * 9) == (3, 6)
    assert told(Counted("answered", DAY, 0, 0)).low is None and told(Counted("answered", DAY, 0, 0)).nothing
    assert told(Counted("answered", DAY, 0, 8)).low == 0, "a nought is told"


@given(counteds())
def test_a_frozen_figure_is_read_back_as_it_was(counted):
    assert Told.of_json(told(counted).to_json()) == told(counted)
