"""The portal's own database role, as the how-to makes it: the public pages and forms need no table that it does not name."""

import os
import re
from pathlib import Path

import pytest
from django.db import connection

import tirek
from tests.faces.portal.test_replies import ADDRESS, CHANGE, NUMBER, asking, filled, shown
from tests.faces.published import published
from tirek.insight.publications.models import ChangeRequest, Reply

pytestmark = pytest.mark.django_db
__all__ = ["published"]
HOW_TO = Path(tirek.__file__).parent.parent / "docs" / "how-to" / "serve.md"
PAGES = (
    "/en/", "/en/kz/", "/en/kz/picture/", "/en/kz/feed/", "/en/documents/004/", "/en/kz/facts/terminals/", "/en/kz/missions/spt-2023/", "/en/kz/mechanisms/",
    "/en/kz/topics/", "/en/kz/replies/", "/en/compare/", "/en/check/", "/api/v1/", "/api/v1/kz/editions/", "/api/v1/kz/documents/004/figures/", "/healthz",
)  # fmt: skip
OPEN = {"publications_edition", "publications_reply", "publications_replyrequest", "publications_changerequest"}


def statements():
    """What the how-to has the administrator run."""
    told = re.findall(r"^    ((?:CREATE ROLE|GRANT) .*?;)$", HOW_TO.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"\s+", " ", each) for each in told]


@pytest.fixture
def role(request, db):
    """The role of the how-to, for as long as the test's transaction lasts."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    request.getfixturevalue("published")
    name = f"tirek_portal_{os.getpid()}"
    with connection.cursor() as cursor:
        for each in statements():
            cursor.execute(each.replace("tirek_portal", name).replace("DATABASE tirek ", f'DATABASE "{connection.settings_dict["NAME"]}" '))
        cursor.execute(f"SET LOCAL ROLE {name}")
    yield name
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def test_the_how_to_names_tables_and_not_all_of_them():
    assert len(statements()) >= 4 and not any("ALL TABLES" in each for each in statements())


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


def tables():
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def may(act, table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(current_user, %s, %s)", [table, act])
        return cursor.fetchone()[0]
