"""A figure is found by its number and by what it is said of, differs where the sentence names one of the record's, and else is not in the record."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.speech_matching import PERCENT, Said, Standing, Verdict, agrees_with, matches
from tirek.ground.rules.speech_sentences import words_around

VOCABULARY = {"answered": (("recommend",), ("answer",)), "carried_out": (("recommend",), ("carried",)), "visits_all": (("visit",), ("made",)),
              "overdue": (("recommend",), ("answer",), ("without",))}  # fmt: skip


def standing(code, value, what="part", unit="recommendations", year=2025, **given):
    return Standing(code, what, Decimal(str(value)), frozenset({unit}), year, **given)


RECORD = [
    standing("answered", 288), standing("answered", 340, "whole"), standing("answered", "84.70588", unit=PERCENT),
    standing("carried_out", 40, end=True, other=Decimal(90), told_by=("verif",)), standing("carried_out", 90, "upper", end=True, other=Decimal(40), told_by=("said",)),
    standing("carried_out", 10, unit=PERCENT, end=True, other=Decimal("22.5"), told_by=("verif",)),
    standing("carried_out", "22.5", "upper", PERCENT, end=True, other=Decimal(10), told_by=("said",)),
    standing("visits_made", 45, "visits_all", unit="visits"), standing("overdue", 12),
]  # fmt: skip


def said(value, unit="recommendations", words="", sentence=0, year=None, decimals=0, low=None, high=None, near=None):
    number = None if value is None else Decimal(str(value))
    ends = (number if low is None else low, number if high is None else high)
    around = frozenset(words.split())
    return Said(number, *ends, unit, year, decimals, around if near is None else frozenset(near.split()), around, sentence)


def verdicts(*figures, year=2025, record=RECORD):
    return [each.verdict for each in matches(figures, record, VOCABULARY, year)]


def test_a_number_that_the_sentence_names_is_found():
    assert verdicts(said(288, words="recommendations were answered"), said(45, "visits", "we made visits")) == [Verdict.FOUND] * 2


def test_another_number_of_the_same_thing_differs_and_the_record_is_told():
    found = matches([said(300, words="recommendations were answered")], RECORD, VOCABULARY, 2025)[0]
    assert found.verdict is Verdict.DIFFERS
    assert {each.value for each in found.standings} == {288, 340}


def test_a_number_alone_is_not_found_by_its_value():
    assert verdicts(said(288, "persons", "persons were answered"), said("84.7", PERCENT, "of the budget was spent", decimals=1)) == [Verdict.ABSENT] * 2


def test_a_count_of_the_same_thing_is_found_where_no_word_names_a_figure():
    assert verdicts(said(340, words="out of recommendations")) == [Verdict.FOUND]
    assert verdicts(said(341, words="out of recommendations")) == [Verdict.ABSENT], "what it speaks of is not known, so nothing differs"


def test_a_figure_whose_part_is_not_told_differs_from_nothing():
    assert verdicts(said(2, words="recommendations were answered"), record=[standing("answered", 340, "whole")]) == [Verdict.ABSENT]


def test_the_closest_name_is_meant():
    assert verdicts(said(12, words="recommendations without answer")) == [Verdict.FOUND]
    found = matches([said(13, words="recommendations without answer")], RECORD, VOCABULARY, 2025)[0]
    assert found.verdict is Verdict.DIFFERS and {each.code for each in found.standings} == {"overdue"}


@pytest.mark.parametrize(("value", "decimals", "verdict"), [("84.7", 1, "found"), (85, 0, "found"), ("84.8", 1, "differs"), (84, 0, "differs"), ("84.71", 2, "found")])
def test_a_share_is_compared_to_the_decimals_that_are_written(value, decimals, verdict):
    assert verdicts(said(value, PERCENT, "recommendations answered", decimals=decimals)) == [Verdict(verdict)]


def test_one_end_of_an_interval_alone_is_told_apart():
    assert verdicts(said("22.5", PERCENT, "recommendations carried out", decimals=1)) == [Verdict.ONE_END]
    assert verdicts(said(90, words="recommendations carried out")) == [Verdict.ONE_END]


def test_one_end_that_says_which_end_it_is_is_found():
    assert verdicts(said(40, words="recommendations verified as carried out")) == [Verdict.FOUND]


def test_both_ends_in_one_sentence_are_found_and_in_two_sentences_are_not():
    both = "recommendations carried out"
    assert verdicts(said(10, PERCENT, both), said("22.5", PERCENT, both, decimals=1)) == [Verdict.FOUND] * 2
    assert verdicts(said(10, PERCENT, both), said("22.5", PERCENT, both, sentence=1, decimals=1)) == [Verdict.ONE_END] * 2


def test_a_range_is_found_by_both_of_its_ends():
    ends = {"low": Decimal(10), "high": Decimal("22.5"), "decimals": 1}
    assert verdicts(said(None, PERCENT, "recommendations carried out", **ends)) == [Verdict.FOUND]
    assert verdicts(said(None, PERCENT, "recommendations carried out", **{**ends, "high": Decimal(30)})) == [Verdict.DIFFERS]


def test_an_interval_whose_ends_are_the_same_is_one_number():
    record = [standing("carried_out", 40, end=True, other=Decimal(40)), standing("carried_out", 40, "upper", end=True, other=Decimal(40))]
    assert verdicts(said(40, words="recommendations carried out"), record=record) == [Verdict.FOUND]


def test_another_year_is_another_record():
    assert verdicts(said(288, words="recommendations answered", year=2024)) == [Verdict.UNCOMPARED], "the record holds nothing of that year"
    assert verdicts(said(288, words="recommendations answered", year=2025), year=2019) == [Verdict.FOUND]


def test_more_than_and_about_hold_for_what_lies_within():
    more = {"low": Decimal(280), "words": "recommendations were answered"}
    assert verdicts(Said(Decimal(280), Decimal(280), None, "recommendations", None, 0, *[frozenset(more["words"].split())] * 2, 0)) == [Verdict.FOUND]
    assert verdicts(Said(Decimal(350), Decimal(350), None, "recommendations", None, 0, *[frozenset(more["words"].split())] * 2, 0)) == [Verdict.DIFFERS]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_whole_numbers_agree_only_with_themselves(one, other):
    assert agrees_with(said(one), Decimal(other)) == (one == other)


def test_a_word_of_two_meanings_is_meant_only_where_the_words_name_the_figure():
    vocabulary = {"places_never": (("мест",), ("ни",))}
    record = [Standing("places_never", "part", Decimal(14), frozenset({"places"}), 2025, also=frozenset({"beds"}))]
    told, bare = (matches([said(14, "beds", words)], record, vocabulary, 2025)[0].verdict for words in ("мест не посетили ни разу", "мест в изоляторе"))
    assert (told, bare) == (Verdict.FOUND, Verdict.ABSENT)


@pytest.mark.parametrize(("text", "number"), [("Answered. 40 more", 2), ("в 2025 г. 40 посещений", 1), ("На 70 %. 40 докладов", 2), ("Одно\nдругое", 2), ("Конец. Начало", 2), ("84.7 процента", 1)])
def test_a_sentence_ends_before_a_number_too_but_not_after_a_short_form(text, number):
    assert words_around(text, [(len(text) - 1, len(text))])[0].sentence == number - 1


def test_words_are_those_between_neighbours_and_those_of_the_sentence():
    text = "В 2025 г. мы провели 45 посещений, из них 12 ночью. Ещё 3 доклада"
    first, second, third = words_around(text, [(21, 23), (42, 44), (56, 57)])
    assert "провели" in first.near and "ночью" not in first.near
    assert "провели" not in second.near and {"провели", "ночью"} <= second.sentence_words, "a short form ends no sentence before a small letter"
    assert (first.sentence, second.sentence, third.sentence) == (0, 0, 1) and "еще" in third.near
