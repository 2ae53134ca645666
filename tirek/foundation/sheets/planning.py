"""What one row would do: make, change, nothing, or be refused; found by doing it and taking it back, so that no rule stands here twice."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from tirek.foundation.ledger.services import rehearsed
from tirek.foundation.sheets.kinds import SheetKind, Values
from tirek.foundation.sheets.naming import REFERENCE
from tirek.foundation.sheets.refusals import RowImpossible
from tirek.foundation.sheets.rows import Row, subject_of
from tirek.foundation.sheets.sentences import Kept, kept
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound, Refusal
from tirek.ground.rules.sheet_columns import differing
from tirek.ground.rules.sheet_refusals import CellMissing, ReferenceMissing, StillUsed


@dataclass(frozen=True, slots=True)
class Plan:
    """What a row would do. `held` is what is there now, `changes` what it would write; `faults` why it is refused."""

    would: str
    subject: UUID | None = None
    held: Values | None = None
    changes: Values | None = None
    faults: tuple[Kept, ...] = ()
    reference: str = ""


def planned(kind: SheetKind, row: Row, by: Actor, country: str) -> Plan:
    """What the row would do, by its values alone; whether the room refuses it, `refusal_of` finds."""
    if row.faults:
        return Plan("refused", faults=row.faults)
    if kind.by_reference and not row.reference:
        return Plan("refused", faults=(kept(ReferenceMissing(), REFERENCE.key),))
    try:
        subject = subject_of(kind, row.reference, by, country) if kind.by_reference else kind.find(row.values, by, country)
    except Refusal as refusal:
        return Plan("refused", faults=(kept(refusal),))
    if subject is None:
        missing = [column.key for column in kind.columns(country) if column.needed and row.values.get(column.key) is None]
        faults = tuple(kept(CellMissing(), key) for key in missing)
        given = {key: value for key, value in row.values.items() if value is not None}
        return Plan("refused", faults=faults) if faults else Plan("made", changes=given, reference=row.reference)
    held = kind.held([subject], by, country)[subject]
    found = differing(held, row.values)
    return Plan("changed" if found else "same", subject, held, {key: new for key, (_old, new) in found.items()})


def carried_out(kind: SheetKind, plan: Plan, *, by: Actor, country: str, names_nobody: str) -> UUID:
    """Makes or changes what the plan says; answers the thing. Called within a transaction. Raises what the room refuses."""
    assert plan.changes is not None
    try:
        with transaction.atomic():
            if plan.subject is None:
                return kind.make(plan.changes, reference=plan.reference, by=by, country=country, names_nobody=names_nobody)
            kind.change(plan.subject, plan.held or {}, plan.changes, by=by, country=country, names_nobody=names_nobody)
            return plan.subject
    except IntegrityError as error:
        raise RowImpossible from error


def refusal_of(work: Callable[[], object]) -> Refusal | None:
    """Does the work and takes it back; answers what was refused. It holds the database's lock for as long as the work takes."""
    try:
        with rehearsed():
            work()
    except Refusal as refusal:
        return refusal
    return None


def unmade(kind: SheetKind, thing: UUID, *, by: Actor, country: str) -> None:
    """Takes away what an import made. Raises StillUsed where something hangs on it, also by the database's own word."""
    try:
        with transaction.atomic():
            kind.unmake(thing, by=by, country=country)
    except (IntegrityError, NotFound) as error:
        raise StillUsed from error
