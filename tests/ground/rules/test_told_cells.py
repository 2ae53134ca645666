"""A cell told by a word for its number points at a person together with a date, and what is counted in a cell does not; in four languages."""

import pytest

from tirek.ground.rules.text_check import check_text

pytestmark = pytest.mark.pure

TOLD = [
    "в камере четыре 12 марта",
    "В камере номер четыре 12 марта не было света.",
    "В камере двадцать четыре не было света 12.03.2026.",
    "12 марта в четвёртой камере не было воды.",
    "Камера двадцать вторая, 12.03.2026.",
    "В двадцать второй камере 12 марта холодно.",
    "Вчера в камере семь били.",
    "В карцере два, 12 марта.",
    "төртінші камерада 12 наурызда су болмады",
    "12 наурызда он екінші камерада су болмады",
    "камера төрт, 12 наурыз",
    "төрт нөмірлі камерада 12 наурызда",
    "төртүнчү камерада 12-мартта суу болгон жок",
    "12-мартта жыйырма экинчи камерада суу жок",
    "камера төрт, 12-март",
    "төрт номердүү камерада 12-мартта",
    "cell four on 12 March",
    "Cell number twenty-two had no water on 12 March.",
    "On 12 March the fourth cell had no water.",
    "The light in cell twenty two was off yesterday.",
]
COUNTED = [
    "В камере четыре койки на 12 марта, в камере двадцать два места.",
    "12 марта в каждой камере четыре окна; четыре камеры пустуют.",
    "12 марта осмотрены первые камеры и вторые нары; первый раз камеры открыты.",
    "В первой камере сыро, в камере пять сыро.",
    "12 марта в камере две недели не убирали, в камере две щели.",
    "12 наурызда төрт камера бос болды, камерада төрт төсек бар.",
    "12-мартта төрт камера бош болду, камерада төрт керебет бар.",
    "On 12 March four cells were empty, and in each cell two men slept.",
    "In the cell one of the lamps was off on 12 March; the second cell block is new.",
    "Cell four is damp.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_cell_told_by_a_word_and_a_date_are_found(text):
    assert "cell" in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted_in_a_cell_is_left_alone(text):
    assert check_text(text) == ()
