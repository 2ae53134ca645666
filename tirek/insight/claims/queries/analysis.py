"""A source's text beside what is proposed and decided of it, a part at a time: a long report is never shown as one page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from tirek.foundation.files.bytes import fetch
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.insight.claims.context import LONGEST
from tirek.insight.claims.exact import digest_of, exact, told_again
from tirek.insight.claims.models import Decision, Extraction, Proposal, ProposedCheck, Source
from tirek.insight.claims.parts import Part, parts_of

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision: its verdict, what the figure is taken as (None where rejected), what else is said of it, why, whose and when."""

    id: UUID
    verdict: str
    told: Told | None
    context: tuple[tuple[str, str], ...]
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the text. `number` is that of its proposal, None where only a person found it; `told` as it is taken now, else as proposed."""

    number: int | None
    start: int
    end: int
    quote: str
    told: Told
    proposed: Told | None
    decision: DecisionFacts | None
    checks: tuple[int, ...] = ()
    otherwise: bool = False
    """Whether extraction now reads it otherwise than it did when it was decided about."""

    @property
    def digest(self) -> str:
        """What a decision names as the proposal that its maker saw; empty where nothing is proposed."""
        return "" if self.proposed is None else digest_of(self.proposed)


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """One proposed check with its figures by number."""

    number: int
    kind: str
    verdict: str
    told: Told


@dataclass(frozen=True, slots=True)
class Analysis:
    """One part of a source: its text, figures in order, the checks that speak of them, and the figures elsewhere that these checks name."""

    parts: tuple[Part, ...]
    part: Part
    text: str
    language: str
    figures: tuple[Figure, ...]
    checks: tuple[CheckFacts, ...]
    elsewhere: Mapping[int, Figure]

    @property
    def by_number(self) -> Mapping[int, Figure]:
        """Every figure that a check of this part names."""
        return {**self.elsewhere, **{one.number: one for one in self.figures if one.number is not None}}


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a source was looked at."""

    figures: int
    decided: int
    left_over: tuple[Figure, ...]
    """Decisions whose proposal extraction no longer makes, or now makes otherwise."""


def analysis(source_id: UUID, number: int, *, by: Actor, country: str) -> Analysis:
    """The part of that number, from 1, of a source that was read. Raises NotFound. Seven queries, whatever the length of the source."""
    row, extraction = _read(source_id, by, country)
    text = _text(row)
    parts = parts_of(text)
    if not 1 <= number <= len(parts):
        raise NotFound
    part = parts[number - 1]
    proposed = list(Proposal.objects.filter(extraction=extraction, start__gte=part.start, start__lt=part.end))
    decided = _decisions(Decision.objects.standing().filter(source=row, start__gte=part.start, start__lt=part.end))
    checks = [
        CheckFacts(one.number, one.kind, one.verdict, one.told)
        for one in ProposedCheck.objects.filter(extraction=extraction, first__lt=part.end, last__gte=part.start)
    ]
    figures = _figures(proposed, decided, checks)
    here = {one.number for one in figures}
    shown = [check for check in checks if any(_number(key) in here for key in check.told["claims"])]
    named = {_number(key) for check in shown for key in check.told["claims"]} - here
    elsewhere = _figures(Proposal.objects.filter(extraction=extraction, number__in=named), {}, checks)
    return Analysis(
        parts, part, text[part.start : part.end], extraction.language, figures, tuple(shown), {one.number: one for one in elsewhere if one.number}
    )


def progress_of(source_id: UUID, *, by: Actor, country: str) -> Progress:
    """How much of a source that was read is decided, and which decisions wait for another look. Raises NotFound."""
    row, extraction = _read(source_id, by, country)
    standing = _decisions(Decision.objects.standing().filter(source=row))
    starts = sorted({start for start, _end in standing})
    proposed: dict[tuple[int, int], Proposal] = {}
    for begin in range(0, len(starts), 500):
        for one in Proposal.objects.filter(extraction=extraction, start__in=starts[begin : begin + 500]):
            proposed[(one.start, one.end)] = one
    left = tuple(_figure(stretch, proposed.get(stretch), decision, ()) for stretch, decision in sorted(standing.items()))
    waiting = tuple(one for one in left if one.otherwise)
    return Progress(Proposal.objects.filter(extraction=extraction).count(), len(set(standing) & set(proposed)), waiting)


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a source at once, for whoever freezes it: `taken` tells each proposed figure by its key as it is taken now, None where it was rejected.

    `otherwise` names those that a person reads otherwise than proposed.
    """

    text: str
    sha256: str
    language: str
    rules: str
    notes: tuple[str, ...]
    taken: Mapping[str, Told | None]
    otherwise: frozenset[str]
    checks: tuple[Told, ...]


def whole(source_id: UUID, *, by: Actor, country: str) -> Whole:
    """A source that was read, with everything proposed and decided of it. Raises NotFound. Cost: five queries; its memory grows with the source."""
    row, extraction = _read(source_id, by, country)
    standing = {(one.start, one.end): one for one in Decision.objects.standing().filter(source=row)}
    taken: dict[str, Told | None] = {}
    otherwise = set()
    for one in Proposal.objects.filter(extraction=extraction):
        decision = standing.get((one.start, one.end))
        key = one.told["id"]
        taken[key] = one.told if decision is None else {**one.told, **told_again(decision.told)} if decision.told is not None else None
        if decision is not None and decision.verdict == "edited":
            otherwise.add(key)
    checks = tuple(ProposedCheck.objects.filter(extraction=extraction).values_list("told", flat=True))
    return Whole(_text(row), row.sha256, extraction.language, extraction.rules, tuple(row.notes), taken, frozenset(otherwise), checks)


def history(source_id: UUID, start: int, end: int, *, by: Actor, country: str) -> list[DecisionFacts]:
    """All decisions about one stretch, the newest first. Raises NotFound."""
    row, _extraction = _read(source_id, by, country)
    rows = list(Decision.objects.filter(source=row, start=start, end=end).order_by("-decided_at"))
    names = names_of(one.decided_by for one in rows)
    return [_facts(one, names) for one in rows]


def part_of(source_id: UUID, offset: int, *, by: Actor, country: str) -> int:
    """The number of the part in which the character at this offset stands. Raises NotFound."""
    row, _extraction = _read(source_id, by, country)
    found = next((part.number for part in parts_of(_text(row)) if part.start <= offset < part.end), None)
    if found is None:
        raise NotFound
    return found


def _read(source_id: UUID, by: Actor, country: str) -> tuple[Source, Extraction]:
    row = Source.objects.visible_to(by, country).filter(pk=source_id).select_related("text", "extraction").first()
    if row is None or not hasattr(row, "extraction"):
        raise NotFound
    return row, row.extraction


def _text(row: Source) -> str:
    assert row.text is not None
    return fetch(row.text.sha256).decode()


def _number(key: str) -> int:
    """The number of a figure's key in an extraction: 12 of "c12"."""
    return int(key[1:])


Standing = Mapping[tuple[int, int], tuple[Decision, DecisionFacts]]


def _decisions(rows: Iterable[Decision]) -> dict[tuple[int, int], tuple[Decision, DecisionFacts]]:
    found = list(rows)
    names = names_of(one.decided_by for one in found)
    return {(one.start, one.end): (one, _facts(one, names)) for one in found}


def _facts(row: Decision, names: Mapping[str, str]) -> DecisionFacts:
    said = tuple((name, getattr(row, name)) for name in LONGEST if getattr(row, name))
    told = told_again(row.told) if row.told is not None else None
    return DecisionFacts(row.pk, row.verdict, told, said, row.reason, names.get(row.decided_by, ""), row.decided_at)


def _figures(proposed: Iterable[Proposal], decided: Standing, checks: Iterable[CheckFacts]) -> tuple[Figure, ...]:
    """Proposed figures and those that only a person found, in the order of the text."""
    of_figure: dict[int, list[int]] = {}
    for check in checks:
        for key in dict.fromkeys(check.told["claims"]):
            of_figure.setdefault(_number(key), []).append(check.number)
    left = dict(decided)
    found = [_figure((one.start, one.end), one, left.pop((one.start, one.end), None), of_figure.get(one.number, ())) for one in proposed]
    found += [_figure(stretch, None, decision, ()) for stretch, decision in left.items()]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _figure(
    stretch: tuple[int, int], proposal: Proposal | None, decision: tuple[Decision, DecisionFacts] | None, checks: Iterable[int]
) -> Figure:
    proposed = proposal.told if proposal is not None else None
    row, facts = decision or (None, None)
    told = (facts.told if facts and facts.told is not None else None) or proposed or (told_again(row.proposed) if row and row.proposed else {})
    quote = proposal.told["quote"] if proposal is not None else (row.quote if row else "")
    now = exact(proposed) if proposed is not None else None
    made = Figure(proposal.number if proposal else None, *stretch, quote, told, proposed, facts, tuple(checks))
    return replace(made, otherwise=row is not None and row.proposed != now)
