"""Statements set against each other: an independent, slow definition, and what must never happen whatever is stated."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.contradictions import Difference, Dimension, Lists, Range, Reason, Silence, Stated, set_side_by_side
from tirek.ground.rules.spans import Span

pytestmark = pytest.mark.pure
POINTS = ("p", "q")
KEYS = ("place", "scope", "basis", "stage", "people")
day = st.integers(0, 6).map(lambda number: date(2022, 1, 1) + timedelta(number))
spans = st.tuples(day, day).map(lambda two: Span(min(two), max(two)))
open_spans = st.one_of(spans, day.map(lambda one: Span(one, None)), day.map(lambda one: Span(None, one)))
ends = st.one_of(st.none(), st.integers(0, 5).map(Fraction))
ranges = st.tuples(ends, ends).filter(lambda two: None in two or two[0] <= two[1]).map(lambda two: Range(*two))
word = st.sampled_from(["", "a", "b"])


@st.composite
def boards(draw):
    """Up to seven statements on two points, of two countries and three speakers."""
    made = []
    for number in range(draw(st.integers(0, 7))):
        value = draw(st.one_of(st.none(), st.sampled_from(["yes", "no"]), ranges))
        made.append(
            Stated(
                f"s{number}", draw(st.sampled_from(POINTS)), draw(st.sampled_from(["kz", "kz", "kg"])), draw(st.sampled_from("ABC")), value,
                missing="" if value is not None else "closed", period=draw(st.one_of(st.none(), open_spans)), inferred=draw(st.booleans()),
                **{name: draw(word) for name in KEYS},
            )
        )  # fmt: skip
    return made


def share_a_day(one, other):
    """By walking over days, not by comparing ends."""
    return any(one.holds(each) and other.holds(each) for each in (date(2021, 12, 1) + timedelta(number) for number in range(90)))


def share_a_number(one, other):
    """By trying numbers, not by comparing ends: the ends are whole numbers from 0 to 5, so one of these lies in both if any does."""
    tried = [Fraction(each) for each in range(-1, 7)]
    inside = [{each for each in tried if (of.low is None or each >= of.low) and (of.high is None or each <= of.high)} for of in (one, other)]
    return bool(inside[0] & inside[1])


def dimensions_apart(one, other):
    found = set()
    if one.period is not None and other.period is not None and not share_a_day(one.period, other.period):
        found.add(("period", one.inferred or other.inferred))
    for name in KEYS:
        if {getattr(one, name), getattr(other, name)} == {"a", "b"}:
            found.add((name, False))
    return found


def verdict(one, other):
    """Of one pair: "agree", "differ" or nothing, told anew in the plainest way."""
    if one.country != other.country or one.point != other.point or None in (one.value, other.value):
        return ""
    if type(one.value) is not type(other.value):
        return ""
    if isinstance(one.value, str):
        same, away = one.value == other.value, set()
    else:
        same, away = share_a_number(one.value, other.value), dimensions_apart(one, other)
    if one.speaker == other.speaker:
        return "differ" if not same and not dimensions_apart(one, other) else ""
    return "agree" if same and not away else "differ"


def pairs(board):
    return [(one, other) for place, one in enumerate(board) for other in board[place + 1 :]]


@given(boards())
def test_every_pair_stands_where_the_plain_definition_puts_it(board):
    lists = set_side_by_side(POINTS, board)
    together = [set(each.keys) for each in lists.agree]
    differing = {(each.one, each.other) for each in lists.differ}
    for one, other in pairs(board):
        found = verdict(one, other)
        assert ((one.key, other.key) in differing) == (found == "differ")
        if found == "agree":
            assert any({one.key, other.key} <= keys for keys in together)
        elif one.speaker != other.speaker:
            assert not any({one.key, other.key} <= keys for keys in together)


@given(boards())
def test_a_difference_is_explained_by_the_dimensions_in_which_its_two_stand_apart_and_by_no_other(board):
    by_key = {each.key: each for each in board}
    for each in set_side_by_side(POINTS, board).differ:
        one, other = by_key[each.one], by_key[each.other]
        assert {(reason.dimension.value, reason.inferred) for reason in each.reasons} == dimensions_apart(one, other)
        open_ = {name for name in KEYS if (getattr(one, name) == "") != (getattr(other, name) == "")}
        assert {dimension.value for dimension in each.unstated} - {"period"} == open_
        assert (Dimension.PERIOD in each.unstated) == ((one.period is None) != (other.period is None))


@given(boards())
def test_statements_of_two_countries_and_counts_of_two_stages_are_never_brought_together(board):
    by_key = {each.key: each for each in board}
    lists = set_side_by_side(POINTS, board)
    for each in lists.agree:
        held = [by_key[key] for key in each.keys]
        assert len({one.country for one in held}) == 1
        if any(isinstance(one.value, Range) for one in held):
            assert len({one.stage for one in held} - {""}) < 2
    for each in lists.differ:
        assert by_key[each.one].country == by_key[each.other].country


@given(boards(), st.randoms(use_true_random=False))
def test_the_order_in_which_statements_come_changes_no_list_but_its_order(board, chance):
    shuffled = list(board)
    chance.shuffle(shuffled)

    def told(lists):
        return (
            {(each.point, frozenset(each.keys), each.apart) for each in lists.agree},
            {(each.point, frozenset((each.one, each.other)), each.reasons, each.unstated) for each in lists.differ},
            {(each.point, frozenset(each.keys)) for each in lists.unknown}, set(lists.alone),
        )  # fmt: skip

    assert told(set_side_by_side(POINTS, board)) == told(set_side_by_side(POINTS, shuffled))


@given(boards())
def test_what_nobody_knows_is_told_of_every_silence_and_of_every_point_without_an_answer(board):
    lists = set_side_by_side(POINTS, board)
    told = {each.point: set(each.keys) for each in lists.unknown}
    for point in POINTS:
        silent = {each.key for each in board if each.point == point and each.value is None}
        answered = any(each.point == point and each.value is not None for each in board)
        assert (point in told) == (bool(silent) or not answered)
        assert told.get(point, silent) == silent


def stance(key, value, speaker="A", **more):
    return Stated(key, "p", "kz", speaker, value, **more)


def test_another_year_explains_a_difference_and_an_inferred_one_is_told_as_such():
    board = [stance("one", "partly", period=Span(date(2022, 1, 1), date(2022, 12, 31)), inferred=True), stance("two", "everywhere", "B", period=Span(date(2025, 5, 13)))]
    assert set_side_by_side(["p"], board).differ == (Difference("p", "one", "two", (Reason(Dimension.PERIOD, inferred=True),), ()),)


def test_where_nothing_is_apart_nothing_explains_the_difference():
    board = [stance("one", "yes"), stance("two", "no", "B")]
    assert set_side_by_side(["p"], board) == Lists(differ=(Difference("p", "one", "two", (), ()),))


def test_a_speaker_is_not_set_against_himself_where_he_speaks_of_two_things():
    board = [stance("one", "selectively", people="all"), stance("two", "without exception", people="suspects")]
    found = set_side_by_side(["p"], board)
    assert found.differ == () and found.alone == ("p",)


def test_a_speaker_who_says_two_things_of_one_thing_differs_from_himself():
    board = [stance("one", "yes", people="all"), stance("two", "no", people="all")]
    assert [each.reasons for each in set_side_by_side(["p"], board).differ] == [()]


def test_a_series_of_one_speaker_is_no_contradiction():
    years = [Stated(f"s{year}", "p", "kz", "A", Range(Fraction(year), Fraction(year)), period=Span(date(year, 1, 1), date(year, 12, 31))) for year in (2021, 2022)]
    assert set_side_by_side(["p"], years).differ == ()


def test_equal_numbers_of_different_things_do_not_agree():
    number = Range(Fraction(60), Fraction(60))
    board = [stance("one", number, stage="complaints"), stance("two", number, "B", stage="cases")]
    found = set_side_by_side(["p"], board)
    assert found.agree == () and [each.reasons for each in found.differ] == [(Reason(Dimension.STAGE),)]


def test_a_point_of_which_no_source_speaks_is_in_the_third_list():
    assert set_side_by_side(["p"], []).unknown == (Silence("p", ()),)
