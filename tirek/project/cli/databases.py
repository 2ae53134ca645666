"""The instance's database from outside: whether it answers, what it holds, emptying what a failed restore put there. It knows no noun."""

import sqlite3
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection

from tirek.project.cli.troubles import Trouble
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


def tables_present() -> bool:
    """Whether this database already holds the house's tables."""
    return "ledger_head" in tables()


def newer_migrations() -> list[str]:
    """Migrations of the house that were applied to this database and that this version does not know."""
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    ours = {label for label, _ in loader.disk_migrations}
    return sorted(f"{app}.{name}" for app, name in loader.applied_migrations if app in ours and (app, name) not in loader.disk_migrations)


def empty(instance: Instance) -> None:
    """Takes all tables away. Only for a database that was empty before, or is marked as a demonstration."""
    if not instance.database_url:
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{instance.database}{ending}").unlink(missing_ok=True)
        return
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")


def empty_of_ours() -> None:
    """Takes the house's own tables away from a server's database and leaves every other table."""
    ours = {*connection.introspection.django_table_names(), "django_migrations", str(settings.CACHES["default"]["LOCATION"])}
    with connection.cursor() as cursor:
        for table in sorted(ours & set(tables())):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
