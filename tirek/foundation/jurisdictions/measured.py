"""What must hold of definitions of indicators and of a country's values: known codes, a fitting kind, quotes that stand in their documents.

Pure over what was read, as soundness is; it knows no file and no line.
"""

from collections.abc import Iterator

from tirek.foundation.jurisdictions import documents
from tirek.foundation.jurisdictions.common import Common
from tirek.foundation.jurisdictions.measures import DAYS_OF_YEAR, Break, Indicator, IndicatorValue, Scale
from tirek.foundation.jurisdictions.pack import Pack
from tirek.foundation.jurisdictions.soundness import Fault

YEARS = range(1900, 2101)


def unsound_definitions(common: Common) -> Iterator[Fault]:
    """Every definition that cannot be meant."""
    headings = {one.code for one in common.headings}
    scales = {one.code for one in common.scales}
    numbers = {one.code for one in common.indicators if one.kind == "number"} | {DAYS_OF_YEAR}
    for scale in common.scales:
        if len(scale.steps) < 2:
            yield scale, "steps", f"scale “{scale.code}” needs at least two steps."
    for one in common.indicators:
        if one.heading not in headings:
            yield one, "heading", f"unknown heading “{one.heading}”."
        yield from _kind(one, scales)
        yield from _formula(one, numbers)
        if (one.row is None) != (one.column is None):
            yield one, "code", f"“{one.code}” needs both a row and a column, or neither."
        if one.version < 1:
            yield one, "version", f"“version” is {one.version}, but must be at least 1."


def _kind(one: Indicator, scales: set[str]) -> Iterator[Fault]:
    if one.scale is not None and one.scale not in scales:
        yield one, "scale", f"unknown scale “{one.scale}”."
    if one.kind == "ordinal" and one.scale is None:
        yield one, "kind", f"the ordinal indicator “{one.code}” needs a scale."
    if one.kind == "number" and one.scale is not None:
        yield one, "scale", f"the indicator “{one.code}” is a number and has no scale."
    if one.kind != "number" and one.unit is not None:
        yield one, "unit", f"the indicator “{one.code}” is no number and has no unit."


def _formula(one: Indicator, numbers: set[str]) -> Iterator[Fault]:
    if (one.numerator is None) != (one.denominator is None):
        yield one, "numerator", f"the formula of “{one.code}” needs both a numerator and a denominator."
    for key, value in (("numerator", one.numerator), ("denominator", one.denominator)):
        if value is not None and value not in numbers:
            yield one, key, f"unknown indicator “{value}” in the formula of “{one.code}”."
    if one.numerator is not None and one.kind != "number":
        yield one, "numerator", f"the indicator “{one.code}” is no number and has no formula."
    if one.times < 1:
        yield one, "times", f"“times” is {one.times}, but must be at least 1."


def unsound_values(pack: Pack, common: Common) -> Iterator[Fault]:
    """Every value, vintage or break of a country that cannot be meant."""
    known = {one.code: one for one in common.indicators}
    scales = {one.code: one for one in common.scales}
    vintages, values = {one.id for one in pack.vintages}, {one.id for one in pack.values}
    for vintage in pack.vintages:
        if vintage.id not in {one.id for one in common.documents}:
            yield vintage, "id", f"unknown document “{vintage.id}”."
    for value in pack.values:
        if value.indicator not in known:
            yield value, "indicator", f"unknown indicator “{value.indicator}”."
            continue
        yield from _dated(value, vintages)
        yield from _fitting(value, known[value.indicator], scales)
        yield from _attributed(value, pack, common)
        if value.superseded_by is not None and value.superseded_by not in values - {value.id}:
            yield value, "superseded_by", f"unknown value “{value.superseded_by}”."
    for one in pack.breaks:
        for code in one.indicators:
            if code not in known:
                yield one, "indicators", f"unknown indicator “{code}”."
        yield from _quoted(one, one.document, one.speaker, one.quote, common)


def _dated(value: IndicatorValue, vintages: set[str]) -> Iterator[Fault]:
    if value.year is None and value.document not in vintages:
        yield value, "year", f"“{value.id}” states no year, and vintages.yaml says nothing of document “{value.document}”."
    if value.year is not None and value.year not in YEARS:
        yield value, "year", f"“year” is {value.year}, but must be a year like 2024."


def _fitting(value: IndicatorValue, definition: Indicator, scales: dict[str, Scale]) -> Iterator[Fault]:
    told = [name for name in ("amount", "step", "said", "missing") if getattr(value, name) is not None]
    if not told:
        yield value, "id", f"“{value.id}” needs an amount, a step, what was said, or why there is none."
    if value.amount is not None and definition.kind != "number":
        yield value, "amount", f"“{value.indicator}” is no number."
    if value.missing is not None and (value.amount is not None or value.step is not None):
        yield value, "missing", f"“{value.id}” is both given and missing."
    scale = scales.get(definition.scale or "")
    if value.step is not None and (scale is None or not 0 <= value.step < len(scale.steps)):
        yield value, "step", f"the scale of “{value.indicator}” has no step {value.step}."
    money = (definition.unit or "").startswith("money")
    if value.amount is not None and money != (value.currency is not None):
        yield value, "amount", f"“{value.indicator}” {'needs a' if money else 'has no'} currency."


def _attributed(value: IndicatorValue, pack: Pack, common: Common) -> Iterator[Fault]:
    if (value.source is None) == (value.document is None):
        yield value, "id", f"“{value.id}” needs either a document with its quote, or a source that it is retold from."
    elif value.source is not None and value.source not in {one.id for one in (*common.sources, *pack.sources)}:
        yield value, "source", f"unknown source “{value.source}”."
    elif value.document is not None:
        yield from _quoted(value, value.document, value.speaker, value.quote, common)


def _quoted(thing: IndicatorValue | Break, document: str, speaker: str | None, quote: str | None, common: Common) -> Iterator[Fault]:
    known = {one.id: one for one in common.documents}
    if document not in known:
        yield thing, "document", f"unknown document “{document}”."
    elif (documents.SOURCES / known[document].file).is_file() and documents.span_of(known[document].file, quote or "") is None:
        yield thing, "quote", f"the quote of “{thing.id}” was not found verbatim in document {document}."
    if speaker not in {one.id for one in common.speakers}:
        yield thing, "speaker", f"unknown speaker “{speaker}”."
