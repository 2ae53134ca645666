"""Counts for the public: no group that is shown is small, and nobody is lost or counted twice."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.small_cells import joined

tables = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 9))


@given(tables, st.integers(2, 4))
def test_no_number_that_is_shown_or_can_be_reckoned_from_them_is_small(table, least):
    """The slow second definition: with every subset of what is shown taken from the total, what is left is nothing or not small."""
    shown = joined(table, least)
    total = sum(count for _keys, count in shown)
    for size in range(len(shown) + 1):
        for taken in combinations(shown, size):
            left = total - sum(count for _keys, count in taken)
            assert left == 0 or left >= least


@given(tables, st.integers(2, 4))
def test_everybody_is_in_one_group_or_too_few_for_any(table, least):
    shown = joined(table, least)
    present = {key: count for key, count in table.items() if count}
    if sum(present.values()) < least:
        assert shown == ()
    else:
        assert sorted(key for keys, _count in shown for key in keys) == sorted(present)
        assert all(count == sum(present[key] for key in keys) for keys, count in shown)


@given(tables)
def test_a_cell_that_is_large_stands_alone_unless_the_small_ones_need_it(table):
    together = [keys for keys, _count in joined(table) if len(keys) > 1]
    assert len(together) <= 1
    for keys in together:
        small = [key for key in keys if table[key] < 3]
        needed = sum(table[key] for key in small) < 3
        assert small and len(keys) - len(small) == int(needed)


def test_the_head_alone_is_never_a_number_of_its_own():
    assert joined({"head": 1, "secretariat": 4, "leader": 2, "member": 7}) == ((("secretariat",), 4), (("member",), 7), (("head", "leader"), 3))
    assert joined({"head": 1, "secretariat": 4, "member": 7}) == ((("member",), 7), (("head", "secretariat"), 5))
    assert joined({"head": 1, "member": 1}) == () == joined({})
