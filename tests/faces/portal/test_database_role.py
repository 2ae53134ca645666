"""The portal's own database role, as `tirek portal-role` makes it: the public pages and forms need nothing that it does not give, and the check says what one lacks."""

import os
from pathlib import Path

import pytest
from django.db import connection

import tirek
from tests.faces.portal.test_replies import ADDRESS, CHANGE, NUMBER, asking, filled, shown
from tests.faces.published import published
from tirek.insight.publications.models import ChangeRequest, Reply
from tirek.project.cli import portal_role

pytestmark = pytest.mark.django_db
__all__ = ["published"]
HOW_TO = Path(tirek.__file__).parent.parent / "docs" / "how-to" / "serve.md"
PAGES = (
    "/en/", "/en/kz/", "/en/kz/picture/", "/en/kz/feed/", "/en/documents/004/", "/en/kz/facts/terminals/", "/en/kz/missions/spt-2023/", "/en/kz/mechanisms/",
    "/en/kz/topics/", "/en/kz/reports/", "/en/kz/replies/", "/en/compare/", "/en/check/", "/api/v1/", "/api/v1/kz/editions/", "/api/v1/kz/documents/004/figures/", "/healthz",
)  # fmt: skip
OPEN = {"publications_edition", "publications_editiontheme", "publications_reply", "publications_replyrequest", "publications_changerequest"}


@pytest.fixture
def role(request, db):
    """The role of the how-to, for as long as the test's transaction lasts."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    request.getfixturevalue("published")
    name = f"tirek_portal_{os.getpid()}"
    portal_role.give(name)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {name}")
    yield name
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.mark.pure
def test_the_how_to_names_the_command():
    assert "tirek portal-role" in HOW_TO.read_text(encoding="utf-8")


def test_the_check_says_what_an_earlier_role_lacks_and_the_command_mends_it(role, monkeypatch):
    monkeypatch.setenv(portal_role.SETTING, f"postgresql://{role}:secret@localhost/tirek")
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        assert portal_role.role_faults() == []
        cursor.execute(f"REVOKE ALL ON publications_withheld, ledger_head FROM {role}")
        cursor.execute(f"REVOKE SELECT (note) ON publications_withheld FROM {role}")
        cursor.execute(f"GRANT SELECT ON people_account, ledger_entry TO {role}")
    said, more = portal_role.role_faults()
    assert "may read more than it needs, of ledger_entry, people_account:" in more
    assert "SELECT (id, country, edition_id, withheld_at, note, given_back_at) ON publications_withheld" in said and "UPDATE ON ledger_head" in said
    assert "SELECT ON publications_edition" not in said and "tirek portal-role" in said
    portal_role.give(role)
    assert portal_role.role_faults() == [] and not portal_role.has(role, portal_role.Right("SELECT", "people_account"))
    monkeypatch.setenv(portal_role.SETTING, "postgresql://nobody_here@localhost/tirek")
    assert "is not there" in portal_role.role_faults()[0]


def test_the_role_serves_public_pages_and_takes_what_the_public_files(client, role):
    for page in PAGES:
        assert client.get(page).status_code == 200, page
    number = NUMBER.search(shown(client.post(ADDRESS, filled(client)))).group()
    assert NUMBER.search(shown(client.post(CHANGE, asking(client))))
    assert "Your reply" in shown(client.post("/en/kz/replies/", {"number": number}))
    assert (Reply.objects.count(), ChangeRequest.objects.count()) == (1, 1)


def test_the_role_reads_no_table_of_the_mechanism_and_changes_nothing_that_is_published(role):
    assert {table for table in tables() if may("SELECT", table) and not table.startswith("ledger_")} == OPEN
    assert [table for table in tables() if may("DELETE", table) or may("TRUNCATE", table) or (may("UPDATE", table) and table != "ledger_head")] == []


def test_the_role_reads_of_the_ledger_neither_acts_nor_salts(role):
    read = {(table, column) for table in ("ledger_entry", "ledger_entryrow") for column in columns_of(table) if may_read(table, column)}
    assert read == {("ledger_entry", "seq"), *(("ledger_entryrow", column) for column in ("id", "entry_id", "table", "row"))}


def columns_of(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", [table])
        return [name for (name,) in cursor.fetchall()]


def may_read(table, column):
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_column_privilege(current_user, %s, %s, 'SELECT')", [table, column])
        return cursor.fetchone()[0]


def tables():
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def may(act, table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, %s)", [table, act])
        return cursor.fetchone()[0]
