"""Taking a list out as a file: asked for with a purpose, which the ledger keeps; made by a job; removed after a day."""

from collections.abc import Iterable, Sequence
from itertools import chain
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.jurisdictions.queries import in_zone
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import sheet_kind
from tirek.foundation.sheets.listing import headings, mark, meanings, rows
from tirek.foundation.sheets.models import TakenOut
from tirek.foundation.sheets.outside import folder, path_of, put_in_place, remove_old
from tirek.foundation.sheets.policies import check_may_take
from tirek.foundation.sheets.shown import NAME, TEXT, USUAL, shown_list
from tirek.foundation.sheets.writing import Table, write_csv, write_workbook
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound

ENDINGS = ("xlsx", "csv")
WRITING = _("Rows are written")


def ask_for_list(*, kind: str, ending: str, purpose: str, country: str, by: Actor, query: str | None = None) -> Recorded[UUID]:
    """Has a list made by a job, cut to what the person may see when it is made. `purpose` is a code without names. Answers its id.

    With a `query` the file holds what the desk's list of that key shows under it; else everything under the columns that come in again.
    Raises NotAllowed, NotFound for an unknown kind or ending, and what refuses a filter that says nothing.
    """
    if query is None:
        check_may_take(sheet_kind(kind), by, country)
    else:
        shown_list(kind, query, by=by, country=country)
    if ending not in ENDINGS:
        raise NotFound
    with record("list.asked-for", by=by, country=country, purpose=purpose) as entry:
        row = TakenOut(kind=kind, shown=query is not None, query=query or "", ending=ending, country=country, asked_by=by.id, asked_at=timezone.now())
        arguments = {"list": str(row.pk), "by": by.id, "language": get_language() or "en"}
        row.job = enqueue(kind_name="sheets.export", arguments=arguments, by=by, country=country)
        row.save()
        entry.about("list", row.pk)
        return entry.of(row.pk)


def make_list(*, list_id: UUID, by: Actor, step: Step) -> None:
    """The job: writes the file beside its place and then puts it there."""
    row = TakenOut.objects.get(pk=list_id)
    draft = folder() / f".{uuid4()}"
    try:
        with in_zone(row.country):
            main, *beside = (tables_as_shown if row.shown else tables)(row, by, lambda done, total, words="": step(done, total, WRITING))
            if row.ending == "csv":
                write_csv(draft, main.rows)
            else:
                write_workbook(draft, [main, *beside])
        put_in_place(draft, path_of(row.pk, row.ending))
    finally:
        draft.unlink(missing_ok=True)


def tables(row: TakenOut, by: Actor, step: Step) -> list[Table]:
    """The list under the columns that come in again, and beside it what they mean."""
    kind = sheet_kind(row.kind)
    check_may_take(kind, by, row.country)
    found = rows(kind, by=by, country=row.country, step=step)
    return [
        table(gettext(kind.words), row.country, headings(kind, row.country), found),
        Table(gettext("What the columns mean"), meanings(kind, row.country), widths=[28, 20, 60, 50]),
    ]


def tables_as_shown(row: TakenOut, by: Actor, step: Step) -> list[Table]:
    """The list as the desk shows it, and beside it how it was narrowed and what happened to its things."""
    shown = shown_list(row.kind, row.query, by=by, country=row.country)
    about = [(gettext("Made on"), timezone.localdate(row.asked_at)), *shown.told()]
    past = shown.past(step) if row.ending != "csv" else None
    return [
        table(shown.title, row.country, shown.headings, shown.rows(step), shown.widths),
        Table(gettext("What this file is"), about, widths=[40, 80], heading=None),
        *([table(past[0], row.country, past[1], past[2], [NAME, *[USUAL] * (len(past[1]) - 2), TEXT])] if past else []),
    ]


def table(name: str, country: str, heads: list[str], found: Iterable[list[object]], widths: Sequence[int] = ()) -> Table:
    """Rows under their headings; of an invented country a line before them says that it is one."""
    top = [*mark(country), list[object](heads)]
    return Table(name, chain(top, found), widths=widths or [USUAL] * len(heads), heading=len(top) - 1)


def remove_old_lists() -> int:
    """Removes files that nobody fetched within a day. Run by the clock."""
    return remove_old()
