"""Values as frozen facts: one with all that is said of it, and the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.insight.indicators.models import Value
from tirek.insight.indicators.policies import may_work


@dataclass(frozen=True, slots=True)
class ValueFacts:
    """Everything that is said of a value. `inferred` says why its year is taken, empty where the source states it; `document` is the source's code in the record.

    `superseded_by` is the id of the value that took its place, `superseded_year` that one's year, and `superseded_openly` says whether that
    one may be published. `may_check`: the reader may, did not enter it, and nothing took its place within its year.
    """

    id: UUID
    code: str
    origin: str
    indicator: str
    version: int
    year: int
    inferred: Words
    as_of: date | None
    amount: str
    hedge: str
    currency: str
    also: tuple[tuple[str, str], ...]
    step: int | None
    said: Words
    missing: str
    scope: Words
    remark: Words
    source_id: UUID | None
    document: str
    source_title: Words
    start: int | None
    end: int | None
    quote: str
    speaker: Words
    retold: Words
    entered_by: str
    entered_at: datetime
    checked_by: str
    checked_at: datetime | None
    superseded_by: UUID | None
    superseded_year: int | None
    superseded_openly: bool
    may_work: bool
    may_check: bool

    @property
    def open_to_all(self) -> bool:
        """Whether it may be published."""
        return self.origin == "sourced" or bool(self.checked_by)


def values(*, by: Actor, country: str) -> list[ValueFacts]:
    """All values of the country, by indicator and year. Two queries."""
    return facts(Value.objects.visible_to(by, country).select_related("source", "superseded_by"), by)


def value(value_id: UUID, *, by: Actor, country: str) -> ValueFacts:
    """One value. Raises NotFound."""
    found = facts(Value.objects.visible_to(by, country).filter(pk=value_id).select_related("source", "superseded_by"), by)
    if not found:
        raise NotFound
    return found[0]


def facts(rows: Iterable[Value], by: Actor) -> list[ValueFacts]:
    """Rows as facts, with the names of who entered and who checked."""
    found = list(rows)
    names = names_of(each for row in found for each in (row.entered_by, row.checked_by))
    return [_facts(row, names, by) for row in found]


def _facts(row: Value, names: dict[str, str], by: Actor) -> ValueFacts:
    works = may_work(by, row.country)
    later = row.superseded_by
    return ValueFacts(
        id=row.pk, code=row.code, origin=row.origin, indicator=row.indicator, version=row.version, year=row.year, inferred=row.year_note, as_of=row.as_of, amount=row.amount,
        hedge=row.hedge, currency=row.currency, also=tuple((each["amount"], each["currency"]) for each in row.also), step=row.step, said=row.said,
        missing=row.missing, scope=row.scope, remark=row.remark, source_id=row.source_id, document=row.source.code if row.source else "",
        source_title=row.source.title if row.source else Words(), start=row.start, end=row.end, quote=row.quote, speaker=row.speaker, retold=row.retold,
        entered_by=names.get(row.entered_by, ""), entered_at=row.entered_at, checked_by=names.get(row.checked_by, ""), checked_at=row.checked_at,
        superseded_by=later.pk if later else None, superseded_year=later.year if later else None,
        superseded_openly=bool(later and later.open_to_all), may_work=works,
        may_check=works and not row.open_to_all and row.entered_by != by.id and not (later and later.year == row.year),
    )  # fmt: skip
