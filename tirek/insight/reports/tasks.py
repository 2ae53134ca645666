"""The work of the reports room: making documents, as a job."""

from uuid import UUID

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.reports.services.documents import KIND, make_documents

__all__ = ["KIND", "documents_work"]


def documents_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes the documents of a report for the person who asked; what that person may not see is not made."""
    by = SYSTEM if arguments["by"] == SYSTEM.id else actor_with_id(arguments["by"])
    made = make_documents(report_id=UUID(arguments["report"]), by=by, step=step)
    return {"made": made.value}
