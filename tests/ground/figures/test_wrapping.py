"""Paragraphs broken by the width of a page are put together again; whatever has lines of its own keeps them."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.figures.wrapping import unwrapped

pytestmark = pytest.mark.pure
PROSE = (
    "Проверкой охвачены все изоляторы страны. За указанный период службе выделено 14 861 млн лум., в том числе в 2022 году 4 517 млн, "
    "в 2023 году 4 926 млн и в 2024 году 5 417 млн. Прирост к предыдущему году составил соответственно девять и десять процентов, а остаток "
    "возвращён в бюджет до конца декабря того же года, как того требует закон."
)
LISTS = (
    "– в колонии 24 посещения, из них повторных пять в течение года;\n– в изоляторы 18 посещений, из них повторных ни одного;\n– в отделы полиции семь",
    "1) жалобы на условия содержания рассмотрены в срок\n2) жалобы на медицинскую помощь рассмотрены позже\n3) прочие",
    "Зарегистрировано преступлений: 18 742 (19 931), −6,0 %\nв т. ч. тяжких и особо тяжких: 1 306 (1 244)\nРаскрыто: 9 934\nРаскрываемость: 53,0 %",
    "Показатель\t2023\t2024\nвсего жалоб на условия содержания\t120\t140\nиз них обоснованных по итогам проверки\t12\t14",
    "| жалоб на условия содержания | 120 |\n| из них обоснованных по итогам | 12 |",
    "Содержится лиц в следственных изоляторах: 1 240\nСодержится лиц в исправительных колониях: 9 690\nСодержится лиц в колониях-поселениях: 812",
)


@pytest.mark.parametrize("width", [52, 64, 76, 100])
def test_a_paragraph_is_what_it_was_before_it_was_broken(width):
    broken = textwrap.fill(PROSE, width, break_long_words=False, break_on_hyphens=False)
    assert broken.count("\n") >= 2 and unwrapped(broken) == PROSE
    assert unwrapped(f"Записка\n\n{broken}\n\n{broken}\n") == f"Записка\n\n{PROSE}\n\n{PROSE}\n"
    numbered = textwrap.fill(f"21. {PROSE}", width, break_long_words=False, break_on_hyphens=False)
    assert unwrapped(f"{numbered}\n{numbered}") == f"21. {PROSE}\n21. {PROSE}"


@pytest.mark.parametrize("text", LISTS)
def test_lists_and_tables_keep_their_lines(text):
    assert unwrapped(text) == text


@given(st.text("ab, .\n\t|–1)", max_size=400))
def test_nothing_but_ends_of_lines_is_changed_and_everything_stays_in_its_place(text):
    made = unwrapped(text)
    assert len(made) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, made, strict=True))
