"""The breaks of a country's series, each indicator on its own line, with the reason where somebody overrode it."""

from dataclasses import dataclass
from datetime import date, datetime

from tirek.foundation.jurisdictions.queries import breaks, indicator
from tirek.foundation.people.queries import names_of
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.insight.indicators.models import BreakOverride


@dataclass(frozen=True, slots=True)
class BreakLine:
    """A break of one indicator; `reason`, `by` and `at` say who overrode it and why, empty where nobody did."""

    break_id: str
    on: date
    why: Words
    indicator: str
    name: Words
    reason: str
    by: str
    at: datetime | None


def break_lines(*, by: Actor, country: str) -> tuple[BreakLine, ...]:
    """Every break of every indicator of the country. Two queries."""
    rows = {(row.indicator, row.break_id): row for row in BreakOverride.objects.visible_to(by, country)}
    names = names_of(row.decided_by for row in rows.values())
    return tuple(
        BreakLine(
            one.id, one.on, one.why, code, indicator(code).name, row.reason if row else "", names.get(row.decided_by, "") if row else "",
            row.decided_at if row else None,
        )
        for one in breaks(country) for code in one.indicators for row in [rows.get((code, one.id))]
    )  # fmt: skip
