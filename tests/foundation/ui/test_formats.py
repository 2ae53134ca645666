"""Numbers, dates, lists and clocks in four languages, against CLDR and against what a careful reader expects."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from tirek.foundation.ui import formats

pytestmark = pytest.mark.pure

DAY = date(2026, 3, 12)
LANGUAGES = ("ru", "kk", "ky", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "12 марта 2026 г."), ("kk", "2026 ж. 12 наурыз"), ("ky", "2026-ж., 12-март"), ("en", "12 March 2026")],
)
def test_a_day_reads_as_people_write_it(language, text):
    assert formats.day(DAY, language=language).replace("\u00a0", " ") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_days_are_those_of_cldr(language):
    ours = formats.day(DAY, language=language).replace("\u00a0", " ")
    assert ours == format_date(DAY, "long", locale=formats.LOCALES[language]).replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("language", "text"), [("ru", "12.03.2026"), ("kk", "12.03.2026"), ("ky", "12.03.2026"), ("en", "12 Mar 2026")])
def test_a_short_day_is_never_read_in_two_ways(language, text):
    assert formats.day(DAY, "short", language) == text


@pytest.mark.parametrize(("language", "comma"), [("ru", ","), ("kk", ","), ("ky", ","), ("en", ".")])
def test_a_calculation_writes_numbers_as_its_language_does_and_leaves_years_and_signs(language, comma):
    shown = formats.calculation("2019–2023: 1250.5 + 34\u202f842.25 ≈ 90.0 % ≠ 87 %; 40\u202f842 / 6851", language)
    group = "," if language == "en" else "\u202f"
    assert shown == f"2019–2023: 1250{comma}5 + 34{group}842{comma}25 ≈ 90{comma}0 % ≠ 87 %; 40{group}842 / 6851"


@given(st.decimals(min_value=10_000, max_value=10**9, places=2))
def test_a_number_in_a_calculation_is_written_like_any_other_number(value):
    signs = f"{value:,}".replace(",", formats.NARROW_SPACE)
    for language in LANGUAGES:
        assert formats.calculation(signs, language) == formats.number(value, 2, language)


@pytest.mark.parametrize(("language", "text"), [("ru", "12 марта"), ("kk", "12 наурыз"), ("ky", "12-март"), ("en", "12 March")])
def test_a_day_without_its_year(language, text):
    assert formats.day(DAY, "dayless", language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "1\u202f234\u202f567,5"), ("kk", "1\u202f234\u202f567,5"), ("ky", "1\u202f234\u202f567,5"), ("en", "1,234,567.5")],
)
def test_a_number_has_its_groups_apart(language, text):
    assert formats.number(Decimal("1234567.5"), language=language) == text


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_numbers_are_those_of_cldr_but_for_the_width_of_the_space(value, language):
    theirs = format_decimal(value, locale=formats.LOCALES[language])
    assert formats.number(value, language=language).replace("\u202f", "\u00a0").replace("\u2212", "-") == theirs


def test_places_are_fixed_when_asked_for():
    assert formats.number(3, 2, "ru") == "3,00"
    assert formats.percent(Decimal("0.125"), 1, "ky") == "12,5\u202f%"
    assert formats.percent(Decimal("0.125"), 1, "en") == "12.5%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_joined_as_cldr_joins_them(language):
    assert formats.listed(["А", "Б", "В"], language) == format_list(["А", "Б", "В"], locale=formats.LOCALES[language])


def test_lists_of_two_in_kazakh_and_kyrgyz():
    assert formats.listed(["ru", "kk"], "kk") == "ru және kk"
    assert formats.listed(["ru", "kk"], "ky") == "ru жана kk"


def test_a_moment_is_told_in_the_countrys_zone(settings):
    settings.TIME_ZONE = "Asia/Almaty"
    assert formats.moment(datetime(2026, 3, 12, 4, 5, tzinfo=UTC), language="en") == "12 March 2026, 09:05"


def test_a_span_of_one_day_is_one_day():
    assert formats.span(DAY, DAY, "en") == "12 March 2026"
    assert formats.span(DAY, date(2026, 4, 14), "en") == "12 March 2026 – 14 April 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "12–14 марта 2026 г."), ("kk", "2026 ж. 12–14 наурыз"), ("ky", "2026-ж., 12–14-март"), ("en", "12–14 March 2026")],
)
def test_a_span_within_a_month_names_the_month_once(language, text):
    assert formats.span(DAY, date(2026, 3, 14), language).replace("\u00a0", " ") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_span_never_touches_the_year(language):
    text = formats.span(date(2020, 2, 19), date(2020, 2, 20), language)
    assert "19–20" in text and "2020" in text


@pytest.mark.parametrize(
    ("days", "working", "text"),
    [
        (4, True, "4 working days left, until 12 March 2026"),
        (1, True, "1 working day left, until 12 March 2026"),
        (1, False, "1 day left, until 12 March 2026"),
        (0, True, "Due today, 12 March 2026"),
        (-3, True, "Overdue by 3 working days, was due 12 March 2026"),
        (-1, False, "Overdue by 1 day, was due 12 March 2026"),
    ],
)
def test_a_clock_says_what_is_left(days, working, text):
    assert formats.clock(days, DAY, working, "en") == text


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(hours=5, minutes=20), "5 hours left"),
        (timedelta(minutes=20), "Less than an hour left"),
        (timedelta(minutes=-20), "Overdue by less than an hour"),
        (timedelta(hours=-27), "Overdue by 27 hours"),
    ],
)
def test_an_urgent_clock_counts_hours(left, text):
    assert formats.hours_left(left, "en") == text
