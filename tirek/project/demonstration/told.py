"""The nouns of the told country: what its files say, as frozen values. Field names are the keys of the files.

Whole numbers named `since`, `until`, `day` and the like are days from the day of loading (negative: before it). It knows no service.
"""

from dataclasses import dataclass
from datetime import date

from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A later name of a place."""

    since: date
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """From that day the place stands under another authority than the pack's rule says."""

    since: date
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """People on a day: 1 January so many years back, or the day `on`."""

    back: int | None = None
    on: date | None = None
    capacity: int | None = None
    male: int | None = None
    female: int | None = None
    unknown: int | None = None
    minors: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The place became a part of another."""

    into: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The place has to do with an event of the pack."""

    event: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with its history. `first_name` is what it was called before the first of `names`."""

    code: str
    kind: str
    region: str
    name: Words
    address: str
    opened: date
    closed: date | None = None
    reopened: date | None = None
    first_name: Words | None = None
    unofficial_reason: str = ""
    names: tuple[Name, ...] = ()
    authorities: tuple[Under, ...] = ()
    counts: tuple[Count, ...] = ()
    merged: Merged | None = None
    tie: Tie | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term; `ended` is its last day when it ended before its time."""

    since: int
    until: int
    decision: str
    ended: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A paper for the gate."""

    number: str
    issued: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict of interest that the member declares."""

    place: str
    reason: str
    text: str
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member: a person of the demonstration by login, or somebody without an account by name."""

    login: str = ""
    name: str = ""
    profession: str
    sex: str
    region: str
    languages: tuple[str, ...]
    organisation: str
    terms: tuple[Term, ...]
    oath: int | None = None
    certificate: Certificate | None = None
    conflict: Conflict | None = None

    @property
    def key(self) -> str:
        """What the other files call the member."""
        return self.login or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the analyst decided about the figure with these words: confirmed, or edited to `value` and `unit` for a reason."""

    quote: str
    verdict: str
    value: str = ""
    unit: str = ""
    reason: str = ""
    speaker: str = ""
    scope: str = ""
    flow: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document of an invented body; without `text` it is known from others alone. `about` is the key of the source that it tells of."""

    key: str
    kind: str
    language: str
    title: Words
    publisher: Words
    distance: str = "original"
    about: str = ""
    dated: date | None = None
    text: str = ""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPoint:
    """A point of a topic."""

    key: str
    question: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStatement:
    """What an invented source (by its key) says on a point: a position, or a number with its unit, or why there is none."""

    point: str
    source: str
    quote: str
    speaker: Words
    retold_by: Words | None = None
    position: Words | None = None
    value: str = ""
    unit: str = ""
    missing: str = ""
    since: date | None = None
    until: date | None = None
    scope: Words | None = None
    stage: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question on which invented sources differ. `published` says whether the analyst published it."""

    key: str
    question: Words
    about: Words
    published: bool
    points: tuple[TopicPoint, ...]
    statements: tuple[TopicStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one of these documents states of an indicator: by the analyst, with the words as they stand there; `checked` by the head, or not yet."""

    source: str
    indicator: str
    year: int
    quote: str
    amount: str = ""
    hedge: str = "exact"
    missing: str = ""
    checked: bool = True


def day_of(written: str | None) -> date | None:
    """A day from its ISO form."""
    return date.fromisoformat(written) if written else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of an international report's confidentiality, with its invented source."""

    state: str
    on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A recommendation of an international report. `follows` names mission and paragraph that it goes on from, `findings` visits and the number of a finding there."""

    number: str
    text: Words
    addressee: str = ""
    follows: str = ""
    recommendations: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission of an invented body, with its report."""

    key: str
    procedure: str
    body: Words
    name: Words
    year: int
    first_day: date
    last_day: date
    symbol: str
    title: Words
    dated: date
    steps: tuple[Step, ...]
    paragraphs: tuple[Paragraph, ...]
    joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that went out or came in, about recommendations of told visits. `pages` are the words of its scan, sheet by sheet."""

    direction: str
    kind: str
    body: str
    number: str
    dated: int
    moved: int
    about: tuple[str, ...]
    registered: str = ""
    acknowledged: int | None = None
    how: str = ""
    pages: tuple[str, ...] = ()
