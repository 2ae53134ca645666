"""The work of the reports room: making documents, trying the rows of answers, as jobs."""

from uuid import UUID

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.ground.rules.actors import SYSTEM, Actor
from tirek.insight.reports.answers.trying import try_rows
from tirek.insight.reports.services.answers import TRIAL
from tirek.insight.reports.services.documents import KIND, make_documents

__all__ = ["KIND", "TRIAL", "answers_work", "documents_work"]


def asking(arguments: Arguments) -> Actor:
    """Who asked, with the rights of now."""
    return SYSTEM if arguments["by"] == SYSTEM.id else actor_with_id(arguments["by"])


def documents_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes the documents of a report for the person who asked; what that person may not see is not made."""
    made = make_documents(report_id=UUID(arguments["report"]), by=asking(arguments), step=step)
    return {"made": made.value}


def answers_work(arguments: Arguments, step: Step) -> Arguments:
    """Tries the rows of a form that came back, for the person who asked."""
    return dict(try_rows(sheet_id=UUID(arguments["sheet"]), by=asking(arguments), step=step))
