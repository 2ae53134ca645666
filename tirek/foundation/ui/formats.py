"""Numbers, dates, lists and clocks in words, in Russian, Kazakh, Kyrgyz and English, after CLDR; no template and no table.

Every function takes the language or, left out, the active one. Two departures from CLDR, both on purpose: groups of
thousands stand apart by a narrow no-break space (U+202F) where CLDR has a no-break space, and short dates always have
two-digit days and four-digit years, because 12/3/26 is read in two ways.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext

LOCALES = {"ru": "ru", "kk": "kk", "ky": "ky", "en": "en_GB"}
NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
WRITTEN = re.compile(rf"\d{{1,3}}(?:{NARROW_SPACE}\d{{3}})+(?:\.\d+)?|\d+\.\d+")
"""A number inside a calculation that languages write in different ways."""

Number = int | Decimal


def locale_of(language: str | None = None) -> str:
    """The CLDR locale of a language of the interface; the active language unless told."""
    code = (language or translation.get_language() or "en").split("-")[0]
    return LOCALES.get(code, "en_GB")


def number(value: Number, places: int | None = None, language: str | None = None) -> str:
    """1357 as 1 357 (ru, kk, ky) or 1,357 (en); `places` fixes the digits after the comma, else as many as the value has."""
    digits = max(0, -int(value.normalize().as_tuple().exponent)) if isinstance(value, Decimal) else 0
    wanted = digits if places is None else places
    return (whole if isinstance(value, int) else figure)(value, wanted, locale_of(language))  # a whole number alone: two decimals can be equal and print apart, 0 and -0


def figure(value: Number, places: int, locale: str) -> str:
    """A number with so many digits after the comma."""
    text = format_decimal(value, format="#,##0" + ("." + "0" * places if places else ""), locale=locale)
    return text.replace(NO_BREAK_SPACE, NARROW_SPACE).replace("-", "\u2212")


whole = lru_cache(4096)(figure)
"""Remembered: a page writes the same few hundred times over."""


def calculation(signs: str, language: str | None = None) -> str:
    """A calculation in signs (points before decimals, narrow spaces between thousands) with its numbers as the language writes them: 144 / 160 = 90,0 %."""
    locale = locale_of(language)
    marks = str.maketrans({".": get_decimal_symbol(locale), NARROW_SPACE: get_group_symbol(locale).replace(NO_BREAK_SPACE, NARROW_SPACE)})
    return WRITTEN.sub(lambda found: found[0].translate(marks), signs)


def percent(share: Decimal, places: int = 0, language: str | None = None) -> str:
    """A share of one as per cent: 0.125 as 12,5 % (ru, kk, ky: with a space) or 12.5%."""
    text = number(share * 100, places, language)
    return f"{text}%" if locale_of(language) == "en_GB" else f"{text}{NARROW_SPACE}%"


def day(value: date, style: str = "long", language: str | None = None) -> str:
    """A date: long (12 March 2026), full (with the weekday), month (March 2026), brief (Mar 2026), dayless (12 March), weekday (Thu, 12 Mar),
    short (12.03.2026)."""
    return dated(local_day(value), style, locale_of(language))


@lru_cache(4096)
def dated(value: date, style: str, locale: str) -> str:
    """A calendar day in a style. Remembered, as whole numbers are."""
    if style == "short":
        return format_date(value, "d MMM yyyy" if locale == "en_GB" else "dd.MM.yyyy", locale=locale)
    if style in SKELETONS:
        return spaced(format_skeleton(SKELETONS[style], value, locale=locale))
    return spaced(format_date(value, style, locale=locale))


SKELETONS = {"month": "yMMMM", "brief": "yMMM", "dayless": "MMMMd", "weekday": "MMMEd"}


def weekday(value: date, short: bool = False, language: str | None = None) -> str:
    """The day of the week as a heading: Monday, or Mon."""
    name = format_date(value, "ccc" if short else "cccc", locale=locale_of(language))
    return name[0].upper() + name[1:]


def moment(value: datetime, style: str = "long", language: str | None = None, seconds: bool = False) -> str:
    """A day and a time of day in the country's zone: 12 March 2026, 09:05; `seconds` for where the order of acts matters."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local.date(), style, language)}, {format_time(local.time(), 'HH:mm:ss' if seconds else 'HH:mm', locale=locale_of(language))}"


def zone_note() -> str:
    """Which zone the times of a page are in, for pages that are evidence: others may have to compare them with another clock."""
    now = timezone.localtime()
    offset = f"{now:%z}"
    stands = {"zone": timezone.get_current_timezone_name(), "offset": f"UTC{offset[:3]}:{offset[3:5]}"}
    return gettext("Times are those of the time zone %(zone)s, today %(offset)s.") % stands


def span(start: date, end: date, language: str | None = None) -> str:
    """From one day to another: 12–14 March 2026 within a month, else both in full; one day where both are the same."""
    if start == end:
        return day(start, language=language)
    if (start.year, start.month) == (end.year, end.month):
        return re.sub(rf"\b{end.day}\b", f"{start.day}–{end.day}", day(end, language=language), count=1)
    return f"{day(start, language=language)} – {day(end, language=language)}"


def listed(items: Iterable[str], language: str | None = None) -> str:
    """Words joined as a sentence joins them: a, b and c."""
    return format_list([str(item) for item in items], locale=locale_of(language))


def clock(days: int, due: date, working: bool = True, language: str | None = None) -> str:
    """What is left until a day, in words: "4 working days left, until 12 March 2026". Negative days are overdue."""
    if language:
        with translation.override(language):
            return clock(days, due, working)
    return clock_sentence(days, working) % {"days": number(abs(days)), "date": day(due)}


def clock_sentence(days: int, working: bool) -> str:
    """The translated sentence of a clock, with its places %(days)s and %(date)s still open."""
    count = abs(days)
    if days == 0:
        return gettext("Due today, %(date)s")
    if days > 0 and working:
        return ngettext("%(days)s working day left, until %(date)s", "%(days)s working days left, until %(date)s", count)
    if days > 0:
        return ngettext("%(days)s day left, until %(date)s", "%(days)s days left, until %(date)s", count)
    if working:
        return ngettext("Overdue by %(days)s working day, was due %(date)s", "Overdue by %(days)s working days, was due %(date)s", count)
    return ngettext("Overdue by %(days)s day, was due %(date)s", "Overdue by %(days)s days, was due %(date)s", count)


def hours_left(left: timedelta, language: str | None = None) -> str:
    """A clock in hours for urgent measures: "5 hours left", "Overdue by 2 hours"; under an hour it says so."""
    hours = int(abs(left).total_seconds() // 3600)
    with translation.override(language or translation.get_language()):
        if hours == 0:
            return gettext("Less than an hour left") if left >= timedelta(0) else gettext("Overdue by less than an hour")
        if left > timedelta(0):
            return ngettext("%(hours)s hour left", "%(hours)s hours left", hours) % {"hours": number(hours)}
        return ngettext("Overdue by %(hours)s hour", "Overdue by %(hours)s hours", hours) % {"hours": number(hours)}


def local_day(value: date) -> date:
    """The calendar day in the country's zone of a date or of a moment."""
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


def spaced(text: str) -> str:
    """CLDR's narrow space before г. and ж. as an ordinary no-break space, which every font draws."""
    return text.replace(NARROW_SPACE, NO_BREAK_SPACE)
