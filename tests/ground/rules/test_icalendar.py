"""A calendar is read by a program that we did not write as it was meant, and its lines are no longer than RFC 5545 allows."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tirek.ground.rules.icalendar import Happening, calendar_bytes, escaped, folded

pytestmark = pytest.mark.pure
STAMP = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200).map(str.strip).filter(bool)


def written(*happenings):
    return calendar_bytes(happenings, name="Мои дни", made_by="-//Tirek//ru", stamp=STAMP, every=timedelta(hours=1))


def read(content):
    return Calendar.from_ical(content)


@given(TEXTS, TEXTS, DAYS, st.integers(0, 40), st.booleans())
def test_an_independent_reader_finds_what_was_written(title, place, first, more, busy):
    content = written(Happening("a1", first, first + timedelta(days=more), title, place, "https://npm.example/desk/?a=1,2;3", busy))
    [event] = read(content).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (title, place)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, first + timedelta(days=more + 1))
    assert (event["UID"], event["URL"], event["DTSTAMP"].dt) == ("a1", "https://npm.example/desk/?a=1,2;3", STAMP)
    assert (event["TRANSP"], event["CLASS"]) == ("OPAQUE" if busy else "TRANSPARENT", "PRIVATE")


@given(st.text(max_size=400))
def test_no_line_is_longer_than_75_octets_and_none_cuts_a_character_in_two(text):
    lines = folded(escaped(text)).split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode() == escaped(text) and all(line[:1] == b" " for line in lines[1:])


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_adds_a_line_of_its_own(title, place):
    """Whatever somebody named a place: it begins no property, ends no event, adds no second one."""
    hostile = f"{title}\r\nEND:VEVENT\nBEGIN:VEVENT\r{place}"
    lines = written(Happening("a1", date(2026, 1, 1), date(2026, 1, 1), hostile, hostile)).decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1 and not any("\n" in line or "\r" in line for line in lines)


def test_the_calendar_says_what_it_is_and_how_often_it_is_worth_asking():
    calendar = read(written())
    assert (calendar["VERSION"], calendar["METHOD"], str(calendar["X-WR-CALNAME"])) == ("2.0", "PUBLISH", "Мои дни")
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=1) and calendar["X-PUBLISHED-TTL"] == "PT1H"
