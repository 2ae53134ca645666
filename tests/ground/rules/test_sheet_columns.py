"""What stands in a cell is read as a person means it, or refused; nothing is guessed."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules import sheet_refusals as refused
from tirek.ground.rules.sheet_columns import Choice, Column, Fault, differing, folded, from_plain, header_row, matched, to_plain, value_of

pytestmark = pytest.mark.pure
DAY = Column(key="d", words="Day", kind="day")
WHOLE = Column(key="n", words="Number", kind="whole", low=Decimal(0), high=Decimal(100_000))
DECIMAL = Column(key="x", words="Latitude", kind="decimal", low=Decimal(-90), high=Decimal(90))
TRUTH = Column(key="t", words="Truth", kind="truth")
TEXT = Column(key="w", words="Text", most=10)
KIND = Column(key="k", words="Kind", kind="choice", choices=(Choice("prison", ("Колония", "Түзеу мекемесі")), Choice("sizo", ("СИЗО", "Тергеу изоляторы")), Choice("other", ("СИЗО-2",))))
KINDS = Column(key="ks", words="Kinds", kind="choices", choices=KIND.choices)

READ = [
    (DAY, date(2024, 1, 5), date(2024, 1, 5)), (DAY, datetime(2024, 1, 5, 9, 30), date(2024, 1, 5)), (DAY, "05.01.2024", date(2024, 1, 5)),
    (DAY, "5.1.2024 г.", date(2024, 1, 5)), (DAY, "2024-01-05", date(2024, 1, 5)), (DAY, "2024-01-05 00:00:00", date(2024, 1, 5)),
    (DAY, "25/12/2024", date(2024, 12, 25)), (DAY, "05/05/2024", date(2024, 5, 5)),
    *((DAY, each, date(2024, 3, 5)) for each in (
        "5 марта 2024 г.", "«05» марта 2024 года", "5 МАРТА 2024", "2024 жылғы 5 наурыз", "2024 ж. 5 наурызы", "5-март 2024-ж.", "2024-жылдын 5-марты", "March 5, 2024", "5 Mar 2024",
    )),
    (WHOLE, 12, 12), (WHOLE, "1 234", 1234), (WHOLE, "1\u00a0234", 1234), (WHOLE, Decimal("12.0"), 12), (WHOLE, 0, 0),
    (DECIMAL, "51,5", Decimal("51.5")), (DECIMAL, Decimal("-0.25"), Decimal("-0.25")), (DECIMAL, "−7", Decimal(-7)),
    (TRUTH, "Да", True), (TRUTH, "иә", True), (TRUTH, "жок", False), (TRUTH, "no", False), (TRUTH, True, True), (TRUTH, 1, True), (TRUTH, 0, False),
    (TEXT, " а\u00adб\u200b ", "аб"), (TEXT, 12, "12"), (TEXT, Decimal("1.50"), "1.50"),
    (KIND, "колония", "prison"), (KIND, "PRISON", "prison"), (KIND, "«Сизо»", "sizo"), (KIND, "Түзеу  мекемесі", "prison"), (KIND, "сизо 2", "other"),
    (KINDS, "колония; СИЗО, колония", ("prison", "sizo")),
]  # fmt: skip
REFUSED = [
    (DAY, "32.01.2024", refused.DayUnclear), (DAY, "05/06/2024", refused.DayAmbiguous), (DAY, "05.01.24", refused.DayUnclear), (DAY, "2024", refused.DayUnclear),
    (DAY, 45296, refused.DayUnclear), (DAY, "весной", refused.DayUnclear), (DAY, "05.01.0024", refused.DayUnclear),
    *((DAY, each, refused.DayUnclear) for each in ("31 февраля 2024 г.", "5 марта", "март 2024", "5 марта 24", "5 маршрута 2024", "5 марта 2024, 6 мая", "5 6 марта 2024", "5 марта 2024 утром")),
    (WHOLE, "12,5", refused.NumberUnclear), (WHOLE, "-1", refused.BeyondLimits), (WHOLE, "сто", refused.NumberUnclear), (WHOLE, date(2024, 1, 1), refused.NumberUnclear),
    (WHOLE, True, refused.NumberUnclear), (WHOLE, "1e5", refused.NumberUnclear), (WHOLE, "1.234,5", refused.NumberUnclear), (DECIMAL, "91", refused.BeyondLimits),
    (TRUTH, "наверное", refused.TruthUnclear), (TEXT, "а" * 11, refused.TextTooLongForCell), (KIND, "калония", refused.NoneOfThese), (KINDS, "колония; дом", refused.NotOnList),
    (TEXT, Fault("merged"), refused.CellFaulty), (WHOLE, Fault("error", "#DIV/0!"), refused.CellFaulty), (TEXT, Fault("formula"), refused.CellFaulty),
]  # fmt: skip


def test_cells_are_read_as_they_are_meant():
    for column, cell, value in READ:
        found = value_of(column, cell)
        assert (found, type(found)) == (value, type(value)), cell


def test_what_cannot_be_meant_is_refused_with_what_to_do():
    for column, cell, refusal in REFUSED:
        with pytest.raises(refusal) as told:
            value_of(column, cell)
        assert "%(" not in str(told.value), cell


@pytest.mark.parametrize("column", [DAY, WHOLE, DECIMAL, TRUTH, TEXT, KIND, KINDS], ids=lambda each: each.kind)
@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0", "\u200b"], ids=repr)
def test_an_empty_cell_says_nothing(column, cell):
    assert value_of(column, cell) is None


def test_a_comma_within_a_name_parts_nothing():
    told = Column(key="t", words="Told", kind="choices", choices=(Choice("ill", ("ill, with HIV", "больные, с ВИЧ")), Choice("women", ("women",))))
    assert value_of(told, "Ill, with HIV; women") == value_of(told, "women\nбольные, с ВИЧ") == ("ill", "women")
    assert value_of(told, "women, ill") == ("ill", "women")


def test_what_is_most_like_a_name_is_told_and_a_name_of_two_codes_names_neither():
    with pytest.raises(refused.NoneOfThese) as told:
        value_of(KIND, "калония")
    assert told.value.params["near"] == "Колония"
    both = Column(key="k", words="Kind", kind="choice", choices=(Choice("a", ("Дом",)), Choice("b", ("дом",)), Choice("дом-в", ())))
    with pytest.raises((refused.NoneOfThese, refused.NotOnList)):
        value_of(both, "Дом")
    assert value_of(both, "Дом В") == "дом-в"


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_back_from_each_way_of_writing_it(day):
    ways = [day, day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y/%m/%d}", datetime(day.year, day.month, day.day)]
    assert {value_of(DAY, each) for each in ways} == {day}


@given(st.integers(0, 100_000))
def test_every_number_is_read_back_with_any_room_between_its_digits(number):
    for room in ("", " ", "\u00a0", "\u202f"):
        assert value_of(WHOLE, f"{number:,}".replace(",", room)) == number


VALUES = st.one_of(
    st.tuples(st.just(DAY), st.dates(date(1800, 1, 1), date(2200, 1, 1))), st.tuples(st.just(WHOLE), st.integers()),
    st.tuples(st.just(DECIMAL), st.decimals(allow_nan=False, allow_infinity=False)), st.tuples(st.just(TRUTH), st.booleans()),
    st.tuples(st.just(TEXT), st.text()), st.tuples(st.just(KINDS), st.lists(st.text()).map(tuple)),
)  # fmt: skip


@given(VALUES)
def test_a_value_comes_back_from_its_plain_form(pair):
    column, value = pair
    assert from_plain(column, to_plain(value)) == value
    assert from_plain(column, to_plain(None)) is None


def test_headings_are_known_in_any_language_whatever_their_case_and_signs():
    spellings = {"name": ("Название", "Атауы", "Name"), "kind": ("Вид", "Түрі")}
    assert matched(["№", "название:", "ТҮРІ *", "Name", None, Fault("merged")], spellings) == {1: "name", 2: "kind"}
    rows = [("Реестр",), (), ("Вид", "Название"), ("а", "б")]
    assert header_row(rows, spellings) == 2
    assert header_row([("x",), ("Тип", "Имя"), ("а", "б")], spellings) == 1


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


def test_an_empty_cell_never_changes_what_is_there():
    assert differing({"a": 1, "b": "x"}, {"a": None, "b": "y", "c": 2}) == {"b": ("x", "y"), "c": (None, 2)}
