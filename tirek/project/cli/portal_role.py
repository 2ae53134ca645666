"""`tirek portal-role`: the database role of a portal with a process of its own gets exactly what its pages and forms need; `tirek check` says what it lacks
or may read beyond that.

The one place that names these tables. It never reads a row.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import DatabaseError, connection, transaction

from tirek.project.cli.databases import plain_reason, reach, tables_present
from tirek.project.cli.preparing import refuse_foreign_database, start_django
from tirek.project.cli.steps import step
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import database_settings, read_instance

SETTING = "TIREK_PORTAL_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Right:
    """What the role may do with a table; with these columns alone where there are any."""

    act: str
    table: str
    columns: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The right as a statement names it."""
        columns = f" ({', '.join(self.columns)})" if self.columns else ""
        return f"{self.act}{columns} ON {self.table}"


FILED = ("publications_reply", "publications_changerequest")
LEDGER = ("ledger_entry", "ledger_entryrow", "ledger_node")
NEEDS = (
    *(Right("SELECT", table) for table in ("publications_edition", "publications_editiontheme", "publications_replyrequest", *FILED, "ledger_head", "ledger_node")),
    Right("SELECT", "ledger_entry", ("seq",)),
    Right("SELECT", "ledger_entryrow", ("id", "entry_id", "table", "row")),
    Right("SELECT", "publications_withheld", ("id", "country", "edition_id", "withheld_at", "note", "given_back_at")),
    *(Right("INSERT", table) for table in (*FILED, *LEDGER)),
    Right("UPDATE", "ledger_head"),
)
"""All that public pages and forms need. Who withheld an edition, and why, is for the mechanism alone; so is what an entry tells (an unannounced visit that is
being prepared is one), and the salts with which a guess at a row could be confirmed: to append, no more is read than whether a row has a line already."""


def asked_role() -> tuple[str, str]:
    """The role that the portal's process signs in with, by the setting, and its password; nothing where it has none of its own."""
    given = os.environ.get(SETTING, "")
    told = database_settings(replace(read_instance(), database_url=given)) if given else {}
    return str(told.get("USER", "")), str(told.get("PASSWORD", ""))


def portal_role() -> int:
    """Makes the role if it is not there, and gives it what it needs and nothing else. Raises Trouble."""
    instance = read_instance()
    start_django()
    role, password = asked_role()
    if not role or not instance.database_url:
        raise Trouble(f"{SETTING} names no role of a PostgreSQL server. Set it and DATABASE_URL; the portal's is like postgresql://tirek_portal:…@localhost/tirek")
    if role == connection.settings_dict["USER"]:
        raise Trouble(f"{SETTING} names the same role as DATABASE_URL. Give the portal a role of its own.")
    reach(instance)
    refuse_foreign_database(instance)
    if not tables_present():
        raise Trouble("The database holds no tables yet. Start it once with `tirek run`, then give the portal its role.")
    with step(f"The portal's role {role}"):
        try:
            give(role, password)
        except DatabaseError as error:
            raise Trouble(f"The server refused ({plain_reason(error)}). Run this with a DATABASE_URL whose role owns the tables and may make roles.") from error
    return 0


def give(role: str, password: str = "") -> None:
    """The role with its rights, all or nothing."""
    with transaction.atomic(), connection.cursor() as cursor:
        if not exists(role):
            cursor.execute(f"CREATE ROLE {quoted(role)} LOGIN" + (" PASSWORD %s" if password else ""), [password] if password else None)
        for each in statements(role):
            cursor.execute(each)


def statements(role: str) -> Iterator[str]:
    """What gives the role its rights, after what takes all others of tables."""
    name = quoted(role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}"
    yield f"GRANT CONNECT ON DATABASE {quoted(connection.settings_dict['NAME'])} TO {name}"
    for each in NEEDS:
        columns = f" ({', '.join(map(quoted, each.columns))})" if each.columns else ""
        yield f"GRANT {each.act}{columns} ON {each.table} TO {name}"


def role_faults() -> list[str]:
    """What the portal's role lacks, and what it may read beyond its needs, for `tirek check`: a sentence each, or none."""
    role, _password = asked_role()
    if not role or connection.vendor != "postgresql" or role == connection.settings_dict["USER"] or not tables_present():
        return []
    if not exists(role):
        return [f"The role {role} of {SETTING} is not there: `tirek portal-role` makes it."]
    lost, more = lacking(role), beyond(role)
    said = [f"The portal's role {role} lacks {', '.join(each.words for each in lost)}: `tirek portal-role` gives it what it needs."] if lost else []
    return said + ([f"The portal's role {role} may read more than it needs, of {', '.join(more)}: `tirek portal-role` takes that from it."] if more else [])


def lacking(role: str) -> list[Right]:
    """The rights that a role needs and does not have."""
    return [each for each in NEEDS if not has(role, each)]


def beyond(role: str) -> list[str]:
    """The tables of which a role may read a column that public pages and forms do not need: an earlier version gave it more, or somebody by hand."""
    whole = {each.table for each in NEEDS if each.act == "SELECT" and not each.columns}
    ours = set(connection.introspection.django_table_names()) - whole
    some = {(each.table, column) for each in NEEDS if each.act == "SELECT" for column in each.columns}
    with connection.cursor() as cursor:
        cursor.execute(READABLE, [role])
        found = cursor.fetchall()
    return sorted({table for table, column in found if table in ours and (table, column) not in some})


READABLE = """
SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
AND has_column_privilege(%s, pg_class.oid, attnum, 'SELECT')
"""


def has(role: str, right: Right) -> bool:
    """Whether a role has a right, on the table or on each of its columns."""
    if not right.columns:
        return holds("SELECT has_table_privilege(%s, %s, %s)", role, right.table, right.act)
    return all(holds("SELECT has_column_privilege(%s, %s, %s, %s)", role, right.table, column, right.act) for column in right.columns)


def exists(role: str) -> bool:
    """Whether the server knows the role."""
    return holds("SELECT count(*) > 0 FROM pg_roles WHERE rolname = %s", role)


def holds(question: str, *given: str) -> bool:
    """What the server answers."""
    with connection.cursor() as cursor:
        cursor.execute(question, given)
        return bool(cursor.fetchone()[0])


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return connection.ops.quote_name(name)
