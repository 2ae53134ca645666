"""The work of the claims room: reading the figures of a source, as a job."""

from uuid import UUID

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.services.proposing import KIND, make_proposals

__all__ = ["KIND", "propose_work"]


def propose_work(arguments: Arguments, step: Step) -> Arguments:
    """Reads the figures of a source for the person who asked."""
    by = SYSTEM if arguments["by"] == SYSTEM.id else actor_with_id(arguments["by"])
    return {"figures": make_proposals(source_id=UUID(arguments["source"]), by=by, step=step).value}
