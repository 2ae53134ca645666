"""The instance's database from outside: whether it answers, what it holds, emptying what a failed restore put there. It knows no noun."""

import sqlite3
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection

from tirek.project.cli.troubles import DatabaseRefused, Trouble
from tirek.project.instance import Instance

SECONDS = 5


def reach(instance: Instance) -> None:
    """Opens the database; raises Trouble with the reason and the remedy, never with a password."""
    if instance.database_url:
        reach_server()
        return
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_master")
    except (OperationalError, sqlite3.OperationalError) as error:
        remedy = "Check that the folder can be written and that the disk is not full."
        raise Trouble(f"The database {instance.database} cannot be opened ({error}). {remedy}") from error
    except DatabaseError as error:
        remedy = "Move it away and restore a backup (tirek restore FILE)."
        raise Trouble(f"The database {instance.database} is damaged or is no database ({error}). {remedy}") from error


def reach_server() -> None:
    """One plain connection without the pool, so that the server's own reason is heard and heard soon."""
    import psycopg

    wanted = dict(connection.settings_dict["OPTIONS"])
    wanted.pop("pool", None)
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given: dict[str, Any] = {option: connection.settings_dict[name] for option, name in named.items() if connection.settings_dict[name]}
    try:
        psycopg.connect(**{"connect_timeout": SECONDS, **given, **wanted}).close()
    except psycopg.ProgrammingError as error:
        raise Trouble(f"DATABASE_URL cannot be used ({plain_reason(error)}). Check it; an example: postgresql://tirek:secret@localhost/tirek") from error
    except psycopg.Error as error:
        where = f"{given.get('host', 'localhost')}:{given.get('port', 5432)}"
        remedy = "Check that the server runs and that DATABASE_URL names an existing database and user."
        raise Trouble(f"The database at {where} does not answer ({plain_reason(error)}). {remedy}") from error


def plain_reason(error: Exception) -> str:
    """The driver's own reason, on one line."""
    return " ".join(str(error).split())[:300]


def tables() -> list[str]:
    """Names of all tables in the database."""
    return connection.introspection.table_names()


OBJECTS_OF_A_SERVER = """
    WITH open AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp)' AND nspname NOT IN ('pg_catalog', 'information_schema')),
        brought AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
    SELECT relname FROM pg_class WHERE relnamespace IN (TABLE open) AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
        AND ('pg_class'::regclass, oid) NOT IN (TABLE brought)
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace IN (TABLE open) AND ('pg_proc'::regclass, oid) NOT IN (TABLE brought)
    UNION ALL SELECT typname FROM pg_type WHERE typnamespace IN (TABLE open) AND typtype IN ('d', 'e', 'r')
        AND ('pg_type'::regclass, oid) NOT IN (TABLE brought)
    UNION ALL SELECT 'schema ' || nspname FROM open JOIN pg_namespace USING (oid)
        WHERE nspname <> 'public' AND nspname <> ALL (current_schemas(false)) AND ('pg_namespace'::regclass, oid) NOT IN (TABLE brought)
    UNION ALL SELECT 'large object ' || oid FROM pg_largeobject_metadata
"""
"""What people put into a server's database, in whatever schema; what the server has of itself or an extension brought is nobody's."""
OBJECTS_OF_A_FILE = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"


def objects() -> list[str]:
    """Names of all that lies in the database: tables, views, sequences, functions, types, schemas, whosoever's. Nothing only where it is empty."""
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS_OF_A_SERVER if connection.vendor == "postgresql" else OBJECTS_OF_A_FILE)
        return [str(name) for (name,) in cursor.fetchall()]


def tables_present() -> bool:
    """Whether this database already holds the house's tables."""
    return "ledger_head" in tables()


def newer_migrations() -> list[str]:
    """Migrations of the house that were applied to this database and that this version does not know."""
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    ours = {label for label, _ in loader.disk_migrations}
    return sorted(f"{app}.{name}" for app, name in loader.applied_migrations if app in ours and (app, name) not in loader.disk_migrations)


def behind() -> bool:
    """Whether the tables are of an earlier version of the house: migrations of this one are still to come."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_tables_of_another_version() -> None:
    """Raises Trouble when the tables are not those of this version: it could not read them whole."""
    if behind():
        remedy = "Run this command with that version; or back up with it and start this one once (tirek run), which brings the tables up."
        raise Trouble(f"The tables are of an earlier version of Tirek. {remedy}")
    refuse_newer_database()


def refuse_newer_database() -> None:
    """Raises Trouble when the tables were made by a newer version: an older one would lose what it does not know."""
    newer = newer_migrations()
    if newer:
        raise DatabaseRefused(f"The database was made by a newer version of Tirek ({', '.join(newer)}). Start it with that version.")


def empty(instance: Instance) -> None:
    """Takes all tables away but those that an extension brought. Only for a database that was empty before, or is marked as a demonstration."""
    if not instance.database_url:
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{instance.database}{ending}").unlink(missing_ok=True)
        return
    with connection.cursor() as cursor:
        for table in sorted(set(tables()) & set(objects())):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")


def empty_of_ours() -> None:
    """Takes the house's own tables away from a server's database and leaves every other table."""
    ours = {*connection.introspection.django_table_names(), "django_migrations", str(settings.CACHES["default"]["LOCATION"])}
    with connection.cursor() as cursor:
        for table in sorted(ours & set(tables())):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
