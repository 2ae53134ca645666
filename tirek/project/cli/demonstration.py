"""`tirek demo remove`: takes the demonstration away, whole. It never touches the folder or database of real records."""

import os
import shutil

from tirek.project.cli.databases import empty_of_ours, reach, tables_present
from tirek.project.cli.folders import held
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance, read_instance


def remove(*, sure: bool) -> int:
    """Deletes the demonstration's folder, and its tables when it lives in DATABASE_URL. 1 when the person said no."""
    os.environ["DEMO"] = "1"
    instance = read_instance()
    if not instance.folder.exists() and not instance.database_url:
        say("There is no demonstration here.")
        return 0
    if not sure and not agreed(f"Delete the demonstration in {instance.folder}? Type yes: "):
        say("Nothing was deleted.")
        return 1
    instance.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with held(instance, "demo remove"):
        if instance.database_url:
            remove_tables(instance)
        with step(f"Deleting {instance.folder}"):
            remove_folder(instance)
    return 0


def agreed(question: str) -> bool:
    """Whether the person typed yes; without a terminal nobody did."""
    try:
        return input(question).strip() == "yes"
    except EOFError:
        say("")
        return False


def remove_folder(instance: Instance) -> None:
    """The folder with all that lies in it; raises Trouble when something stays."""
    try:
        shutil.rmtree(instance.folder)
    except OSError as error:
        raise Trouble(f"{instance.folder} could not be deleted whole ({error.strerror}: {error.filename}). Delete it by hand.") from error


def remove_tables(instance: Instance) -> None:
    """Drops the house's tables of a database that is marked demonstration; raises Trouble for any other. What else lies there stays."""
    start_django()
    from tirek.foundation.people.queries import edition_of_database

    reach(instance)
    if not tables_present():
        return
    if edition_of_database() != "demonstration":
        raise Trouble("The database of DATABASE_URL is not marked as a demonstration. Nothing was deleted.")
    with step("Dropping the demonstration's tables"):
        empty_of_ours()
