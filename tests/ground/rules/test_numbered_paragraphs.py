"""Numbered paragraphs are found with their numbers, and nothing of their words is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.numbered_paragraphs import cited, numbered, place_of

TEXT = """Invented Council of Visits
CV/LUM/1
III. What the delegation saw
A. Houses of correction
41. Cells were dark, and in 2016
3 lamps of 12 worked.
42. The Council recommends that the State party:
(a) Put a lamp into every cell;
(b) Measure the light twice a year.
B. Registers
43.\tRegisters were kept.
45 The Council calls upon the State party to keep them in one place.
"""


def test_a_paragraph_keeps_its_number_its_list_and_ends_at_a_heading():
    found = numbered(TEXT)
    assert [each.number for each in found] == ["41", "42", "43", "45"]
    assert found[0].text == "Cells were dark, and in 2016\n3 lamps of 12 worked."
    assert found[1].text.splitlines()[1:] == ["(a) Put a lamp into every cell;", "(b) Measure the light twice a year."]
    assert [each.advises for each in found] == [False, True, False, True]


def test_two_part_numbers_of_a_review_are_found():
    found = numbered("122.1 Consider joining the treaty (Otherland);\n122.2 Train the staff (Thirdland);\n123.1 Publish the report;")
    assert [each.number for each in found] == ["122.1", "122.2", "123.1"]


@pytest.mark.parametrize("words", ["Рекомендует установить", "настоятельно призывает", "кеңес ұсынады", "сунуштайт", "should ensure"])
def test_advice_is_seen_in_four_languages(words):
    assert numbered(f"1. {words} светильники.")[0].advises


def test_a_text_without_numbers_has_none():
    assert numbered("Nothing here\nis numbered.") == ()


@pytest.mark.parametrize(("written", "number"), [
    ("45", "45"), ("§ 45.", "45"), ("п. 45 (a)", "45 (a)"), ("45(a)(ii)", "45 (a) (ii)"), ("122.31", "122.31"), ("Para. 045", "45"), ("пункт 7", "7"),
    ("", ""), ("forty", ""), ("2016", ""), ("45 and 46", ""), ("-1", ""),
])  # fmt: skip
def test_a_number_is_written_as_it_is_cited(written, number):
    assert cited(written) == number
    assert cited(number) == number


def test_numbers_stand_in_their_order():
    order = ["9", "45", "45 (a)", "45 (b)", "45.2", "122.3", "122.31"]
    assert sorted(set(order), key=place_of) == order


@given(st.lists(st.text("абв где", min_size=3, max_size=30).map(str.strip).filter(bool), min_size=1, max_size=12))
def test_what_was_numbered_is_found_whole(texts):
    told = "\n".join(f"{place}. Я {text}." for place, text in enumerate(texts, start=7))
    assert [each.text for each in numbered(told)] == [" ".join(f"Я {text}.".split()) for text in texts]
