"""The tables that a first start makes at once are those to which the migrations lead."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from tirek.foundation.ledger.acts import unguarded
from tirek.project.cli.tables import make_at_once


def by_migrations() -> None:
    """All migrations, one after the other, whatever the tests' own command does."""
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def drawing() -> dict[str, Any]:
    """Tables, columns, constraints and indexes as the database tells them, in no order; the migrations noted, and tables that hold rows."""
    noted = set(MigrationRecorder(connection).applied_migrations())
    drawn = {"noted": noted, "filled": filled()}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
            return {**drawn, **{name: parts_of(sql) for name, sql in cursor.fetchall()}}
        cursor.execute("SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()")
        indexes = cursor.fetchall()
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace"
        )
        constraints = cursor.fetchall()
        cursor.execute(
            "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity "
            "FROM information_schema.columns WHERE table_schema = current_schema()"
        )
        columns = cursor.fetchall()
        cursor.execute("SELECT current_schema()")
        [schema] = cursor.fetchone()
    plain = [tuple(str(each).replace(f"{schema}.", "") for each in row) for row in [*indexes, *constraints, *columns]]
    return {**drawn, "all": sorted(plain)}


def filled() -> set[str]:
    """Tables with rows, save those that Django fills by itself after either way."""
    found = set()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT 1 FROM "{name}" LIMIT 1')
            if cursor.fetchone():
                found.add(name)
    assert "django_migrations" in found
    return found - {"django_migrations", "django_content_type", "auth_permission"}


def parts_of(sql: str) -> list[str]:
    """A table's columns and constraints; a column that came later stands last, which says nothing."""
    head, _, inner = sql.partition("(")
    parts, depth, begun = [head.strip()], 0, 0
    for place, sign in enumerate(inner):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if (sign == "," and depth == 0) or depth < 0:
            parts.append(inner[begun:place].strip())
            begun = place + 1
        if depth < 0:
            break
    return sorted([*parts, inner[begun:].strip()])


def drawn_by(make: Callable[[], None], name: str) -> dict[str, Any]:
    """What stands in an empty place of its own after `make`."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {name}")
            cursor.execute(f"SET search_path TO {name}")
        make()
        return drawing()
    kept, connection.connection = connection.connection, None
    try:
        connection.connection = connection.get_new_connection({**connection.get_connection_params(), "database": ":memory:", "uri": False})
        connection.disable_constraint_checking()
        make()
        return drawing()
    finally:
        connection.connection.close()
        connection.connection = kept


@pytest.mark.slow
@pytest.mark.long
def test_made_at_once_they_are_the_tables_of_all_migrations(transactional_db):
    try:
        with unguarded():
            at_once, step_by_step = drawn_by(make_at_once, "at_once"), drawn_by(by_migrations, "step_by_step")
    finally:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET search_path TO public")
                cursor.execute("DROP SCHEMA at_once CASCADE")
                cursor.execute("DROP SCHEMA step_by_step CASCADE")
    assert len(at_once["noted"]) > 90 and at_once.keys() == step_by_step.keys()
    for name, drawn in step_by_step.items():
        assert at_once[name] == drawn, name
