"""Deciding about a figure: confirm what was proposed, change it, reject it, or add one that was not proposed.

A decision names a stretch of the text and holds what was proposed then. A later one replaces it and both stay.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.utils import timezone

from tirek.foundation.files.bytes import fetch
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.figures.hedging import hedged
from tirek.ground.figures.quantities import Hedge, Kind, counted
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.insight.claims.context import LONGEST, NOTHING_SAID, Context
from tirek.insight.claims.exact import digest_of, exact, number_typed, period_typed
from tirek.insight.claims.lexicons import lexicon
from tirek.insight.claims.models import BASES, FLOWS, Decision, Proposal, Source
from tirek.insight.claims.policies import check_may_work
from tirek.insight.claims.refusals import (
    DecidedMeanwhile,
    DecisionReasonMissing,
    NotYetRead,
    ProposalChanged,
    SourceCodeUnknown,
    StretchOutside,
    TextNotHeld,
    UnitUnknown,
)
from tirek.insight.claims.services.proposing import reached
from tirek.insight.claims.units import KNOWN

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """A figure as a person reads it: the number as typed, its hedge, unit, kind and period."""

    value: str
    kind: str = "count"
    unit: str = ""
    hedge: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What stood on the page when somebody decided: the newest decision about the stretch or None, and the digest of the proposal ("" where none was).

    `proposal` is None for whoever decides without a page.
    """

    decision: UUID | None = None
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why somebody decided so, and why passages of it stay that could name a detained person."""

    text: str = ""
    kept_because: str = ""


NO_REASON = Reasoned()


def confirm(*, source_id: UUID, stretch: Stretch, by: Actor, context: Context = NOTHING_SAID, seen: Seen = Seen()) -> Recorded[UUID]:
    """Takes the proposal as it is. Returns the decision's id.

    Raises NotFound, NotAllowed, TextNotHeld, NotYetRead, StretchOutside where nothing is proposed, ProposalChanged, SourceCodeUnknown, DecidedMeanwhile.
    """
    with record("figure.confirmed", by=by, subject=("source", source_id)) as entry:
        source = open_for(source_id, by)
        proposed = proposal_at(source, stretch, seen)
        if proposed is None:
            raise StretchOutside
        return entry.of(decided(source, stretch, "confirmed", proposed, proposed, context, NO_REASON, by, seen))


def edit(
    *, source_id: UUID, stretch: Stretch, changes: Changes, reason: str, by: Actor, context: Context = NOTHING_SAID, seen: Seen = Seen(), names_nobody: str = ""
) -> Recorded[UUID]:
    """Takes a proposed figure otherwise than it was read, for a reason. `names_nobody`: why passages of the reason stay that could name somebody.

    Raises as `confirm`, and DecisionReasonMissing, NumberUnclear, PeriodReversed, UnitUnknown, PassagesUndecided.
    """
    with record("figure.edited", by=by, subject=("source", source_id)) as entry:
        source = open_for(source_id, by)
        proposed = proposal_at(source, stretch, seen)
        if proposed is None:
            raise StretchOutside
        return entry.of(decided(source, stretch, "edited", proposed, taken(changes, source, proposed), context, reasoned(reason, names_nobody), by, seen))


def add_figure(
    *, source_id: UUID, stretch: Stretch, quote: str, changes: Changes, reason: str, by: Actor, context: Context = NOTHING_SAID, seen: Seen = Seen(),
    names_nobody: str = "",
) -> Recorded[UUID]:  # fmt: skip
    """Takes words of the text as a figure that extraction had not found; `quote` is what the person saw there. Raises as `edit`."""
    with record("figure.added", by=by, subject=("source", source_id)) as entry:
        source = open_for(source_id, by)
        if proposal_at(source, stretch, seen) is not None or text_of(source)[stretch[0] : stretch[1]] != quote or not quote.strip():
            raise StretchOutside
        return entry.of(decided(source, stretch, "added", None, taken(changes, source, None), context, reasoned(reason, names_nobody), by, seen))


def reject(*, source_id: UUID, stretch: Stretch, reason: str, by: Actor, seen: Seen = Seen(), names_nobody: str = "") -> Recorded[UUID]:
    """Says that a proposed figure is none. Raises as `confirm`, and DecisionReasonMissing, PassagesUndecided; `names_nobody` as in `edit`."""
    with record("figure.rejected", by=by, subject=("source", source_id)) as entry:
        source = open_for(source_id, by)
        proposed = proposal_at(source, stretch, seen)
        if proposed is None and not Decision.objects.standing().filter(source=source, start=stretch[0], end=stretch[1]).exists():
            raise StretchOutside
        return entry.of(decided(source, stretch, "rejected", proposed, None, NOTHING_SAID, reasoned(reason, names_nobody), by, seen))


def open_for(source_id: UUID, by: Actor) -> Source:
    """The source, locked so that two people decide one after the other. Raises NotFound, NotAllowed, TextNotHeld, NotYetRead."""
    source = reached(source_id, by, lock=True)
    check_may_work(by, source.country)
    if source.text_id is None:
        raise TextNotHeld
    if not hasattr(source, "extraction"):
        raise NotYetRead
    return source


def proposal_at(source: Source, stretch: Stretch, seen: Seen) -> dict[str, Any] | None:
    """What is proposed for exactly this stretch, in the form that rows hold. Raises ProposalChanged where the person saw another proposal."""
    row = Proposal.objects.filter(extraction=source.extraction, start=stretch[0], end=stretch[1]).first()
    if seen.proposal is not None and seen.proposal != ("" if row is None else digest_of(row.told)):
        raise ProposalChanged
    return None if row is None else exact(row.told)


def text_of(source: Source) -> str:
    """The text as read."""
    assert source.text is not None
    return fetch(source.text.sha256).decode()


def taken(changes: Changes, source: Source, proposed: Mapping[str, Any] | None) -> dict[str, Any]:
    """The figure as the person reads it, its interval from the hedge and the tolerances of the source's language. Raises NumberUnclear, PeriodReversed, UnitUnknown, SourceCodeUnknown."""
    value = number_typed(changes.value)
    if changes.unit and changes.unit not in KNOWN and changes.unit != (proposed or {}).get("unit"):
        raise UnitUnknown(given=changes.unit)
    if changes.kind not in {each.value for each in Kind} - {"silence"} or changes.hedge not in {"", *Hedge}:
        raise SourceCodeUnknown(given=changes.hedge or changes.kind)
    kind, hedge = Kind(changes.kind), Hedge(changes.hedge) if changes.hedge else None
    quantity = hedged(counted(Fraction(value), kind=kind), hedge, lexicon(source.extraction.language or source.language))
    ends = (quantity.interval.low, quantity.interval.high)
    return {
        "value": value,
        "interval": [None if end is None else number_typed(str(float(end)) if end.denominator != 1 else str(end.numerator)) for end in ends],
        "unit": changes.unit or None,
        "kind": kind.value,
        "hedge": hedge.value if hedge else None,
        "period": period_typed(changes.first, changes.last),
        "of": (proposed or {}).get("of"),
        "missing": None,
    }


def reasoned(reason: str, names_nobody: str) -> Reasoned:
    """Raises DecisionReasonMissing, PassagesUndecided."""
    if not reason.strip():
        raise DecisionReasonMissing
    held = newly_kept("", (reason,), names_nobody, ())
    return Reasoned(reason.strip(), names_nobody.strip() if held else "")


def decided(
    source: Source, stretch: Stretch, verdict: str, proposed: dict[str, Any] | None, told: dict[str, Any] | None,
    context: Context, reason: Reasoned, by: Actor, seen: Seen,
) -> UUID:  # fmt: skip
    """The decision's row. Raises StretchOutside, DecidedMeanwhile, SourceCodeUnknown."""
    start, end = stretch
    quote = text_of(source)[start:end]
    if not 0 <= start < end <= source.characters or not quote.strip():
        raise StretchOutside
    if context.flow not in ("", *FLOWS) or context.basis not in ("", *BASES):
        raise SourceCodeUnknown(given=context.flow or context.basis)
    before = Decision.objects.standing().filter(source=source, start=start, end=end).first()
    if (before.pk if before else None) != seen.decision:
        raise DecidedMeanwhile
    said = {name: getattr(context, name).strip() for name in LONGEST}
    row = Decision(
        country=source.country, origin=source.origin, source=source, start=start, end=end, quote=quote, verdict=verdict, proposed=proposed, told=told,
        reason=reason.text, kept_because=reason.kept_because, decided_by=by.id, decided_at=timezone.now(), replaces=before, **said,
    )  # fmt: skip
    row.save()
    return row.pk
