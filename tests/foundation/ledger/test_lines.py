"""The lines in the entries' lists: each way of moving, doubling, removing or putting one in by hand is a fault that names the row."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from tests.foundation.ledger.hand import by_hand, make_file
from tests.people import secretary
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db

BOUND = {
    "Entry": {"seq", "at", "actor", "verb", "noun", "subject", "purpose", "country", "veil", "leaf"},
    "EntryRow": {"entry", "table", "row", "gone", "mac"},
    "Node": {"level", "index", "hash"},
    "Head": {"size"},
}
"""Columns that the entries' leaves, the tree or the count of entries hold: whoever changes one contradicts another."""
UNBOUND = {
    "Entry.salt": "the key of the leaf: with another one the leaf does not come out; without it an entry must say that it was erased",
    "Entry.seal": "made with a key outside the database: another one is none, and where the key lies none is a fault",
    "EntryRow.id": "a number of the database's own: nothing is decided by it, the newest line is that of the newest entry",
    "EntryRow.salt": "the key of the row's MAC, which the leaf holds: with another salt it does not come out; without it an entry must say so",
    "Node.id": "a number of the database's own: nodes are found by level and index",
    "Head.id": "always 1: there is one row",
    "Head.notes": "how many checkpoints must be in the file: a smaller number hides a cut file, which the check says that it cannot see",
}
COPY = "INSERT INTO ledger_entryrow (entry_id, {}) SELECT %s, {} FROM ledger_entryrow WHERE entry_id = %s".replace("{}", '"table", "row", gone, salt, mac')


@pytest.fixture(autouse=True)
def _keys_hold_again(db):
    """Foreign keys are looked at where a test ends: what it put in for no entry goes before that."""
    yield
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id NOT IN (SELECT seq FROM ledger_entry)")


def rename(file, name):
    with record("file.renamed", by=secretary, subject=("file", file.pk)) as entry:
        file.name = name
        file.save()
        return entry.of(None)


@pytest.fixture
def renamed():
    """A row that three entries wrote: 0, 1 and 2."""
    file = make_file("first.txt")
    rename(file, "second.txt")
    rename(file, "third.txt")
    make_file("other.txt")
    assert verify().holds
    return file


def roll_back(file, name="second.txt"):
    by_hand("UPDATE files_storedfile SET name = %s WHERE name = %s", name, file.name)


def named(file):
    """The faults that name the row."""
    return [fault.sentence for fault in verify().faults if str(file.pk) in fault.sentence]


def test_every_column_is_bound_or_says_why_it_cannot_mislead():
    for model in apps.get_app_config("ledger").get_models():
        columns = {field.name for field in model._meta.concrete_fields}
        unbound = {name.partition(".")[2] for name in UNBOUND if name.startswith(f"{model.__name__}.")}
        assert BOUND[model.__name__] | unbound == columns and not BOUND[model.__name__] & unbound, model


def test_a_row_rolled_back_to_an_older_line_that_was_given_a_greater_number(renamed):
    by_hand("UPDATE ledger_entryrow SET id = 99999 WHERE entry_id = 1")
    assert verify().holds, "the number of a line alone decides nothing"
    roll_back(renamed)
    assert named(renamed) == [f"Row {renamed.pk} of files_storedfile was changed without the program (entry 2 vouches for it)."]


def test_a_row_removed_by_the_program_and_brought_back_by_sql_with_its_old_line_on_top():
    file = make_file("first.txt")
    kept = str(file.pk)
    columns = "id, origin, country, sha256, size, media_type, name"
    by_hand(f"CREATE TEMPORARY TABLE kept AS SELECT {columns} FROM files_storedfile")
    with record("file.removed", by=secretary) as entry:
        file.delete()
        entry.of(None)
    by_hand(f"INSERT INTO files_storedfile ({columns}) SELECT {columns} FROM kept")
    by_hand("DROP TABLE kept")
    by_hand("UPDATE ledger_entryrow SET id = 99999 WHERE entry_id = 0")
    assert [fault.sentence for fault in verify().faults] == [f"Row {kept} of files_storedfile was put in without the program."]


def test_two_lines_of_a_row_that_changed_entries(renamed):
    by_hand("UPDATE ledger_entryrow SET entry_id = 3 - entry_id WHERE entry_id IN (1, 2)")
    roll_back(renamed)
    assert named(renamed) and "Entry 1 or its list of rows was altered" in named(renamed)[0]


def test_a_line_that_was_copied_into_a_later_entry(renamed):
    by_hand(COPY, 3, 1)
    roll_back(renamed)
    assert named(renamed) and "Entry 3 or its list of rows was altered" in named(renamed)[0]


def test_a_line_that_stands_twice_in_its_entry_even_where_the_entry_cannot_be_tested(renamed):
    from tirek.foundation.ledger.services import forget_entry_salt

    forget_entry_salt(seq=2, by=secretary)
    assert verify().holds
    by_hand(COPY, 2, 1)
    roll_back(renamed)
    assert named(renamed) and "Entry 2 or its list of rows was altered" in named(renamed)[0]


def test_a_line_that_was_taken_away(renamed):
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id = 2")
    roll_back(renamed)
    assert named(renamed) and "Entry 2 or its list of rows was altered" in named(renamed)[0]


def test_a_line_that_was_given_to_another_row(renamed):
    by_hand("UPDATE ledger_entryrow SET \"row\" = %s WHERE entry_id = 2", str(uuid4()))
    roll_back(renamed)
    assert named(renamed) and "Entry 2 or its list of rows was altered" in named(renamed)[0]


@pytest.mark.parametrize("entry", [99999, -5])
def test_a_line_of_an_entry_that_does_not_exist(renamed, entry):
    by_hand(COPY, entry, 1)
    roll_back(renamed)
    sentences = named(renamed)
    assert f"A line on row {renamed.pk} of files_storedfile belongs to no entry (number {entry}): it was put in without the program." in sentences
    assert f"Row {renamed.pk} of files_storedfile was changed without the program (entry 2 vouches for it)." in sentences


def test_an_entry_before_the_first_is_a_fault(renamed):
    if connection.vendor == "postgresql":
        by_hand("ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_seq_check")
    else:
        by_hand("PRAGMA ignore_check_constraints = ON")
    columns = "at, actor, verb, noun, subject, purpose, country, veil, salt, leaf, seal"
    by_hand(f"INSERT INTO ledger_entry (seq, {columns}) SELECT -5, {columns} FROM ledger_entry WHERE seq = 1")
    if connection.vendor == "sqlite":
        by_hand("PRAGMA ignore_check_constraints = OFF")
    assert not verify().holds
