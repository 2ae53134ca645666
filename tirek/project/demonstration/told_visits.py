"""The nouns of a told visit, from its place in the plan to the answers that it brought. Field names are the keys of the files.

`day` and `answered` days count from the day of loading; `…_after` of a visit and its report count days from the visit's first day.
"""

from dataclasses import dataclass
from typing import Literal

from tirek.ground.rules.words import Words

NOTHING = Words()
Reach = Literal[
    "proposed", "approved", "dropped", "planned", "cancelled", "under_way", "concluded", "draft", "in_review", "for_signature", "reported",
]  # fmt: skip
BEGUN = frozenset({"under_way", "concluded", "draft", "in_review", "for_signature", "reported"})
ENDED = BEGUN - {"under_way"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """A member in the delegation, by what `members.yaml` calls him or her."""

    member: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How one entitlement was honoured, where not simply granted."""

    entitlement: str
    outcome: str
    by_whom: str = ""
    ground: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting, on the visit's first day plus `day`."""

    with_whom: str
    day: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An urgent measure: seen at a time of a day of the visit, or so many hours ago; sent and answered so many hours later."""

    what: Words
    authority: str
    day: int
    observed: str = ""
    hours_ago: int = 0
    sent_after: int | None = None
    answered_after: int | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised, to be done within so many days."""

    what: str
    by_whom: str
    within: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The closing talk, on the visit's last day."""

    with_whom: str
    note: str = ""
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding. Of a medical one the wording is released by the doctor; without a text it still waits for that.

    `generalised` is put in the place of every stretch that could name somebody.
    """

    by: str
    area: str
    text: Words = NOTHING
    seriousness: str = "notable"
    good: bool = False
    medical: bool = False
    standards: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    generalised: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One word of the authority; `named` is the day until which it says that it will be done."""

    word: str
    said: int
    received: int
    letter: str
    text: str
    named: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What the mechanism found; `visit` is the code of the visit on which it was seen."""

    outcome: str
    day: int
    way: str
    by: str
    text: str
    visit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A recommendation on findings (their numbers in the visit); `indicator` says by what one can tell that it was done.

    `repeats` is the code of an earlier one.
    """

    code: str
    by: str
    addressee: str
    kind: str
    priority: str
    text: Words
    findings: tuple[int, ...]
    indicator: Words = NOTHING
    repeats: str = ""
    labels: tuple[str, ...] = ()
    theme: str = ""
    answers: tuple[Answer, ...] = ()
    verifications: tuple[Verification, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A dissenting opinion."""

    by: str
    after: int
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signature."""

    by: str
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A signature that is missing, and why: the cause that is printed, and the reason in words."""

    member: str
    cause: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The visit's report, as far as it has come."""

    summary: Words
    by: str
    reviewer: str = ""
    frozen_after: int | None = None
    signed: tuple[Signed, ...] = ()
    missing: tuple[Missing, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    issued_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit or an entry of the plan, and how far it has come. `purpose` is unique: by it the entry is found again."""

    code: str
    place: str
    kind: str
    announced: bool
    purpose: str
    planner: str
    day: int
    days: int
    reach: Reach
    organisers: tuple[str, ...] = ()
    approver: str = "head"
    postponed_to: int | None = None
    cancel_reason: str = ""
    team: tuple[Delegate, ...] = ()
    warnings: str = ""
    begin: str = ""
    end: str = ""
    hours_ago: int = 0
    access: tuple[Access, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    measures: tuple[Measure, ...] = ()
    talk: Talk | None = None
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    report: Report | None = None
