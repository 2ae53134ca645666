"""`tirek demo remove`: takes the demonstration away, whole. It never touches the folder or database of real records."""

import os
import shutil

from tirek.project.cli.preparing import start_django, tables_present
from tirek.project.cli.steps import say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import read_instance


def remove(*, sure: bool) -> int:
    """Deletes the demonstration's folder, and its tables when it lives in DATABASE_URL."""
    instance = read_instance({**os.environ, "DEMO": "1"})
    if not instance.folder.exists() and not instance.database_url:
        say("There is no demonstration here.")
        return 0
    if not sure and input(f"Delete the demonstration in {instance.folder}? Type yes: ").strip() != "yes":
        say("Nothing was deleted.")
        return 1
    if instance.database_url:
        remove_tables()
    with step(f"Deleting {instance.folder}"):
        shutil.rmtree(instance.folder, ignore_errors=True)
    return 0


def remove_tables() -> None:
    """Drops all tables of a database that is marked demonstration; raises Trouble for any other."""
    start_django()
    from django.db import connection

    from tirek.foundation.people.queries import edition_of_database

    if not tables_present():
        return
    if edition_of_database() != "demonstration":
        raise Trouble("The database of DATABASE_URL is not marked as a demonstration. Nothing was deleted.")
    with step("Dropping the demonstration's tables"), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
