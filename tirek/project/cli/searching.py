"""`tirek search rebuild` and `tirek search check`: the index that the search asks, made anew or compared with the rows."""

from tirek.project.cli.databases import reach, refuse_tables_of_another_version, tables_present
from tirek.project.cli.folders import check_folder
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import counting, say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance


def rebuild() -> int:
    """Makes the index anew while the house goes on working. 0 when it is done; stopped before, it is begun again by the next call or the next start."""
    ready()
    from tirek.foundation.search.services import rebuild as make_anew

    with step("What can be searched"):
        changed = make_anew(counting("things"))
    say(f"The index is whole. It said otherwise of {changed:,} things.")
    return 0


def check() -> int:
    """0 when the index says of everything what the rows say, else 1."""
    ready()
    from tirek.foundation.search.queries import check as compare
    from tirek.foundation.search.queries import whole

    told = compare(counting("things"))
    say(f"{told.things:,} things compared: {told.missing:,} are missing, {told.otherwise:,} are told otherwise, {told.gone:,} stand there no more.")
    if told.agree and whole():
        say("The index is whole.")
        return 0
    say("The index is not whole. Make it anew: tirek search rebuild")
    return 1


def ready() -> None:
    """The instance's database is reached and has this version's tables. Raises Trouble."""
    instance = read_instance()
    check_folder(instance)
    start_django()
    reach(instance)
    if not tables_present():
        raise Trouble(f"There is nothing to search in {instance.folder} yet. DATA_DIR and DEMO choose another folder.")
    refuse_tables_of_another_version()
