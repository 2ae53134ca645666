"""Trying a sheet: what each row would make, change or be refused for, found out without leaving a trace."""

from collections import Counter
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from tirek.foundation.jobs.kinds import Step
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.sheets.kinds import SheetKind, sheet_kind
from tirek.foundation.sheets.models import Line, Sheet
from tirek.foundation.sheets.planning import Plan, carried_out, planned, refusal_of
from tirek.foundation.sheets.reach import moved, sheet_for
from tirek.foundation.sheets.rows import Row, label_of, rows_of
from tirek.foundation.sheets.sentences import kept
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import REASON_LIMIT, PassagesUndecided, ReasonNames
from tirek.ground.rules.sheet_columns import to_plain
from tirek.ground.rules.sheet_refusals import ReferenceTwice, RowTwice

AT_ONCE = 200
PASSAGES = frozenset({PassagesUndecided.code, ReasonNames.code})
TRYING = _("Rows are tried")


def try_sheet(*, sheet_id: UUID, by: Actor, names_nobody: str | None = None) -> Recorded[UUID]:
    """Has each row tried by a job. `names_nobody`: why passages of its rows stay that could name somebody; None leaves what was said.

    Raises NotFound, IllegalMove, StillWorking.
    """
    with record("sheet.tried", by=by, subject=("sheet", sheet_id)) as entry:
        row = sheet_for(sheet_id, by)
        moved(row, "try")
        if names_nobody is not None:
            row.names_nobody = names_nobody.strip()[:REASON_LIMIT]
        arguments = {"sheet": str(row.pk), "by": by.id, "language": get_language() or "en"}
        row.job = enqueue(kind_name="sheets.try", arguments=arguments, by=by, country=row.country)
        row.save()
        return entry.of(row.pk)


def try_rows(*, sheet_id: UUID, by: Actor, step: Step) -> dict[str, int]:
    """The job: tries every row and keeps what it would do. Answers how many of each kind. Cost: one short transaction a row."""
    sheet = Sheet.objects.get(pk=sheet_id)
    kind = sheet_kind(sheet.kind)
    rows = rows_of(sheet, by)
    Line.objects.filter(sheet=sheet).delete()
    seen: dict[str, int] = {}
    counted: Counter[str] = Counter()
    work = iter(rows)
    while some := list(islice(work, AT_ONCE)):
        lines = [tried(kind, sheet, row, seen, by) for row in some]
        counted.update(line.would for line in lines)
        Line.objects.bulk_create(lines)
        step(sum(counted.values()), len(rows), TRYING)
    with transaction.atomic(), record("sheet.told", by=by, subject=("sheet", sheet_id), country=sheet.country):
        sheet = Sheet.objects.select_for_update(no_key=True).get(pk=sheet_id)
        moved(sheet, "tell")
        sheet.save()
    return dict(counted)


def tried(kind: SheetKind, sheet: Sheet, row: Row, seen: dict[str, int], by: Actor) -> Line:
    """One row as a line. `seen`: what the rows above it tell of."""
    plan = planned(kind, row, by, sheet.country)
    name = row.reference or str(plan.subject or "") or kind.told_of(row.values)
    if plan.would != "refused" and name and name in seen:
        twice = kept(ReferenceTwice(reference=name, row=seen[name]), "reference") if kind.by_reference else kept(RowTwice(row=seen[name]))
        plan = Plan("refused", faults=(twice,))
    elif name:
        seen[name] = row.number
    if plan.would in {"made", "changed"}:
        refused = refusal_of(lambda: carried_out(kind, plan, by=by, country=sheet.country, names_nobody=sheet.names_nobody))
        plan = Plan("refused", plan.subject, faults=(kept(refused),)) if refused else plan
    held = plan.held or {}
    return Line(
        sheet=sheet, number=row.number, would=plan.would, reference=row.reference, label=label_of(kind, row, sheet.mapping), subject=plan.subject,
        faults=list(plan.faults), changes={key: [to_plain(held.get(key)), to_plain(value)] for key, value in (plan.changes or {}).items()},
        wants_reason=any(each["code"] in PASSAGES for each in plan.faults),
    )  # fmt: skip
