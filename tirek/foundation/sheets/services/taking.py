"""Taking a list out as a file: asked for with a purpose, which the ledger keeps; made by a job; removed after a day."""

from collections.abc import Iterable
from itertools import chain
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.listing import headings, mark, meanings, rows
from tirek.foundation.sheets.models import TakenOut
from tirek.foundation.sheets.outside import folder, path_of, put_in_place, remove_old
from tirek.foundation.sheets.policies import check_may_take
from tirek.foundation.sheets.writing import Table, write_csv, write_workbook
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound

ENDINGS = ("xlsx", "csv")
WRITING = _("Rows are written")


def ask_for_list(*, kind: str, ending: str, purpose: str, country: str, by: Actor) -> Recorded[UUID]:
    """Has a list made by a job, cut to what the person may see when it is made. `purpose` is a code without names. Answers its id.

    Raises NotAllowed, NotFound for an unknown kind or ending.
    """
    known = sheet_kind(kind)
    check_may_take(known, by, country)
    if ending not in ENDINGS:
        raise NotFound
    with record("list.asked-for", by=by, country=country, purpose=purpose) as entry:
        row = TakenOut(kind=kind, ending=ending, country=country, asked_by=by.id, asked_at=timezone.now())
        arguments = {"list": str(row.pk), "by": by.id, "language": get_language() or "en"}
        row.job = enqueue(kind_name="sheets.export", arguments=arguments, by=by, country=country)
        row.save()
        entry.about("list", row.pk)
        return entry.of(row.pk)


def make_list(*, list_id: UUID, by: Actor, step: Step) -> None:
    """The job: writes the file beside its place and then puts it there."""
    row = TakenOut.objects.get(pk=list_id)
    kind = sheet_kind(row.kind)
    check_may_take(kind, by, row.country)
    draft = folder() / f".{uuid4()}"
    try:
        top = [*mark(row.country), list[object](headings(kind, row.country))]
        found = rows(kind, by=by, country=row.country, step=lambda done, total, words="": step(done, total, WRITING))
        if row.ending == "csv":
            write_csv(draft, chain(top, found))
        else:
            write_workbook(draft, tables(kind, row.country, top, found))
        put_in_place(draft, path_of(row.pk, row.ending))
    finally:
        draft.unlink(missing_ok=True)


def tables(kind: SheetKind, country: str, top: list[list[object]], found: Iterable[list[object]]) -> list[Table]:
    """The list, and beside it what its columns mean."""
    return [
        Table(gettext(kind.words), chain(top, found), widths=[18] * len(top[-1]), heading=len(top) - 1),
        Table(gettext("What the columns mean"), meanings(kind, country), widths=[28, 20, 60, 50]),
    ]


def remove_old_lists() -> int:
    """Removes files that nobody fetched within a day. Run by the clock."""
    return remove_old()
