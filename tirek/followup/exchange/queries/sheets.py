"""What a body's spreadsheet holds: what awaits its answer, with what is prepared already, and a mark in each row. It writes nothing and knows no file format."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language

from tirek.followup.exchange.models import Reply
from tirek.followup.exchange.queries.body import reply_facts
from tirek.followup.exchange.reach import replies
from tirek.followup.exchange.sheets.marking import values_of
from tirek.followup.exchange.sheets.phrases import PHRASES
from tirek.followup.exchange.sheets.writing import MOST, SheetRow, TakenRow
from tirek.followup.recommendations.queries import AddressedLine, BodyFilters, addressed, lines_for_body
from tirek.foundation.ledger.marks import marked
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.reply_states import TO_PREPARE


def sheet_rows(*, by: Actor, country: str, today: date) -> tuple[SheetRow, ...]:
    """What awaits an answer of the reader's bodies, at most a thousand, the earliest due first, with what is prepared. Cost: 6 queries."""
    lines = addressed(by=by, country=country, today=today, filters=BodyFilters(awaiting=True), size=MOST)
    held = {row.recommendation_id: row for row in replies(country, by).being_prepared().filter(recommendation__in=[each.id for each in lines]).prefetch_related("steps", "files__file")}
    return tuple(row_of(each, held.get(each.id), by) for each in lines)


def sheet_rows_of_body(body: str, *, by: Actor, country: str, today: date) -> tuple[SheetRow, ...]:
    """The same for a body to which the office hands the file on a memory stick: without anything that its people prepare. Raises NotAllowed. Cost: 3 queries."""
    return tuple(row_of(each, None, by) for each in lines_for_body(body, by=by, country=country, today=today, size=MOST))


def row_of(line: AddressedLine, held: Reply | None, by: Actor) -> SheetRow:
    """A recommendation as a row."""
    reader = (get_language() or "en")[:2]
    prepared = reply_facts(held, by) if held else None
    return SheetRow(
        line.number, line.text.best(reader), line.place_name.best(reader), line.due_on, word_in(line.word, reader),
        prepared.word if prepared else "", prepared.text if prepared else "", tuple((each.what, each.until) for each in (prepared.steps if prepared else ())),
        prepared.revision if prepared else 0, marked(values_of(line.id, line.text)),
    )  # fmt: skip


def word_in(code: str, language: str) -> str:
    """What a body said last, in the words of the sheet; nothing where it said nothing yet."""
    return PHRASES.say(f"word_{code}", language) if code in TO_PREPARE else ""


def taken_rows(answers: Iterable[tuple[str, str, date]], language: str) -> tuple[TakenRow, ...]:
    """Recorded answers as rows of the receipt: number, word, day."""
    return tuple(TakenRow(number, word_in(word, language), said_on) for number, word, said_on in answers)
