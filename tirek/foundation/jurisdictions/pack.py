"""The nouns of a pack: frozen values, read from YAML field by field. The field names are the keys of the files.

`since` is the first day, `until` the last day on which a thing holds; absent means open. Fields with `given` metadata are
computed by the loader and are not keys. This module knows no file, no YAML and no database.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from tirek.foundation.jurisdictions.measures import Break, IndicatorValue, Vintage
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import Words

if TYPE_CHECKING:
    from tirek.foundation.jurisdictions.topics import Topic


def given(default: Any) -> Any:
    """A field that the loader fills; it is not a key of the file."""
    return field(default=default, metadata={"given": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Something with a source (an id of sources.yaml) and whether somebody checked it against that source."""

    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Sourced):
    """Something that holds from `since` to `until`, both days included; None is open."""

    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the thing holds on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from. `assumption` sources (general knowledge, defaults of this product) can never be verified."""

    id: str
    kind: Literal["law", "treaty", "un_document", "document", "publication", "assumption", "invented"]
    title: Words
    dated: date | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalInstrument(Dated):
    """A law of the country that says how people must be held, by its full name and as it is cited. `aliases` are what people write for it."""

    id: str
    name: Words
    short: Words
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalStandard(Sourced):
    """A rule of such a law: number as cited, subject in our own words. `cited` says the number where it needs words."""

    id: str
    instrument: str
    number: str
    subject: Words
    cited: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Dated):
    """The smallest delegation that may visit, in persons."""

    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A point of docs/reference/publishing.md that a lawyer of the country ticked: which, who by name and office, and the day."""

    point: Literal["basis", "persons", "authorities", "threshold", "complaints", "replies", "correction", "responsibility"]
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """pack.yaml: what the country is called and how it writes and works. Weekend days are ISO weekdays (1 Monday, 7 Sunday).

    `movable_feasts` are the feasts whose day off is announced year by year: a year is complete when each of them stands in holidays.yaml.
    A visit planned for more than `longest_visit_days` is refused as a slip of the pen; 60 unless told.
    `currency` is the ISO 4217 code of the money in which the mechanism plans.
    Figures from the mechanism's own records are published where `own_records` is on, for which every point of publishing.md must be ticked.
    """

    country: str
    name: Words
    capital: Words
    invented: bool
    time_zone: str
    report_languages: tuple[str, ...]
    weekend: tuple[int, ...]
    personal_number_digits: int
    minimum_delegation: tuple[Delegation, ...]
    movable_feasts: tuple[str, ...] = ()
    longest_visit_days: int = 60
    currency: str = ""
    own_records: Literal["off", "on"] = "off"
    own_records_ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Dated):
    """The national preventive mechanism during one span of time. `law` is an id of sources.yaml."""

    code: str
    authority: str
    model: Literal["ombudsman_plus", "ombudsman", "own_body"]
    name: Words
    short: Words
    law: str | None = None
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityPeriod(Dated):
    """An authority's name and superior during one span of time."""

    name: Words
    short: Words
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Sourced):
    """From the day `on` another authority stands in the place of this one. Where its duties were divided, `also` are the others that took a part of them."""

    to: str
    on: date
    also: tuple[str, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A body of the state, with its names, superiors and successor over time."""

    code: str
    kind: Literal["ministry", "committee", "service", "agency", "prosecution", "court", "ombudsman", "centre", "parliament", "government"]
    periods: tuple[AuthorityPeriod, ...]
    succeeded_by: Succession | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityOn:
    """An authority as it stood on one day. `valid` is false where it did not exist then: the nearest known name is given."""

    code: str
    kind: str
    name: Words
    short: Words
    parent: str | None
    valid: bool
    since: date | None
    until: date | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyHolder(Dated):
    """Which authority held a duty during one span of time; `note` says where a day comes from that the source does not state."""

    authority: str
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A task of the state that moves between authorities (prison medicine); several hold it at once only where it is `shared`."""

    code: str
    name: Words
    holders: tuple[DutyHolder, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Dated):
    """Which authority answers for a kind of place during one span of time."""

    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKind:
    """A kind of place where people are or may be deprived of liberty, and who answers for it over time."""

    code: str
    category: Literal["prison", "remand", "police", "security", "military", "health", "social", "education", "other", "unofficial"]
    name: Words
    responsible: tuple[Responsible, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Dated):
    """The longest time between two visits of this kind, in months; `place_kinds` empty means every kind."""

    months: int
    place_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitKind(Dated):
    """A kind of preventive visit and how often it must happen."""

    code: str
    name: Words
    purpose: Words
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule(Dated):
    """The length of a time limit during one span of time."""

    amount: int
    unit: Literal["hours", "calendar_days", "working_days", "months"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A time limit by its key, with its length over time."""

    key: str
    name: Words
    rules: tuple[TermRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOn:
    """A time limit as it stood on one day."""

    key: str
    name: Words
    amount: int
    unit: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Dated):
    """A day off: each year on `day` ("MM-DD") between since and until, or once on the day `on`.

    Where one that `moves` falls on a weekend, the next working day is off too. `feast` says which movable feast of pack.yaml this is.
    """

    name: Words
    moves: bool = False
    day: str | None = None
    on: date | None = None
    feast: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """The square of a region on the map of squares: columns count from the west, rows from the north, both from 1. `short` must fit into it."""

    column: int
    row: int
    short: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Dated):
    """A region by its ISO 3166-2 code (invented countries use codes of the same shape). One without a `tile` stands below the map."""

    code: str
    kind: Literal["region", "city"]
    name: Words
    tile: Tile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Dated):
    """Something that happened in the country and to which places and complaints can be tied."""

    id: str
    name: Words
    about: Words
    regions: tuple[str, ...] = ()


Station = Literal[
    "place", "visit", "report", "recommendation", "answer", "verification",
    "complaint", "registration", "investigation", "court", "sentence",
    "video", "terminals", "medics", "safeguards", "mechanism", "mission", "context",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure or statement of a source document with the sentence it stands in.

    `value` is None where the document uses words only; `said` then gives them. `year` is None where the document states
    none (`not_stated` in the file); a figure of several years together has the last as `year` and the first as `first_year`. `counted` says that the figure is our count of a list in the quote. `series` ties
    figures over years together; `breaks` says why the series breaks before this year. `start` and `end` are the
    character offsets of the quote in the document.
    """

    id: str
    station: Station
    label: Words
    document: str
    speaker: str
    quote: str
    year: int | None = field(metadata={"none": "not_stated"})
    first_year: int | None = None
    value: Decimal | None = None
    said: Words | None = None
    hedge: Literal["exact", "more_than", "about", "at_most", "at_least"] = "exact"
    unit: str | None = None
    counted: bool = False
    series: str | None = None
    breaks: Words | None = None
    start: int = given(-1)
    end: int = given(-1)
    country: str = given("")

    @property
    def years(self) -> str:
        """The year, or the first and the last of several; nothing where the document states none."""
        return f"{self.first_year}–{self.year}" if self.first_year else str(self.year or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Sourced):
    """One sentence about a mission; where the source is one of the documents, with the words it rests on."""

    id: str
    text: Words
    quote: str | None = None
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Sourced):
    """An expert of the delegation acting in office, as named in the source; `state` where the source gives it."""

    name: Words
    role: Literal["head", "member"]
    state: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStep(Sourced):
    """A step of a report's confidentiality. `by_then`: the source tells that it was so on that day, not since when."""

    state: Literal["confidential", "requested", "public"]
    on: date
    by_then: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionReport(Sourced):
    """The report on a mission: its symbol, its date, the day from which it was public (None: not known), and the steps that a source tells, in their order."""

    symbol: str
    title: Words
    dated: date | None = None
    published: date | None = None
    steps: tuple[ReportStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission(Sourced):
    """A visit of an international body to the country. `place_kinds` are the source's own words in four languages."""

    id: str
    body: Words
    name: Words
    year: int
    first_day: date | None = None
    last_day: date | None = None
    joint_with_mechanism: bool | None = None
    procedure: Literal["spt", "cat", "treaty_body", "special_procedure", "upr", "regional", "other"] = "spt"
    delegation: tuple[Delegate, ...] = ()
    place_kinds: tuple[Words, ...] = ()
    statements: tuple[Statement, ...] = ()
    report: MissionReport | None = None
    country: str = given("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTitle:
    """What a role of the product is called in the country."""

    role: Role
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything about one country."""

    head: Head
    sources: tuple[Source, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    authorities: tuple[Authority, ...] = ()
    duties: tuple[Duty, ...] = ()
    place_kinds: tuple[PlaceKind, ...] = ()
    visit_kinds: tuple[VisitKind, ...] = ()
    terms: tuple[Term, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    regions: tuple[Region, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    topics: tuple["Topic", ...] = ()
    missions: tuple[Mission, ...] = ()
    roles: tuple[RoleTitle, ...] = ()
    instruments: tuple[NationalInstrument, ...] = ()
    standards: tuple[NationalStandard, ...] = ()
    vintages: tuple[Vintage, ...] = ()
    values: tuple[IndicatorValue, ...] = ()
    breaks: tuple[Break, ...] = ()

    @property
    def country(self) -> str:
        """The country's code."""
        return self.head.country

    @property
    def name(self) -> Words:
        """The country's name."""
        return self.head.name
