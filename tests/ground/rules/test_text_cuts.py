"""A stretch that is taken out leaves a text behind, and not its gaps."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.text_cuts import put_everywhere, put_instead, surroundings

pytestmark = pytest.mark.pure
NAME = "Сериков А.Б."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Сказал Сериков А.Б. об этом.", "Сказал об этом."),
        ("Осуждённый, Сериков А.Б., говорит о холоде.", "Осуждённый, говорит о холоде."),
        ("Света нет, Сериков А.Б.", "Света нет"),
        ("Сериков А.Б., осуждённый, говорит о холоде.", "осуждённый, говорит о холоде."),
        ("Один человек (Сериков А.Б.) говорит о холоде.", "Один человек говорит о холоде."),
        ("Об этом сказал «Сериков А.Б.».", "Об этом сказал."),
        ("Света нет. Сериков А.Б., один в камере.", "Света нет. один в камере."),
        ("Холодно.\nСериков А.Б. болен.", "Холодно.\nболен."),
        ("Об этом говорят (Сериков А.Б. и другие).", "Об этом говорят (и другие)."),
        ("Сериков А.Б.", ""),
    ],
)
def test_nothing_of_the_gap_stays(before, after):
    assert put_everywhere(before, NAME, "") == after


@given(st.text("аб ,.;:()«»\n"), st.text("аб ,.;:()«»\n"))
def test_no_cut_makes_a_double_space_or_two_pauses_and_no_letter_is_lost(left, right):
    made = put_instead(left + NAME + right, len(left), len(left) + len(NAME), "")
    gaps = re.compile(r"  |[,;:] ?[,;:]")
    assert len(gaps.findall(made)) <= len(gaps.findall(left)) + len(gaps.findall(right))
    assert re.findall("[аб]", made) == re.findall("[аб]", left + right)


@given(st.text(), st.text(), st.text(min_size=1))
def test_general_words_stand_exactly_in_the_place(left, right, put):
    assert put_instead(left + NAME + right, len(left), len(left) + len(NAME), put) == left + put + right


def test_words_that_hold_the_stretch_again_are_put_once():
    assert put_everywhere("Был Сериков А.Б. дважды: Сериков А.Б.", NAME, "начальник (Сериков А.Б.)").count("начальник") == 2


@pytest.mark.parametrize(
    ("text", "stretch", "reach", "around"),
    [
        ("До 1 марта 2027 года вывести Ахметова из карцера немедленно", "Ахметова", 18, ("2027 года вывести ", " из карцера")),
        ("Ахметова вывели", "Ахметова", 60, ("", " вывели")),
        ("оченьдлинноеслово Ахметов", "Ахметов", 5, ("лово ", "")),
        ("два слова Ахметов", "Ахметов", 6, ("слова ", "")),
    ],
)
def test_what_stands_round_a_stretch_is_cut_between_words(text, stretch, reach, around):
    at = text.index(stretch)
    assert surroundings(text, at, at + len(stretch), reach) == around
