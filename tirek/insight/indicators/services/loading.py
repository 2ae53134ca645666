"""The values of the sourced record: what the packs say that the documents state, brought to what they say now."""

from typing import Any

from django.utils import timezone

from tirek.foundation.jurisdictions import queries as packs
from tirek.foundation.jurisdictions.documents import span_of
from tirek.foundation.jurisdictions.measures import IndicatorValue
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.ground.rules.refusals import NotAllowed
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries as claims
from tirek.insight.indicators.models import Value

NOTHING = Words()


def load_values(*, by: Actor) -> Recorded[int]:
    """Brings the values of the record to what the packs say. The documents must be entered before. Returns how many were written.

    Only the loader does: the record is public already. Raises NotAllowed for everybody else.
    """
    if by != SYSTEM:
        raise NotAllowed
    with record("values.loaded", by=by) as entry:
        written = sum(brought(country, by) for country in packs.countries())
        return entry.of(written)


def brought(country: str, by: Actor) -> int:
    """The values of one country; within the act under way."""
    stated = packs.stated_values(country)
    rows = {row.code: row for row in Value.objects.filter(country=country).exclude(code="")}
    written = 0
    for one in stated:
        row = rows.get(one.id) or Value(country=country, origin="sourced", code=one.id, entered_by=by.id, entered_at=timezone.now())
        written += told(row, columns(one, country, by))
        rows[one.id] = row
    of_packs = {None, *(row.pk for row in rows.values())}
    for one in stated:
        if rows[one.id].superseded_by_id in of_packs:  # what a person put in its place stays there
            told(rows[one.id], {"superseded_by_id": rows[one.superseded_by].pk if one.superseded_by else None})
    return written


def told(row: Value, wanted: dict[str, Any]) -> bool:
    """Saves the row where it says something else, or is new."""
    if not row._state.adding and all(getattr(row, name) == each for name, each in wanted.items()):
        return False
    for name, each in wanted.items():
        setattr(row, name, each)
    row.save()
    return True


def columns(one: IndicatorValue, country: str, by: Actor) -> dict[str, Any]:
    """What a value of the pack says, as columns of its row."""
    vintage = packs.vintage(country, one.document or "") if one.year is None else None
    year = vintage.year if vintage else one.year
    return {
        "indicator": one.indicator, "version": packs.indicator(one.indicator).version, "year": year, "year_note": vintage.why if vintage else NOTHING, "as_of": one.as_of,
        "amount": format(one.amount, "f") if one.amount is not None else "", "hedge": one.hedge, "currency": one.currency or "",
        "also": [{"amount": format(each.amount, "f"), "currency": each.currency} for each in one.also], "step": one.step, "said": one.said or NOTHING,
        "missing": one.missing or "", "scope": one.scope or NOTHING, "remark": one.remark or NOTHING, **stretch(one, country, by),
    }  # fmt: skip


def stretch(one: IndicatorValue, country: str, by: Actor) -> dict[str, Any]:
    """Where the value stands: the stretch of its document, or the source that it is retold from."""
    if one.document is None:
        return {"retold": packs.source(country, one.source or "").title}
    start, end = span_of(packs.document(one.document).file, one.quote or "") or (0, 0)
    source = claims.source_called(one.document, by=by, country=country)
    return {"source_id": source, "start": start, "end": end, "quote": one.quote, "speaker": packs.speaker(one.speaker or "").name}
