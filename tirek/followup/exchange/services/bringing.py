"""A filled spreadsheet that comes back: each row is judged by the rules of a single reply; what is in order is kept, what is not stays as it was typed, with the reason. It reads no cell."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tirek.followup.exchange.reach import prepared
from tirek.followup.exchange.refusals import (
    RowForeign,
    RowMayName,
    RowTwice,
    RowUnknown,
    RowUnmarked,
    StepDayUnclear,
    TooManyRows,
    WordMissing,
)
from tirek.followup.exchange.services.replies import Plan, Prepared, prepare_reply
from tirek.followup.exchange.sheets.marking import values_of
from tirek.followup.exchange.sheets.phrases import STEPS
from tirek.followup.exchange.sheets.reading import WrittenRow, written_rows
from tirek.followup.exchange.sheets.writing import MOST
from tirek.followup.recommendations.queries import AddressedLine, numbered_for_body, stretches
from tirek.followup.recommendations.refusals import TextMayName
from tirek.foundation.files.tables import read_table
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.marks import mark_holds
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import Refusal

NOTHING: frozenset[str] = frozenset()
KEPT, STANDS, EMPTY, REFUSED = "kept", "stands", "empty", "refused"


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of a row: kept, stands (it says what stands already), empty, or refused with the reason."""

    row: WrittenRow
    state: str
    refusal: Refusal | None = None


def bring_sheet(*, content: bytes, country: str, by: Actor, looked: frozenset[str] = NOTHING) -> tuple[RowOutcome, ...]:
    """Takes a filled file of a body: each good row becomes, or changes, the reply that its people prepare, by an act of its own. Nothing is sent by it.

    `looked` are the passages that whoever brings it was shown and says of that they name nobody deprived of liberty: others are refused. Raises NotTheSheet, TooManyRows and the refusals of a table that cannot be read.
    Costs a process that reads the file, and 12 queries a row.
    """
    rows = rows_of(content)
    known = numbered_for_body([each.number for each in rows], by=by, country=country, today=today(country))

    def keep(row: WrittenRow, line: AddressedLine) -> str:
        return kept_reply(row, line, country, by, looked)

    return outcomes(rows, known, keep, marked=False)


def rows_of(content: bytes) -> tuple[WrittenRow, ...]:
    """The rows of a file. Raises NotTheSheet, TooManyRows and the refusals of a table."""
    rows = written_rows(read_table(content, sheet=0))
    if len(rows) > MOST:
        raise TooManyRows(limit=MOST)
    return rows


def outcomes(rows: tuple[WrittenRow, ...], known: Mapping[str, AddressedLine], keep: Callable[[WrittenRow, AddressedLine], str], *, marked: bool) -> tuple[RowOutcome, ...]:
    """Each row, judged and kept; `marked`: a row without a mark is refused."""
    numbers = Counter(each.number.casefold() for each in rows if not each.empty)
    found = []
    for row in rows:
        if row.empty:
            found.append(RowOutcome(row, EMPTY))
            continue
        try:
            if numbers[row.number.casefold()] > 1:
                raise RowTwice
            line = fitting(row, known, marked)
            found.append(RowOutcome(row, keep(row, line)))
        except Refusal as refusal:
            found.append(RowOutcome(row, REFUSED, refusal))
    return tuple(found)


def fitting(row: WrittenRow, known: Mapping[str, AddressedLine], marked: bool) -> AddressedLine:
    """The recommendation of a row whose cells can be read and whose mark fits. Raises RowUnknown, RowUnmarked, RowForeign, WordMissing, StepDayUnclear."""
    line = known.get(row.number.casefold())
    if line is None:
        raise RowUnknown(number=row.number[:40])
    if not row.mark and (marked or line.worded_in > 1):
        raise RowUnmarked
    if row.mark and not mark_holds(values_of(line.id, line.text), row.mark):
        raise RowForeign
    if not row.word:
        raise WordMissing(typed=row.typed_word[:60])
    for step in row.steps:
        if step.unclear:
            raise StepDayUnclear(typed=step.unclear[:40])
    return line


def kept_reply(row: WrittenRow, line: AddressedLine, country: str, by: Actor, looked: frozenset[str]) -> str:
    """Keeps a row as the reply of its recommendation; steps that no column of the file holds stay. A reply that somebody else changed since the file was taken stays."""
    held = prepared(line.id, country, by)
    more = [(each.what, each.until) for each in held.steps.all() if not each.dropped][len(STEPS) :] if held is not None else []
    steps = (*((each.what, each.until) for each in row.steps), *more)
    if held is not None and (held.word, held.text) == (row.word, row.said) and [(each.what, each.until) for each in held.steps.all() if not each.dropped] == list(steps):
        return STANDS
    revision = row.revision
    if held is not None and held.written_by == by.id:
        revision = held.revision
    written = Prepared(word=row.word, text=row.said, steps=tuple(Plan(what, until) for what, until in steps))
    try:
        prepare_reply(recommendation_id=line.id, country=country, written=written, by=by, revision=revision, confirmed=passages_of(row) <= looked)
    except TextMayName as refusal:
        raise may_name(row) from refusal
    return KEPT


def passages_of(row: WrittenRow) -> frozenset[str]:
    """What in a row could name a person."""
    return frozenset(each.text for each in stretches("\n".join([row.said, *(each.what for each in row.steps)])))


def may_name(row: WrittenRow) -> RowMayName:
    """The refusal with the passages that it is about."""
    return RowMayName(passages="; ".join(f"“{each}”" for each in sorted(passages_of(row)))[:300])
