"""A printed figure is said again where the number is exactly the same, of the same thing, in like words."""

from decimal import Decimal

import pytest

from tirek.ground.rules.speech_matching import Said
from tirek.ground.rules.speech_printed import Printed, says, shared

WORDS = frozenset(["in", "the", "report", "visits", "were", "conducted"])


def said(value=45, unit="visits", year=2025, near="we conducted visits", high=None):
    number, around = Decimal(value), frozenset(near.split())
    return Said(number, number, number if high is None else high, unit, year, 0, around, around, 0)


def printed(value=45, unit="visits", year=2025, words=WORDS):
    return Printed(Decimal(value), unit, year, words)


def test_the_same_number_of_the_same_thing_in_like_words_is_said():
    assert says(said(), printed())


@pytest.mark.parametrize("other", [printed(46), printed(unit="places"), printed(year=2024), printed(words=frozenset({"cells"}))])
def test_another_number_thing_year_or_other_words_are_not(other):
    assert not says(said(), other)


def test_without_a_year_more_of_the_words_have_to_be_the_same():
    one = said(year=None, near="we made visits")
    assert not says(one, printed()) and not says(one, printed(year=None))
    assert says(said(year=None), printed()), "visits, and conducted"


def test_what_has_no_unit_is_known_by_its_words_alone():
    assert says(said(unit=None), printed(unit=None)) and not says(said(near="we saw"), printed(unit=None))


def test_more_than_is_no_number_that_could_be_printed():
    assert not says(said(high=Decimal(50)), printed())


def test_short_words_tell_nothing_and_endings_do_not_count():
    assert shared({"из", "посещений"}, {"из", "посещения"}) == 1 and shared({"они"}, {"они"}) == 0
