"""A revision is the same as long as what was seen is the same, and another as soon as it is not."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.revisions import revised, revision_of
from tirek.ground.rules.words import Words

VALUES = st.lists(st.one_of(st.none(), st.booleans(), st.integers(), st.dates(), st.sampled_from(["обед", "тайна", ""])), max_size=5)


@given(VALUES, VALUES)
def test_two_lists_of_values_have_one_revision_only_where_they_are_equal(first, second):
    same = [(type(each), each) for each in first] == [(type(each), each) for each in second]
    assert (revision_of(*first) == revision_of(*second)) is same


@pytest.mark.parametrize("typed", ["Первое\r\nВторое", " Первое\nВторое ", "Первое\nВторое\r\n"])
def test_what_a_browser_does_to_a_text_is_no_change(typed):
    assert revision_of(typed) == revision_of("Первое\nВторое")


def test_words_days_numbers_and_ids_have_revisions():
    text = Words.of({"ru": "свет", "kk": "жарық"})
    others = [text, Words.of({"ru": "свет"}), Words.of({"ru": "свет", "kk": "жарық"}, stale=["kk"]), date(2026, 1, 2), Decimal("43.238949"), UUID(int=7), ["а"], "а"]
    assert len({revision_of(each) for each in others}) == len(others)


def test_the_parts_of_a_thing_that_are_named_count_alone():
    assert revised(date(2026, 1, 2), ("year", "month")) == revised(date(2026, 1, 9), ("year", "month")) == revision_of(2026, 1)
