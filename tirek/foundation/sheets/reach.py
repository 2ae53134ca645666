"""The sheet that a verb is about, locked; and its next state. Shared by the services; it opens no act of its own."""

from uuid import UUID

from tirek.foundation.jobs.queries import is_open
from tirek.foundation.sheets.models import Sheet
from tirek.foundation.sheets.policies import kinds_to_bring
from tirek.foundation.sheets.refusals import StillWorking
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_states import SHEET


def sheet_for(sheet_id: UUID, by: Actor) -> Sheet:
    """The locked sheet, for somebody who may bring such ones in. Raises NotFound, also where it may not be seen."""
    found = Sheet.objects.filter(pk=sheet_id).select_for_update(no_key=True).first()
    if found is None or found.kind not in {kind.name for kind in kinds_to_bring(by, found.country)}:
        raise NotFound
    return found


def moved(sheet: Sheet, verb: str) -> None:
    """Takes the sheet on. Raises IllegalMove, and StillWorking while a job works on it."""
    state = SHEET.after(sheet.state, verb)
    if verb not in {"tell", "finish", "finish_undoing"} and sheet.job and is_open(sheet.job):
        raise StillWorking
    sheet.state = state
