"""Entering a value from the sentence that states it, checking it as a second person, superseding it by another."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from tirek.foundation.jurisdictions.measures import Indicator
from tirek.foundation.jurisdictions.queries import indicators, scales
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries as claims
from tirek.insight.claims.exact import number_typed
from tirek.insight.indicators.models import HEDGES, MISSING, Value
from tirek.insight.indicators.policies import check_may_work
from tirek.insight.indicators.refusals import (
    AsOfOutside,
    CheckedAlready,
    CountUnfit,
    CurrencyUnfit,
    IndicatorUnknown,
    InferenceMissing,
    OwnValue,
    QuoteElsewhere,
    StepOutside,
    SupersededAlready,
    SupersededByAnother,
    ValueUnfit,
    YearOutside,
)

YEARS = range(1900, 2101)
COUNTED = frozenset({"persons", "cases", "complaints", "statements", "decisions", "sentences", "cameras", "badges", "terminals"})
"""Units that are counted in whole numbers."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """What a source states of an indicator for a year. `amount` is as typed, with spaces or a comma; `inferred` says why the year is taken where the source states none;
    `as_of` is the day at which it stood so, where the source names one.
    """

    indicator: str
    year: int
    source: UUID
    quote: str
    amount: str = ""
    hedge: str = "exact"
    currency: str = ""
    step: int | None = None
    said: Words = field(default_factory=Words)
    missing: str = ""
    year_stated: bool = True
    as_of: date | None = None
    inferred: Words = field(default_factory=Words)
    scope: Words = field(default_factory=Words)
    remark: Words = field(default_factory=Words)
    speaker: Words = field(default_factory=Words)


def enter_value(*, country: str, new: NewValue, by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Enters a value; it is published only when a second person has checked it. Returns its id.

    Raises NotAllowed, NotFound for the source, QuoteElsewhere, NumberUnclear, PassagesUndecided without a reason in `names_nobody`, what `fitting` raises.
    """
    check_may_work(by, country)
    row = made(country, new, by, names_nobody)
    with record("value.entered", by=by, country=country) as entry:
        row.save()
        entry.about("value", row.pk)
        return entry.of(row.pk)


def check_value(*, value_id: UUID, by: Actor, country: str) -> Recorded[None]:
    """Says that a second person compared the value with its sentence. Raises NotFound, NotAllowed, OwnValue, CheckedAlready, SupersededAlready."""
    with record("value.checked", by=by, subject=("value", value_id), country=country) as entry:
        row = found(value_id, by, country)
        if row.open_to_all:
            raise CheckedAlready
        if row.superseded_by is not None and row.superseded_by.year == row.year:
            raise SupersededAlready
        if row.entered_by == by.id:
            raise OwnValue
        row.checked_by, row.checked_at = by.id, timezone.now()
        row.save()
        return entry.of(None)


def supersede_value(*, value_id: UUID, new: NewValue, by: Actor, country: str, names_nobody: str = "") -> Recorded[UUID]:
    """Enters a value that takes the place of another: a correction within its year, or what a later source says. Returns the new one's id.

    For the public the other stands until a second person has checked the new one.

    Raises NotFound, NotAllowed, SupersededAlready, SupersededByAnother, and what `enter_value` raises.
    """
    with record("value.superseded", by=by, subject=("value", value_id), country=country) as entry:
        before = found(value_id, by, country)
        if before.superseded_by_id is not None:
            raise SupersededAlready
        if new.indicator != before.indicator or new.year < before.year:
            raise SupersededByAnother
        row = made(country, new, by, names_nobody)
        row.save()
        for each in (before, *waiting_for(before, row)):
            each.superseded_by = row
            each.save()
        return entry.of(row.pk)


def waiting_for(before: Value, row: Value) -> list[Value]:
    """Those that stand until an unchecked value is checked: if another of its year takes that one's place first, they wait for the other."""
    if before.open_to_all or row.year != before.year:
        return []
    return list(Value.objects.select_for_update(no_key=True).filter(superseded_by=before, year=row.year))


def found(value_id: UUID, by: Actor, country: str) -> Value:
    """The value's row for whoever may work on it, locked so that two people write one after the other. Raises NotFound, NotAllowed."""
    row = Value.objects.visible_to(by, country).select_for_update(no_key=True).filter(pk=value_id).first()
    if row is None:
        raise NotFound
    check_may_work(by, country)
    return row


def made(country: str, new: NewValue, by: Actor, names_nobody: str) -> Value:
    """The unsaved row of a value whose quote stands in its source, and whose own words name nobody or say why they do."""
    new = replace(new, amount=number_typed(new.amount) if new.amount.strip() else "")
    definition = fitting(new)
    text = claims.text_of(new.source, by=by, country=country)
    start = text.find(new.quote) if new.quote.strip() else -1
    if start < 0:
        raise QuoteElsewhere
    row = Value(
        country=country, indicator=definition.code, version=definition.version, year=new.year, year_note=new.inferred, as_of=new.as_of, amount=new.amount, hedge=new.hedge,
        currency=new.currency, step=new.step, said=new.said, missing=new.missing, scope=new.scope, remark=new.remark, source_id=new.source, start=start,
        end=start + len(new.quote), quote=new.quote, speaker=new.speaker, entered_by=by.id, entered_at=timezone.now(),
    )  # fmt: skip
    words = (new.inferred, new.said, new.scope, new.remark, new.speaker)
    row.kept_because = names_nobody.strip() if newly_kept(row.pk, words, names_nobody, ()) else ""
    return row


def fitting(new: NewValue) -> Indicator:
    """The definition that the value fits. Raises IndicatorUnknown, YearOutside, AsOfOutside, InferenceMissing, ValueUnfit, StepOutside, CountUnfit, CurrencyUnfit."""
    definition = next((one for one in indicators() if one.code == new.indicator), None)
    if definition is None:
        raise IndicatorUnknown(given=new.indicator)
    if new.year not in YEARS:
        raise YearOutside(given=new.year)
    if new.as_of and not date(new.year, 1, 1) <= new.as_of <= date(new.year + 1, 1, 1):
        raise AsOfOutside
    if not new.year_stated and not new.inferred:
        raise InferenceMissing
    check_told(new, definition)
    return definition


def check_told(new: NewValue, definition: Indicator) -> None:
    """Whether what is told is what the definition asks for; no figure of these pages lies below nothing."""
    number, step = bool(new.amount), new.step is not None
    if new.missing not in ("", *MISSING) or new.hedge not in HEDGES:
        raise ValueUnfit
    if (number and definition.kind != "number") or (step and definition.scale is None) or (new.missing and (number or step)):
        raise ValueUnfit
    if not (number or step or new.said or new.missing):
        raise ValueUnfit
    scale = next((one for one in scales() if one.code == definition.scale), None)
    if step and scale and new.step not in range(len(scale.steps)):
        raise StepOutside(given=new.step)
    amount = Decimal(new.amount) if number else Decimal(0)
    if amount < 0 or (definition.unit in COUNTED and amount != amount.to_integral_value()):
        raise CountUnfit(given=new.amount)
    if (number and (definition.unit or "").startswith("money")) != bool(new.currency):
        raise CurrencyUnfit

