"""The exchange on a memory stick: a filled spreadsheet that the office brings with the covering letter of the body's head. Each row needs the mechanism's mark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from tirek.followup.exchange.models import AnswerSheet
from tirek.followup.exchange.refusals import NothingInOrder, SheetEntered
from tirek.followup.exchange.services.bringing import KEPT, NOTHING, STANDS, RowOutcome, may_name, outcomes, passages_of, rows_of
from tirek.followup.exchange.services.replies import whole_text
from tirek.followup.exchange.sheets.reading import WrittenRow
from tirek.followup.recommendations.policies import check_letter_days, check_may_answer
from tirek.followup.recommendations.queries import AddressedLine, numbered_of_body, stretches
from tirek.followup.recommendations.refusals import EnteredAlready, LetterNumberNames, NoAddressee, TextMayName
from tirek.followup.recommendations.services import record_answer
from tirek.foundation.files.bytes import fetch
from tirek.foundation.files.services import NewFile, store_file
from tirek.foundation.jurisdictions.queries import authorities, today
from tirek.foundation.ledger.services import Recorded, record, rehearsed
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """The covering letter: of which body, its number and date, when it came."""

    body: str
    number: str
    said_on: date
    received_on: date


def bring_stick(*, country: str, covering: Covering, file: NewFile, by: Actor) -> Recorded[UUID]:
    """Keeps a filled file with its covering letter; nothing is entered yet. Head and secretariat. Returns its id.

    Raises NotAllowed, NoAddressee, LetterNumberNames, DateAhead, ReceivedBeforeWritten, NotTheSheet, TooManyRows and the refusals of a table that cannot be read.
    """
    check_may_answer(by, country)
    if covering.body not in {each.code for each in authorities(country)}:
        raise NoAddressee(code=covering.body)
    if stretches(covering.number):
        raise LetterNumberNames
    check_letter_days(covering.said_on, covering.received_on, today(country))
    rows_of(file.content)
    with record("answer-sheet.brought", by=by, country=country) as act:
        stored = store_file(content=file.content, name=file.name, media_type=file.media_type, country=country, by=by).value
        row = AnswerSheet(
            country=country, body=covering.body, file=stored, letter_number=covering.number.strip(), said_on=covering.said_on, received_on=covering.received_on, brought_by=by.id,
        )  # fmt: skip
        row.save()
        act.about("answer-sheet", row.pk)
        return act.of(row.pk)


@dataclass(frozen=True, slots=True)
class Tried:
    """What a file would become: how many rows it has, how many of them can be read and carry their mark, and what in these could name a person; some rows tried by the rules that enter them."""

    total: int
    fitting: int
    passages: tuple[str, ...]
    part: tuple[RowOutcome, ...]


def try_stick(*, sheet_id: UUID, by: Actor, looked: frozenset[str] = NOTHING, start: int = 0, size: int | None = None) -> Tried:
    """What would become of `size` rows from `start` on, found by the rules that enter them; nothing stays. Raises NotFound, NotAllowed.

    Cost: a process that reads the file, 4 queries, and a short transaction a tried row.
    """
    row = sheet(sheet_id, by)
    rows, known = rows_with_lines(row, by)
    fit = [each for each in judged(rows, known, lambda typed, line: KEPT) if each.state == KEPT]
    file = file_of(row)

    def keep(typed: WrittenRow, line: AddressedLine) -> str:
        with rehearsed():
            return entered(typed, line, row, file, by, looked)

    chosen = frozenset(each.line for each in rows[start : None if size is None else start + size])
    part = tuple(each for each in judged(rows, known, lambda typed, line: keep(typed, line) if typed.line in chosen else KEPT) if each.row.line in chosen)
    return Tried(len(rows), len(fit), tuple(sorted({text for each in fit for text in passages_of(each.row)} - looked)), part)


@transaction.atomic
def enter_stick(*, sheet_id: UUID, by: Actor, looked: frozenset[str] = NOTHING) -> tuple[RowOutcome, ...]:
    """Enters the answers of the rows that are in order, each by an act of its own, all in one transaction; what is refused is told and can be entered once it is mended in a new file.

    Raises NotFound, NotAllowed, SheetEntered, NothingInOrder.
    """
    sheet(sheet_id, by)
    held = AnswerSheet.objects.select_for_update(no_key=True, of=("self",)).select_related("file").get(pk=sheet_id)
    if held.entered_on:
        raise SheetEntered(on=held.entered_on)
    file = file_of(held)

    def keep(typed: WrittenRow, line: AddressedLine) -> str:
        return entered(typed, line, held, file, by, looked)

    found = judged(*rows_with_lines(held, by), keep)
    if not any(each.state == KEPT for each in found):
        raise NothingInOrder
    with record("answer-sheet.entered", by=by, subject=("answer-sheet", sheet_id)) as act:
        held.entered_on = today(held.country)
        held.save()
        return act.of(found).value


def sheet(sheet_id: UUID, by: Actor) -> AnswerSheet:
    """A file that came, for those who enter answers. Raises NotFound, NotAllowed."""
    row = AnswerSheet.objects.filter(pk=sheet_id).select_related("file").first()
    if row is None:
        raise NotFound
    check_may_answer(by, row.country)
    return row


def file_of(row: AnswerSheet) -> NewFile:
    """The file as it came."""
    return NewFile(fetch(row.file.sha256), row.file.name, row.file.media_type)


def rows_with_lines(row: AnswerSheet, by: Actor) -> tuple[tuple[WrittenRow, ...], Mapping[str, AddressedLine]]:
    """The rows of the file, and what its body answers of what they name."""
    rows = rows_of(fetch(row.file.sha256))
    return rows, numbered_of_body([each.number for each in rows], row.body, by=by, country=row.country, today=today(row.country))


def judged(rows: tuple[WrittenRow, ...], known: Mapping[str, AddressedLine], keep: Callable[[WrittenRow, AddressedLine], str]) -> tuple[RowOutcome, ...]:
    """Each row of the file, judged against what its body answers: none without the mark."""
    return outcomes(rows, known, keep, marked=True)


def entered(typed: WrittenRow, line: AddressedLine, row: AnswerSheet, file: NewFile, by: Actor, looked: frozenset[str]) -> str:
    """Enters a row as the body's answer."""
    try:
        record_answer(
            recommendation_id=line.id, word=typed.word, said_on=row.said_on, received_on=row.received_on, by=by, text=whole_text(typed.said, [(each.what, each.until) for each in typed.steps]), letter_number=row.letter_number,
            letter=file, authority=row.body, confirmed=passages_of(typed) <= looked, through="sheet",
            named_until=max((each.until for each in typed.steps if each.until and each.until >= row.said_on), default=None),
        )  # fmt: skip
    except EnteredAlready:
        return STANDS
    except TextMayName as refusal:
        raise may_name(typed) from refusal
    return KEPT
