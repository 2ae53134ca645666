"""Counts that could name a person stay unknown, also to somebody who subtracts: tried by an attacker who searches every table that fits."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirek.ground.rules.disclosure import TOTAL, Sum, crossed, withheld

pytestmark = pytest.mark.pure
THRESHOLD = 5


def possible(cells, sums, hidden, cell, value):
    """A table of whole numbers that fits all that is published and holds this value there, or nothing: by trying, with no use of the rule.

    The attacker knows that noughts are published, so that no withheld cell is one; where one had to be, not even that helps.
    """
    most, least = sum(cells.values()) + 20, 0 if any(cells[one] == 0 for one in hidden) else 1
    ends = {one: (cells[one], cells[one]) if one not in hidden else (least, most) for one in cells} | {cell: (value, value)}

    def narrowed(ends):
        while True:
            before = dict(ends)
            for one in sums:
                low, high = (sum(ends[part][side] for part in one.parts) for side in (0, 1))
                ends[one.whole] = max(ends[one.whole][0], low), min(ends[one.whole][1], high)
                for part in one.parts:
                    others = [sum(ends[other][side] for other in one.parts if other != part) for side in (0, 1)]
                    ends[part] = max(ends[part][0], ends[one.whole][0] - others[1]), min(ends[part][1], ends[one.whole][1] - others[0])
            if any(low > high for low, high in ends.values()):
                return None
            if ends == before:
                return ends

    def search(ends):
        ends = narrowed(dict(ends))
        if ends is None:
            return None
        free = [one for one, (low, high) in ends.items() if low < high]
        if not free:
            return {one: low for one, (low, _) in ends.items()}
        one = min(free, key=lambda each: ends[each][1] - ends[each][0])
        nearest = sorted(range(ends[one][0], ends[one][1] + 1), key=lambda each: abs(each - cells[one]))
        return next(filter(None, (search({**ends, one: (each, each)}) for each in nearest)), None)

    return search(ends)


def attacked(cells, sums, hidden):
    """Withheld cells of which somebody learns that they lie within the threshold."""
    learned, fitting = [], [cells]
    for cell in hidden:
        true = cells[cell]
        for value in sorted(range(max(0, true - THRESHOLD - 1), true + THRESHOLD + 2), key=lambda each: -abs(each - true)):
            if apart(fitting, cell) > THRESHOLD:
                break
            if all(table[cell] != value for table in fitting) and (table := possible(cells, sums, hidden, cell, value)):
                fitting.append(table)
        else:
            learned += [cell] if apart(fitting, cell) <= THRESHOLD else []
    return learned


def apart(tables, cell):
    """How far apart the tables are in one cell."""
    return max(table[cell] for table in tables) - min(table[cell] for table in tables)


COUNTS = st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 8, 11, 20, 40]), min_size=9, max_size=9)


def square(values):
    return crossed(dict(zip(product("abc", "xyz"), values, strict=True)))


@given(COUNTS)
@settings(max_examples=100, deadline=None)
def test_subtraction_tells_nothing_of_a_withheld_cell(values):
    cells, sums = square(values)
    hidden = withheld(cells, sums, THRESHOLD)
    assert {cell for cell, count in cells.items() if 0 < count < THRESHOLD} <= hidden
    assert attacked(cells, sums, hidden) == []


@given(COUNTS, st.lists(st.integers(0, 40), min_size=3, max_size=3))
@settings(max_examples=30, deadline=None)
def test_two_tables_that_share_a_margin_tell_nothing_together(values, shares):
    cells, sums = square(values)
    for row, share in zip("abc", shares, strict=True):
        whole = cells[(row, TOTAL)]
        cells |= {(row, "men"): min(share, whole), (row, "women"): whole - min(share, whole)}
        sums = (*sums, Sum((row, TOTAL), ((row, "men"), (row, "women"))))
    for sex in ("men", "women"):
        cells[(TOTAL, sex)] = sum(cells[(row, sex)] for row in "abc")
        sums = (*sums, Sum((TOTAL, sex), tuple((row, sex) for row in "abc")))
    assert attacked(cells, sums, withheld(cells, sums, THRESHOLD)) == []


def test_a_lone_small_count_takes_three_others_with_it():
    cells, sums = crossed({("a", "x"): 2, ("a", "y"): 30, ("b", "x"): 25, ("b", "y"): 40})
    hidden = withheld(cells, sums, THRESHOLD)
    assert hidden == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}


def test_what_is_withheld_is_no_nought_and_that_does_not_help_to_tell_it():
    cells, sums = crossed({("a", "x"): 1, ("a", "y"): 6, ("b", "x"): 6, ("b", "y"): 1, ("c", "x"): 9, ("c", "y"): 9})
    assert attacked(cells, sums, {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")})
    assert attacked(cells, sums, withheld(cells, sums, THRESHOLD)) == []


def test_a_table_without_small_counts_is_published_whole():
    cells, sums = crossed({("a", "x"): 12, ("a", "y"): 0, ("b", "x"): 25, ("b", "y"): 40})
    assert withheld(cells, sums, THRESHOLD) == frozenset()


def test_withholding_the_small_count_alone_would_tell_it():
    cells, sums = crossed({("a", "x"): 2, ("a", "y"): 30, ("b", "x"): 25, ("b", "y"): 40})
    assert attacked(cells, sums, {("a", "x")}) == [("a", "x")]


@pytest.mark.parametrize("broken", [{("a", TOTAL): 9}, {("a", "x"): -1}])
def test_a_table_that_does_not_add_up_is_refused(broken):
    cells, sums = crossed({("a", "x"): 2, ("a", "y"): 3})
    with pytest.raises(ValueError):
        withheld({**cells, **broken}, sums, THRESHOLD)


def test_a_table_of_ten_by_ten_is_done():
    cells, sums = crossed({(f"r{row}", f"c{column}"): (row * 7 + column * 13) % 23 for row in range(10) for column in range(10)})
    assert 0 < len(withheld(cells, sums, THRESHOLD)) < len(cells)
