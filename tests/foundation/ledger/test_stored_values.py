"""An embedded database keeps any value in any column. What the program reads as the same, and SQL does not, is named."""

from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection

from tests.foundation.ledger.hand import by_hand, make_file
from tests.people import analyst, head, secretary
from tests.world import concluded, members, prison
from tirek.foundation.files.bytes import keep
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.refusals import RowAltered
from tirek.foundation.ledger.rows import LedgeredRow
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
    file = make_file("plan.txt")
    by_hand(f"UPDATE files_storedfile SET id = {COPIES[spelling]}")
    assert len(found()) == 2
    with pytest.raises(RowAltered), record("file.renamed", by=secretary):
        file.save()


@pytest.mark.usefixtures("embedded")
def test_a_role_given_by_a_copy_of_another_s_row_is_named():
    from tests.accounts import alone
    from tirek.foundation.people.models import Account, RoleGrant

    alone(head)
    alone(analyst)
    other = Account.objects.get(pk=analyst.id)
    columns = ", ".join(field.column for field in RoleGrant._meta.concrete_fields if field.name not in {"id", "account"})
    assert verify().holds
    chosen = f"SELECT upper(id), %s, {columns} FROM people_rolegrant WHERE role = 'head'"
    by_hand(f"INSERT INTO people_rolegrant (id, account_id, {columns}) {chosen}", str(other.pk).replace('-', ''))
    assert len(found()) == 1 and "of people_rolegrant was put in without the program" in found()[0]


@pytest.mark.slow
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


def unpadded(day):
    return f"{day.year}-{day.month}-{day.day}"


RESPELLED = {
    "DateField": lambda value, stored: (unpadded(value), unpadded(value) != stored),
    "DateTimeField": lambda value, stored: (stored.replace(" ", "T"), True),
    "PositiveIntegerField": lambda value, stored: (stored + 0.9, True),
    "PositiveSmallIntegerField": lambda value, stored: (str(stored).encode(), True),
    "PositiveBigIntegerField": lambda value, stored: (stored + 0.5, True),
    "BooleanField": lambda value, stored: (2, value is False),
    "DecimalField": lambda value, stored: (stored + 0.0000001, True),
    "ForeignKey": lambda value, stored: (stored.upper(), not stored.isdecimal()),
    "JSONField": lambda value, stored: (stored.replace(", ", ","), ", " in stored),
}
"""What SQL tells from the stored value and the program reads as the same; and whether it is another one at all."""


@pytest.fixture
def a_visit():
    """Rows of many kinds, with coordinates."""
    place = prison()
    concluded(place, members())
    make_file()
    with record("place.moved", by=secretary) as entry:
        row = apps.get_model("places", "Place").objects.get(pk=place)
        row.latitude, row.longitude = Decimal("43.238949"), Decimal("76.889709")
        row.save()
        entry.of(None)
    assert verify().holds


def respelled(kind):
    """A row and a column of such a kind whose value has another spelling, and that spelling."""
    for model in apps.get_models():
        if issubclass(model, LedgeredRow):
            for field in model._meta.concrete_fields:
                if type(field).__name__ == kind or (kind == "JSONField" and field.get_internal_type() == kind):
                    for row in model._base_manager.exclude(**{field.attname: None}):
                        stored = lying(model, field.column, row.pk)
                        value, other = RESPELLED[kind](getattr(row, field.attname), stored)
                        if other:
                            return row, field, stored, value
    pytest.fail(f"no row has a column of the kind {kind}")


def without_checks(sql, *params):
    by_hand("PRAGMA ignore_check_constraints = ON")
    by_hand(sql, *params)
    by_hand("PRAGMA ignore_check_constraints = OFF")


def lying(model, column, key):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT +"{column}" FROM {model._meta.db_table} WHERE id = %s', [key.hex])
        return cursor.fetchone()[0]


@pytest.mark.usefixtures("embedded", "a_visit")
@pytest.mark.parametrize("kind", RESPELLED)
def test_a_value_spelled_as_no_program_of_ours_spells_it_is_named_and_written_by_no_act(kind):
    row, field, stored, value = respelled(kind)
    table = row._meta.db_table
    put = f'UPDATE {table} SET "{field.column}" = %s WHERE id = %s'
    without_checks(put, value, row.pk.hex)
    assert lying(type(row), field.column, row.pk) == value != stored
    assert [each for each in found() if f"Row {row.pk} of {table} was changed without the program" in each] == found() != []
    with pytest.raises(RowAltered), record("row.written", by=secretary):
        type(row).objects.get(pk=row.pk).save()
    by_hand(put, stored, row.pk.hex)
    assert verify().holds


def test_every_kind_of_column_of_a_ledgered_table_can_be_compared_as_it_lies():
    kinds = {type(field).__name__ for model in apps.get_models() if issubclass(model, LedgeredRow) for field in model._meta.concrete_fields}
    texts = {"CharField", "TextField", "EmailField", "URLField"}
    assert kinds - {"OneToOneField", "UUIDField", "WordsField"} - texts == set(RESPELLED)


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE ledger_entryrow SET salt = NULL, gone = 2", "Entry 0 or its list of rows was altered"),
        ("UPDATE ledger_entry SET at = replace(at, ' ', 'T')", "Entry 0 or its list of rows was altered"),
    ],
)
def test_an_entry_and_its_lines_are_compared_as_they_lie_too(change, told):
    make_file("plan.txt")
    without_checks(change)
    assert told in found()[0]
