"""A calendar of whole days as iCalendar (RFC 5545): what it holds is decided elsewhere; here it is only written so that every program reads it.

Days have no hour and so no zone: a day is the country's day, whatever the clock of the telephone says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
END = b"\r\n"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on whole days, `first` to `last`, both included. `busy`: the person cannot be elsewhere then. `uid` stays the same at each reading."""

    uid: str
    first: date
    last: date
    title: str
    place: str = ""
    address: str = ""
    busy: bool = True


def calendar_bytes(happenings: Iterable[Happening], *, name: str, made_by: str, stamp: datetime, every: timedelta) -> bytes:
    """The whole calendar. `stamp` is when it was put together, `every` how often a program should ask again; whole hours."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{escaped(made_by)}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]  # RFC 7986, and what stood there before it
    hours = int(every.total_seconds()) // 3600
    lines += [f"REFRESH-INTERVAL;VALUE=DURATION:PT{hours}H", f"X-PUBLISHED-TTL:PT{hours}H"]
    for each in happenings:
        lines += event(each, stamp)
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def event(each: Happening, stamp: datetime) -> Iterator[str]:
    """The lines of one event. An event's end is the day after its last one (RFC 5545, 3.6.1)."""
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(each.uid)}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{basic(each.first)}"
    yield f"DTEND;VALUE=DATE:{basic(each.last + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(each.title)}"
    if each.place:
        yield f"LOCATION:{escaped(each.place)}"
    if each.address:
        yield f"URL:{each.address}"  # a URI is not escaped (3.3.13)
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if each.busy else 'TRANSPARENT'}"
    yield "END:VEVENT"


def basic(day: date) -> str:
    """A day without signs between its parts, its year in four digits on every system."""
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11): its signs of structure escaped, other control characters left out."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return "".join(each for each in text if each == "\t" or (each >= " " and each != "\x7f"))


def folded(line: str) -> bytes:
    """A line with its end, cut so that none of its parts is longer than allowed and no character is cut in two."""
    parts, room = [b""], LINE
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
            room = LINE - 1  # the blank that begins it counts
        parts[-1] += octets
    return (END + b" ").join(parts) + END
