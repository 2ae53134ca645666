"""Taking an import back as a whole: what it made goes, what it changed is written back; what was used or changed since stays and says so."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import SheetKind, Values, sheet_kind
from tirek.foundation.sheets.models import Applied, Line, Reference, Sheet
from tirek.foundation.sheets.naming import all_columns
from tirek.foundation.sheets.planning import unmade
from tirek.foundation.sheets.reach import moved, sheet_for
from tirek.foundation.sheets.refusals import NothingStays
from tirek.foundation.sheets.sentences import kept
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.sheet_columns import from_plain
from tirek.ground.rules.sheet_refusals import ChangedSince

UNDOING = _("Rows are taken back")
AT_ONCE = 20


def undo_sheet(*, sheet_id: UUID, by: Actor) -> Recorded[UUID]:
    """Has everything that a sheet entered taken back by a job; once more, what had stayed. Raises NotFound, IllegalMove, StillWorking, NothingStays."""
    with record("sheet.undoing", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        if row.state == "undone" and not row.applied.filter(undone=False).exists():
            raise NothingStays
        moved(row, "undo")
        arguments = {"sheet": str(row.pk), "by": by.id, "language": get_language() or "en"}
        row.job = enqueue(kind_name="sheets.undo", arguments=arguments, by=by, country=row.country)
        row.save()
        return entry.of(row.pk)


def undo_rows(*, sheet_id: UUID, by: Actor, step: Step) -> dict[str, int]:
    """The job: the last row first. Answers how many rows were taken back and how many stay."""
    sheet = Sheet.objects.get(pk=sheet_id)
    kind = sheet_kind(sheet.kind)
    rows = list(Applied.objects.filter(sheet=sheet, undone=False).order_by("-number"))
    lines = {line.number: line for line in sheet.lines.all()}
    for start in range(0, len(rows), AT_ONCE):
        step(start, len(rows), UNDOING)
        some = rows[start : start + AT_ONCE]
        with record("sheet.rows-taken-back", by=by, subject=("sheet", sheet_id), country=sheet.country):
            for applied in some:
                undo_row(sheet, kind, applied, lines[applied.number], by)
            Line.objects.bulk_update([lines[each.number] for each in some], ["done", "faults"])
    with record("sheet.undone", by=by, subject=("sheet", sheet_id), country=sheet.country):
        sheet = Sheet.objects.select_for_update(no_key=True).get(pk=sheet_id)
        moved(sheet, "finish_undoing")
        sheet.save()
    step(len(rows), len(rows), UNDOING)
    stay = sheet.applied.filter(undone=False).count()
    return {"undone": sheet.applied.count() - stay, "stay": stay}


def undo_row(sheet: Sheet, kind: SheetKind, applied: Applied, line: Line, by: Actor) -> None:
    """One row; why it stays is told beside its line."""
    try:
        with transaction.atomic():
            held = unchanged(sheet, kind, applied, by)
            if applied.made:
                unmade(kind, applied.subject, by=by, country=sheet.country)
                Reference.objects.filter(country=sheet.country, kind=kind.name, subject=applied.subject).delete()
            else:
                before = as_values(sheet, kind, applied.before)
                kind.change(applied.subject, held, before, by=by, country=sheet.country, names_nobody=sheet.names_nobody)
            applied.undone = True
            applied.save()
            line.done, line.faults = False, []
    except Refusal as refusal:
        line.faults = [kept(refusal)]


def unchanged(sheet: Sheet, kind: SheetKind, applied: Applied, by: Actor) -> Values:
    """What stands there now. Raises ChangedSince where it is something else than the import wrote."""
    held = kind.held([applied.subject], by, sheet.country).get(applied.subject)
    if held is None or any(held.get(key) != value for key, value in as_values(sheet, kind, applied.after).items()):
        raise ChangedSince
    return held


def as_values(sheet: Sheet, kind: SheetKind, kept: dict[str, object]) -> Values:
    """Values as they were kept."""
    columns = {column.key: column for column in all_columns(kind, sheet.country)}
    return {key: from_plain(columns[key], value) for key, value in kept.items() if key in columns}
