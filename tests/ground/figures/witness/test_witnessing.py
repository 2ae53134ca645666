"""Which of the grammar's unsure proposals give way to what the arithmetic bears witness to."""

from itertools import permutations

import pytest

from tests.ground.figures.checks.figures import number
from tirek.ground.figures.figure import Figure
from tirek.ground.figures.relations.relation import related
from tirek.ground.figures.relations.witness.witnessing import replaced

pytestmark = pytest.mark.pure

PART, WHOLE, OTHER, PERCENT = (Figure(start, start + 1, number(value), 0, 0, start, start + 1) for start, value in enumerate([27, 270, 45, 60]))


def _share(part, whole):
    return related("percent", part=part, whole=whole, percent=PERCENT, sure=False)


@pytest.mark.parametrize(
    ("told", "found", "gives_way"),
    [
        (_share(PART, WHOLE), _share(PART, OTHER), True),
        (_share(PART, WHOLE), _share(OTHER, WHOLE), True),
        (_share(PART, WHOLE), _share(OTHER, PART), False),
        (_share(PART, WHOLE), related("change", before=WHOLE, after=PART, percent=PERCENT), False),
        (related("part", part=PART, whole=WHOLE, sure=False), _share(PART, OTHER), False),
    ],
)
def test_another_whole_of_the_same_part_takes_the_place_of_one_that_does_not_agree(told, found, gives_way):
    assert replaced(told, {PERCENT.start: found}) is gives_way


def test_a_difference_takes_the_place_of_a_sum_of_the_same_figures_and_of_no_other():
    for first, second, gap in permutations([PART, WHOLE, OTHER]):
        found = {gap.start: related("difference", before=first, after=second, difference=gap)}
        assert replaced(related("sum", parts=(PART, WHOLE), whole=OTHER, sure=False), found)
        assert not replaced(related("sum", parts=(PART, WHOLE), whole=PERCENT, sure=False), found)


def test_where_nothing_was_found_nothing_gives_way():
    assert not replaced(_share(PART, WHOLE), {})
