"""The work of the letters room: making the files of a letter, as a job. It knows no rule."""

from uuid import UUID

from tirek.followup.letters.services.writing import KIND, make_paper
from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.ground.rules.actors import SYSTEM

__all__ = ["KIND", "paper_work"]


def paper_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes the files of a letter for the person who asked, with the rights of now."""
    step(0, 1, "Making the documents")
    by = SYSTEM if arguments["by"] == SYSTEM.id else actor_with_id(arguments["by"])
    return {"paper": str(make_paper(paper_id=UUID(arguments["paper"]), by=by).value)}
