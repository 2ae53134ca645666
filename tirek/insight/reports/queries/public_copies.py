"""The public edition of a report for its office: what is marked, what it would print, and what the reader may do with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.insight.reports.blackening import by_place, thinner
from tirek.insight.reports.documents.public import PublicReport, leaves, redact
from tirek.insight.reports.models import PublicCopy
from tirek.insight.reports.public_copies import base_of, last_published, not_again, open_copy, reach_for_public, seen_sign


@dataclass(frozen=True, slots=True)
class MarkFacts:
    """A marked stretch of a text: where, why, and the name by which it is taken off."""

    start: int
    end: int
    ground: str
    name: str


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """A public edition under preparation. `texts` are the report's texts by place, `marks` by place too; `seen` is the sign of exactly this.

    `mine`: the reader had a hand in it and cannot publish it. `not_again`: what the last edition left out of another version and no text says again so, with its ground.
    """

    state: str
    texts: dict[str, str]
    marks: dict[str, tuple[MarkFacts, ...]]
    public: PublicReport
    seen: str
    sent_on: date | None
    request_on: date | None
    request_letter: str
    joint: bool
    hands: tuple[str, ...]
    handed_in_by: str
    returned_because: str
    mine: bool
    not_again: tuple[tuple[str, str], ...] = ()

    @property
    def thinner(self) -> dict[str, int]:
        """Languages in which fewer passages are marked than in another one, and in how many texts."""
        return thinner(self.texts, self.marks)

    @property
    def papers_missing(self) -> bool:
        """Whether the sending, or the state's request where one is needed, is not recorded yet."""
        return self.sent_on is None or (self.joint and not (self.request_on and self.request_letter))


@dataclass(frozen=True, slots=True)
class PublicStanding:
    """Of one version: the edition under preparation, and whether this version was published before."""

    copy: CopyFacts | None
    published: bool


def public_standing(report_id: UUID, *, by: Actor) -> PublicStanding:
    """How it stands with the public edition of a version. Raises NotFound, NotAllowed for everybody but the office."""
    report = reach_for_public(report_id, by)
    found = open_copy(report)
    published = PublicCopy.objects.filter(report=report, state="published").exists()
    return PublicStanding(copy_facts(found, by) if found else None, published)


def copy_facts(copy: PublicCopy, by: Actor) -> CopyFacts:
    """A copy as frozen values."""
    document, before = base_of(copy.report), last_published(copy.report)
    texts = leaves(document)
    marks: dict[str, list[MarkFacts]] = {}
    for each in copy.marks:
        marks.setdefault(each["at"], []).append(MarkFacts(each["from"], each["to"], each["ground"], each["digest"]))
    return CopyFacts(
        copy.state, texts, {path: tuple(found) for path, found in marks.items()}, redact(document, by_place(copy.marks)), seen_sign(copy),
        copy.sent_on, copy.request_on, copy.request_letter, document.visit.joint_with_spt, tuple(copy.hands), copy.handed_in_by, copy.returned_because,
        by.id in copy.hands, not_again(before, texts) if before and before.report_id != copy.report_id else (),
    )  # fmt: skip
