"""The jobs of this room: thin, for the person who asked, in the language in which it was asked."""

from uuid import UUID

from django.utils.translation import override

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.people.queries import actor_with_id
from tirek.foundation.sheets.services import apply_rows, make_list, try_rows, undo_rows
from tirek.ground.rules.actors import SYSTEM, Actor


def asking(arguments: Arguments) -> Actor:
    """Who asked, with the rights of now."""
    return SYSTEM if arguments["by"] == SYSTEM.id else actor_with_id(arguments["by"])


def try_work(arguments: Arguments, step: Step) -> Arguments:
    """Tries the rows of a sheet."""
    with override(arguments["language"]):
        return dict(try_rows(sheet_id=UUID(arguments["sheet"]), by=asking(arguments), step=step))


def apply_work(arguments: Arguments, step: Step) -> Arguments:
    """Enters the good rows of a sheet."""
    with override(arguments["language"]):
        return dict(apply_rows(sheet_id=UUID(arguments["sheet"]), by=asking(arguments), step=step))


def undo_work(arguments: Arguments, step: Step) -> Arguments:
    """Takes back what a sheet entered."""
    with override(arguments["language"]):
        return dict(undo_rows(sheet_id=UUID(arguments["sheet"]), by=asking(arguments), step=step))


def export_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes a list as a file."""
    with override(arguments["language"]):
        make_list(list_id=UUID(arguments["list"]), by=asking(arguments), step=step)
    return {}
