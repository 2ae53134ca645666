"""The model: one visit report as plain frozen values, everything a document prints and nothing else.

It knows no database and no template. Every count is a `Number` with the rows it comes from and is named elsewhere by its id, so
that no figure can be printed without its provenance. Delegation and signatures carry roles and names, never personal contacts.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from tirek.ground.rules.words import LANGUAGES, Words

Layout = Literal["side_by_side", "apart"]
NOTHING = Words()
CHANGES = ("added", "reworded", "withdrawn")
RECORDS = ("summary", "access", "meetings", "urgent", "closing_talk")
"""The summary and the parts of a report that tell how the visit went, in the order in which they are printed."""


class FaultyDocument(ValueError):
    """The values contradict each other: an unknown language, a number without provenance. A fault of the caller, not of a person."""


@dataclass(frozen=True, slots=True)
class Number:
    """A counted figure: `noun` is what is counted, `query` says in words how, `rows` are the ids of the rows counted.

    A number read from one row (a time limit in days, hours until an answer) names that row.
    """

    id: str
    value: int
    noun: Words
    query: Words
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emblem:
    """The mechanism's emblem: SVG or PNG bytes and what it shows, for those who do not see it."""

    image: bytes
    kind: Literal["svg", "png"]
    description: Words


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """The place as it was on the days of the visit."""

    name: Words
    kind: Words
    region: Words
    authority: Words


@dataclass(frozen=True, slots=True)
class Delegate:
    """One member of the delegation, by role and profession only."""

    role: Words
    profession: Words


@dataclass(frozen=True, slots=True)
class VisitLine:
    """The visit: its days and delegation. Its kind, its purpose and whether it was announced say why it was made: no paper holds them."""

    joint_with_spt: bool
    began: date
    ended: date
    delegation: tuple[Delegate, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the overview: a label and the id of a `Number`."""

    label: Words
    number: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One bar chart: each bar a label and the id of a `Number`; `alternative` says in words what it shows."""

    title: Words
    alternative: Words
    bars: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph: a finding or a good practice. `row` is the id of the finding it prints.

    `reworded`: this version says it in other words than the one before.
    """

    text: Words
    row: str
    area: Words = NOTHING
    seriousness: Words = NOTHING
    standards: tuple[Words, ...] = ()
    sources: tuple[Words, ...] = ()
    single_source_reason: Words = NOTHING
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under one title, most often one area."""

    title: Words
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class UrgentMeasure:
    """A measure asked for before the report; `hours` is the id of the `Number` with the time given for the answer.

    A report that was frozen earlier does not say when the danger was seen and when the answer came.
    """

    text: Words
    row: str
    addressee: Words
    sent_at: datetime
    hours: str
    outcome: Words = NOTHING
    seen_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One entitlement of the Optional Protocol and how it was honoured: the outcome, empty where none was recorded.

    A report that was frozen earlier says only whether it was `granted`, or refused or delayed.
    """

    name: Words
    article: str
    granted: bool | None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class RefusedAccess:
    """A refusal or delay: what, by which office, on what ground; `minutes` is the id of a `Number`, or empty where none are recorded.

    `outcome` is empty in a report that was frozen earlier; there minutes meant a delay.
    """

    entitlement: Words
    row: str
    office: Words
    ground: Words
    minutes: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting held in connection with the visit."""

    partner: Words
    subject: Words
    held_on: date
    row: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: what, by whom, until when."""

    what: Words
    by_whom: Words = NOTHING
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ClosingTalk:
    """The closing talk: with which office, what was said, and what was promised; `promised` is what there is to say in place of promises.

    A report that was frozen earlier holds what was said in `promised` where nothing was promised, else nowhere.
    """

    partner: Words
    promised: Words
    held_on: date
    row: str
    promises: tuple[Promise, ...] = ()
    said: Words = NOTHING


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """What a recommendation said before: the version of the report that issued it, and when."""

    version: str
    issued_on: date | None
    text: Words
    indicator: Words = NOTHING


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """A recommendation. `days` is the id of the `Number` with the time limit, or empty; `findings` are ids of findings above.

    `change` is what this version did with it, one of CHANGES or nothing; `earlier` are its wordings before, the first one first.
    """

    number: str
    text: Words
    row: str
    addressee: Words
    priority: Words = NOTHING
    days: str = ""
    working_days: bool = False
    due: date | None = None
    findings: tuple[str, ...] = ()
    indicator: Words = NOTHING
    change: str = ""
    earlier: tuple[EarlierWording, ...] = ()


@dataclass(frozen=True, slots=True)
class DissentLine:
    """A dissenting opinion of a member, attached in full; `version` is the earlier one to which it was given, or empty."""

    name: str
    role: Words
    text: Words
    given_on: date
    row: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature over the digest of the frozen body, or its lack with the recorded reason.

    `attached_by`: who brought the sheet of one that was given outside; a report that was frozen earlier does not say.
    """

    name: str
    role: Words
    signed_on: date | None = None
    digest: str = ""
    missing_reason: Words = NOTHING
    attached_by: str = ""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. Without a `number` and `issued_on` it is a draft and says so on every page.

    `languages`: one or two document languages, the first one leads. `stamp` is the moment the body was frozen: it is the only
    time the renderers know. `checkpoint` is the ledger's checkpoint as text. `withdrawn` are numbers of recommendations that the version
    before printed and this one does not; `changed_records` are those of RECORDS that say something else than in the version before.
    """

    jurisdiction: Words
    mechanism: Words
    title: Words
    stamp: datetime
    place: PlaceLine
    visit: VisitLine
    languages: tuple[str, ...]
    layout: Layout = "side_by_side"
    emblem: Emblem | None = None
    number: str = ""
    issued_on: date | None = None
    version: str = "1"
    changes: Words = NOTHING
    summary: Words = NOTHING
    numbers: tuple[Number, ...] = ()
    overview: tuple[Fact, ...] = ()
    chart: Chart | None = None
    sections: tuple[Section, ...] = ()
    good_practices: tuple[Paragraph, ...] = ()
    urgent_measures: tuple[UrgentMeasure, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    refusals: tuple[RefusedAccess, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    closing_talk: ClosingTalk | None = None
    recommendations: tuple[RecommendationLine, ...] = ()
    dissents: tuple[DissentLine, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    checkpoint: str = ""
    demonstration: bool = False
    withdrawn: tuple[str, ...] = ()
    changed_records: tuple[str, ...] = ()
    _numbers: dict[str, Number] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= len(self.languages) <= 2 or len(set(self.languages)) < len(self.languages) or not set(self.languages) <= set(LANGUAGES):
            raise FaultyDocument(f"A report has one or two languages of {', '.join(LANGUAGES)}, not {self.languages!r}.")
        if self.stamp.tzinfo is None:
            raise FaultyDocument("The stamp of a report needs its time zone.")
        self._numbers.update({number.id: number for number in self.numbers})
        if len(self._numbers) < len(self.numbers):
            raise FaultyDocument("Two numbers of the report have the same id.")

    @property
    def draft(self) -> bool:
        """Whether the report is not issued yet."""
        return not (self.number and self.issued_on)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Findings and good practices, in the order in which they are printed."""
        return tuple(each for section in self.sections for each in section.paragraphs) + self.good_practices

    @property
    def changed_recommendations(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What this version does with recommendations of the one before: each change with their numbers; without a number, nothing."""
        named = [(change, tuple(each.number for each in self.recommendations if each.change == change)) for change in CHANGES[:2]]
        return tuple((change, numbers) for change, numbers in (*named, (CHANGES[2], self.withdrawn)) if numbers)

    def counted(self, number_id: str) -> Number:
        """The number with that id; a number without provenance is refused."""
        if number_id not in self._numbers:
            raise FaultyDocument(f"The number “{number_id}” is printed, but nothing says which rows it comes from.")
        return self._numbers[number_id]

    def mark(self, number_id: str) -> str:
        """The short mark (N1, N2 …) under which the provenance page lists the number."""
        return f"N{self.numbers.index(self.counted(number_id)) + 1}"
