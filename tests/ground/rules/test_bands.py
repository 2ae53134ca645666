"""Into which steps the numbers of a map fall."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.bands import MOST_BANDS, Band, even_bands, fullness_bands, step_of

pytestmark = pytest.mark.pure


@given(st.integers(1, 5_000), st.data())
def test_every_number_stands_in_one_band_alone(most, data):
    bands = even_bands(most)
    number = data.draw(st.integers(1, most))
    assert 1 <= len(bands) <= MOST_BANDS and sum(band.holds(number) for band in bands) == 1
    assert bands[step_of(number, bands) - 1].holds(number) and step_of(0, bands) == 0 and step_of(None, bands) is None
    assert all(before.last + 1 == after.first for before, after in pairwise(bands))


def test_where_nothing_is_counted_there_is_no_band():
    assert even_bands(0) == () and step_of(0, ()) == 0


def test_occupancy_is_above_the_room_in_the_last_band_alone():
    bands = fullness_bands()
    assert bands == (Band(0, 50), Band(51, 80), Band(81, 100), Band(101, None))
    assert [step_of(share, bands) for share in (0, 50, 51, 100, 101, 400)] == [1, 1, 2, 3, 4, 4]
