"""Pieces: the small frozen values that components are fed with. They know no model and no address of their own."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

StateKind = Literal["waiting", "going", "done", "attention", "stopped", "danger"]

# Shape first: each kind has its own outline, so that it reads in grey and to a colour-blind eye.
STATE_ICONS: dict[str, str] = {
    "waiting": "circle-dashed",
    "going": "circle-half-2",
    "done": "circle-check",
    "attention": "clock-exclamation",
    "stopped": "circle-minus",
    "danger": "alert-triangle",
}
NOTICE_ICONS = {"info": "info-circle", "done": "circle-check", "attention": "clock-exclamation", "danger": "alert-triangle"}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab that is an address. `count` stands beside the word where it helps to choose."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way here; the last one has no address."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be there before the next state; `href` leads to where it is done, `why` says the rule."""

    text: str
    met: bool
    href: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a time line. `day` may be a date or words where the source gives only words."""

    title: str
    day: date | str
    text: str = ""
    href: str = ""
    icon: str = "circle-dot"
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class AxisEvent:
    """Something on the two-axis line: what the authority says (`said`) or what the mechanism verified (`verified`)."""

    axis: Literal["said", "verified"]
    word: str
    day: date | str
    text: str = ""
    href: str = ""
    link: str = ""
    kind: StateKind = "waiting"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain of states: done, current or still to come."""

    label: str
    met: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: a sentence that is a link, an icon, its clock in words, and a note about the clock. `late` and `danger` have shapes of their own."""

    text: str
    href: str
    icon: str = "checklist"
    clock: str = ""
    late: bool = False
    danger: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TodoGroup:
    """Things to do under one heading; `more` says how many are not shown, `href` where they are."""

    title: str
    items: tuple[Todo, ...]
    more: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of a calendar strip with what falls on it: pairs of words and address. `off`: nobody works."""

    day: date
    items: tuple[tuple[str, str], ...] = ()
    today: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Numeric columns stand to the right in tabular figures; `sort` is the address that sorts by it, `ordered` the way
    in which the table is ordered by it now.

    `width`: "wide" for sentences, "short" for numbers and codes that must not break; else the browser decides.
    """

    label: str
    numeric: bool = False
    sort: str = ""
    width: Literal["", "wide", "short"] = ""
    ordered: Literal["", "ascending", "descending"] = ""

    @property
    def classes(self) -> str:
        """What the style sheet knows the column by."""
        return " ".join(filter(None, ("numeric" if self.numeric else "", self.width)))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with an address, a state, or a text in another language than the page's; plain cells are just values."""

    text: object
    href: str = ""
    state: StateKind | Literal[""] = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work as a page shows it. `total` 0 is "not known yet"; `href` gives the same piece again; `key` tells it from others on the page."""

    title: str
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int = 0
    total: int = 0
    href: str = ""
    result: str = ""
    text: str = ""
    key: str = "1"
