"""Applying a sheet: some good rows are one transaction; a killed worker's job goes on with the rows that are not done."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.models import Applied, Line, Reference, Sheet
from tirek.foundation.sheets.planning import Plan, carried_out, planned
from tirek.foundation.sheets.reach import moved, sheet_for
from tirek.foundation.sheets.refusals import NothingToApply, RowImpossible
from tirek.foundation.sheets.rows import Row, rows_of
from tirek.foundation.sheets.sentences import kept
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import Refusal
from tirek.ground.rules.sheet_columns import to_plain

APPLYING = _("Rows are entered")
AT_ONCE = 20
"""Rows that are one transaction: a killed worker leaves none of them half, and the database's lock is held for their time."""


def apply_sheet(*, sheet_id: UUID, by: Actor) -> Recorded[UUID]:
    """Has the good rows entered by a job; the others stay as they are told. Raises NotFound, IllegalMove, StillWorking, NothingToApply."""
    with record("sheet.applying", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        moved(row, "apply")
        if not row.lines.filter(would__in=("made", "changed"), done=False).exists():
            raise NothingToApply
        arguments = {"sheet": str(row.pk), "by": by.id, "language": get_language() or "en"}
        row.job = enqueue(kind_name="sheets.apply", arguments=arguments, by=by, country=row.country)
        row.save()
        return entry.of(row.pk)


def apply_rows(*, sheet_id: UUID, by: Actor, step: Step) -> dict[str, int]:
    """The job: enters the rows that are not done yet. Answers how many were entered and how many were refused at the last moment."""
    sheet = Sheet.objects.get(pk=sheet_id)
    kind = sheet_kind(sheet.kind)
    rows = {row.number: row for row in rows_of(sheet, by)}
    lines = list(sheet.lines.filter(would__in=("made", "changed"), done=False))
    total = sheet.lines.filter(would__in=("made", "changed")).count()
    done = total - len(lines)
    while some := lines[:AT_ONCE]:
        del lines[:AT_ONCE]
        step(done, total, APPLYING)
        with record("sheet.rows-entered", by=by, subject=("sheet", sheet_id), country=sheet.country):
            for line in some:
                apply_row(sheet, kind, line, rows[line.number], by)
            Line.objects.bulk_update(some, ["would", "done", "subject", "faults"])
        done += len(some)
    with record("sheet.applied", by=by, subject=("sheet", sheet_id), country=sheet.country):
        sheet = Sheet.objects.select_for_update(no_key=True).get(pk=sheet_id)
        moved(sheet, "finish")
        sheet.save()
    step(total, total, APPLYING)
    return {"entered": sheet.lines.filter(done=True).count(), "refused": sheet.lines.filter(would="refused").count()}


def apply_row(sheet: Sheet, kind: SheetKind, line: Line, row: Row, by: Actor) -> None:
    """One row, by what is there now: what changed since the trial counts. A refusal stays with the line and undoes the row alone."""
    try:
        with transaction.atomic():
            plan = planned(kind, row, by, sheet.country)
            if plan.would == "refused":
                line.would, line.faults = "refused", list(plan.faults)
            elif plan.would == "same":
                line.would, line.subject = "same", plan.subject
            else:
                enter(sheet, kind, line, plan, by)
    except Refusal as refusal:
        line.would, line.done, line.faults = "refused", False, [kept(refusal)]
    except IntegrityError:
        line.would, line.done, line.faults = "refused", False, [kept(RowImpossible())]


def enter(sheet: Sheet, kind: SheetKind, line: Line, plan: Plan, by: Actor) -> None:
    """Makes or changes, and keeps what was before and after: of a new thing all that stands there now, so that any later change is seen."""
    held, changes = plan.held or {}, plan.changes or {}
    thing = carried_out(kind, plan, by=by, country=sheet.country, names_nobody=sheet.names_nobody)
    after = kind.held([thing], by, sheet.country).get(thing, changes) if plan.would == "made" else changes
    if plan.would == "made" and line.reference:
        Reference(kind=kind.name, country=sheet.country, reference=line.reference, subject=thing).save()
    Applied(
        sheet=sheet, country=sheet.country, number=line.number, subject=thing, made=plan.would == "made",
        before={key: to_plain(held.get(key)) for key in changes}, after={key: to_plain(value) for key, value in after.items()},
    ).save()  # fmt: skip
    line.would, line.done, line.subject = plan.would, True, thing
