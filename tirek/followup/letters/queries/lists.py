"""The register as a list. It writes nothing and knows no page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from tirek.followup.letters.codes import IN
from tirek.followup.letters.models import Item, Letter, LetterQuerySet
from tirek.followup.letters.queries.unconfirmed import newest_late
from tirek.foundation.jurisdictions.queries import predecessors_of, today
from tirek.ground.rules.actors import Actor

ORDERS = {
    "": ("-moved_on", "-dated_on", "pk"), "-moved": ("-moved_on", "-dated_on", "pk"), "moved": ("moved_on", "dated_on", "pk"),
    "dated": ("dated_on", "pk"), "-dated": ("-dated_on", "pk"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """How the register is narrowed. `body` also finds letters of the bodies before it; `text` is a part of either number; `unread` leaves letters that came in
    and of which parts wait to be read, or nothing was named; `unconfirmed` letters of transmittal that nobody confirmed, `late` those of them that should have been confirmed until yesterday.
    `out`: what was taken out of the register instead, for the office.
    """

    direction: str = ""
    kind: str = ""
    body: str = ""
    text: str = ""
    unread: bool = False
    unconfirmed: bool = False
    late: bool = False
    out: bool = False
    since: date | None = None
    until: date | None = None


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter in the register. `parts` are the recommendations that it is about, `read` those of which the answer was entered."""

    id: UUID
    direction: str
    kind: str
    body: str
    number: str
    registered_as: str
    dated_on: date
    moved_on: date
    acknowledged_on: date | None
    has_file: bool
    parts: int
    read: int


def letters(
    *, by: Actor, country: str, filters: Filters = NO_FILTERS, order: str = "", start: int = 0, size: int | None = None
) -> tuple[LetterLine, ...]:
    """Some letters of the register. Cost: 2 queries."""
    found = narrowed(by, country, filters).order_by(*ORDERS[order])
    rows = list(found[start : start + size] if size is not None else found[start:])
    parts = Item.objects.filter(letter__in=rows).order_by().values_list("letter").annotate(Count("pk"), Count("answer"))
    told = {key: (every, read) for key, every, read in parts} if rows else {}
    return tuple(line(row, *told.get(row.pk, (0, 0))) for row in rows)


def count(*, by: Actor, country: str, filters: Filters = NO_FILTERS) -> int:
    """How many letters the same list holds. Cost: 1 query."""
    return narrowed(by, country, filters).order_by().count()


def narrowed(by: Actor, country: str, filters: Filters) -> LetterQuerySet:
    """The letters that the reader may see and the filters leave."""
    found = Letter.objects.taken_out(by, country) if filters.out else Letter.objects.visible_to(by, country)
    wanted = {"direction": filters.direction, "kind": filters.kind, "moved_on__gte": filters.since, "moved_on__lte": filters.until}
    found = found.filter(**{column: value for column, value in wanted.items() if value})
    if filters.body:
        found = found.filter(body__in=[filters.body, *predecessors_of(country, filters.body)])
    if filters.text:
        found = found.filter(Q(number__contains=filters.text) | Q(registered_as__contains=filters.text))
    if filters.unread:
        found = found.filter(Q(direction=IN, kind="answer"), Q(items=None) | Q(items__answer=None)).distinct()
    if filters.late:
        found = found.filter(moved_on__lte=newest_late(country, today(country)) or date.min)
    return found.filter(direction="out", kind="transmittal", acknowledged_on=None) if filters.unconfirmed or filters.late else found


def line(row: Letter, parts: int, read: int) -> LetterLine:
    """A row as a line."""
    return LetterLine(
        row.pk, row.direction, row.kind, row.body, row.number, row.registered_as, row.dated_on, row.moved_on, row.acknowledged_on,
        row.file_id is not None, parts, read,
    )  # fmt: skip
