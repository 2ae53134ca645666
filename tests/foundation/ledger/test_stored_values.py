"""An embedded database keeps any value in any column. What the program reads as the same, and SQL does not, is named."""

import pytest
from django.db import connection

from tests.foundation.ledger.hand import by_hand, make_file
from tests.people import analyst, head, secretary
from tirek.foundation.files.bytes import keep
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def embedded():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps a value of another kind in a column")


def found():
    return [fault.sentence for fault in verify().faults]


COPIES = {
    "in capitals": "upper(id)",
    "with dashes": "substr(id, 1, 8) || '-' || substr(id, 9, 4) || '-' || substr(id, 13, 4) || '-' || substr(id, 17, 4) || '-' || substr(id, 21)",
    "with a space": "id || ' '",
    "in braces": "'{' || id || '}'",
    "as bytes": "CAST(id AS BLOB)",
    "as sixteen bytes": "substr(CAST(id AS BLOB), 1, 16)",
    "with something behind a zero": "id || char(0) || 'x'",
}


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize("spelling", COPIES)
def test_a_row_put_in_under_the_same_key_in_another_spelling_is_named(spelling):
    file = make_file("plan.txt")
    columns = "origin, country, sha256, size, media_type"
    by_hand(f"INSERT INTO files_storedfile (id, name, {columns}) SELECT {COPIES[spelling]}, 'put in', {columns} FROM files_storedfile")
    assert len(found()) == 1 and "was put in without the program" in found()[0]
    by_hand("DELETE FROM files_storedfile WHERE name = 'plan.txt'")
    assert len(found()) == 2 and f"Row {file.pk} of files_storedfile was deleted without the program." in found()


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize("spelling", COPIES)
def test_a_row_whose_key_was_spelled_otherwise_is_named_and_written_by_no_act(spelling):
    from tirek.foundation.ledger.refusals import RowAltered

    file = make_file("plan.txt")
    by_hand(f"UPDATE files_storedfile SET id = {COPIES[spelling]}")
    assert len(found()) == 2
    with pytest.raises(RowAltered), record("file.renamed", by=secretary):
        file.save()


@pytest.mark.usefixtures("embedded")
def test_a_role_given_by_a_copy_of_another_s_row_is_named():
    from tests.accounts import account_of
    from tirek.foundation.people.models import RoleGrant

    account_of(head)
    other = account_of(analyst)
    columns = ", ".join(field.column for field in RoleGrant._meta.concrete_fields if field.name not in {"id", "account"})
    assert verify().holds
    chosen = f"SELECT upper(id), %s, {columns} FROM people_rolegrant WHERE role = 'head'"
    by_hand(f"INSERT INTO people_rolegrant (id, account_id, {columns}) {chosen}", str(other.pk).replace('-', ''))
    assert len(found()) == 1 and "of people_rolegrant was put in without the program" in found()[0]


@pytest.mark.usefixtures("embedded")
def test_keys_of_every_kind_are_met_beside_a_great_many_rows():
    with record("file.stored", by=secretary) as entry:
        StoredFile.objects.bulk_create(
            StoredFile(sha256=keep(b"a plan"), size=6, media_type="text/plain", name=f"{number}.txt", country="demo", origin="demonstration") for number in range(1201)
        )
        entry.of(None)
    assert verify().holds and verify().rows == 1201
    columns = "origin, country, sha256, size, media_type, name"
    for key in ("' '", "x'ff'", "upper(id)", "'zzz'"):
        by_hand(f"INSERT INTO files_storedfile (id, {columns}) SELECT {key}, {columns} FROM files_storedfile WHERE name = '7.txt' LIMIT 1")
    assert len(found()) == 4 and all("was put in without" in each for each in found())


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize("column", ['"row"', '"table"'])
def test_a_line_whose_words_became_bytes_spoils_its_entry_and_stops_nothing(column):
    make_file("plan.txt")
    file = make_file("other.txt")
    by_hand(f"UPDATE ledger_entryrow SET {column} = CAST({column} AS BLOB) WHERE entry_id = 1")
    assert "Entry 1 or its list of rows was altered" in found()[0]
    assert f"Row {file.pk} of files_storedfile was put in without the program." in found()
