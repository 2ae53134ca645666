"""What is named by all words stands before what only speaks of them, newest first, whatever the size of a page and wherever it begins."""

import pytest

from tirek.foundation.search.asking import steps, understood
from tirek.foundation.search.models import Entry
from tirek.foundation.search.queries import NEWEST, look_up
from tirek.foundation.search.words import stems_asked

WATER, WALL = (min(stems_asked(each)) for each in ("вода", "стена"))
pytestmark = pytest.mark.django_db


@pytest.fixture
def hundred():
    """Things of a sort of which every third is named by the word, every second is for others alone, and every fifth does not speak of it."""
    made = []
    for number in range(1, 181):
        said = [f"f:{WATER}"] * (number % 5 > 0) + [f"f.{WATER}"] * (number % 15 in (3, 6, 9, 12)) + [f"f:{WALL}"]
        made.append(Entry(id=number, kind="finding", key=str(number), marks=" ".join([*said, "f@all" if number % 2 else "f@others"])))
    Entry.objects.bulk_create(made)
    return made


@pytest.mark.parametrize("size", [1, 2, 7, 24, 51, 200])
@pytest.mark.parametrize("text", ["вода", "вода стена", "воды"])
def test_pages_of_any_size_are_the_same_list(hundred, size, text):
    asked = {"finding": steps(understood(text), "f", ("all",))}
    open_ones = [each for each in reversed(hundred) if "f@all" in each.marks and f"f:{WATER}" in each.marks.split()]
    wanted = [each.key for named in (True, False) for each in open_ones if (f"f.{WATER}" in each.marks.split()) == named] if "стена" not in text else [each.key for each in open_ones]
    found, after = [], NEWEST
    while some := look_up(asked, after, size).get("finding", []):
        assert len(some) <= size
        found += [key for _place, key in some]
        after = some[-1][0]
    assert found == wanted
    assert [key for _place, key in look_up(asked, NEWEST, size).get("finding", [])] == wanted[:size]
