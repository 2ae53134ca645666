"""Somebody with SQL changes a served instance's records: `tirek ledger verify` names what, where, and nothing else."""

import sqlite3

import pytest

from tests.trials.visitors import SECRETARY, Visitor

pytestmark = pytest.mark.trial
WAYS = {
    "changed": ("UPDATE places_place SET name = replace(name, 'Tamper 1', 'Tamper 9') WHERE name LIKE '%Tamper 1%'", "was changed without"),
    "deleted": ("DELETE FROM places_place WHERE name LIKE '%Tamper 2%'", "was deleted without"),
    "entry deleted": ("DELETE FROM ledger_entryrow WHERE entry_id = 5", "Entry 5 or its list of rows was altered"),
    "entry altered": ("UPDATE ledger_entry SET verb = 'place.closed' WHERE seq = 7", "Entry 7 or its list of rows was altered"),
}


def test_each_way_of_tampering_with_a_served_instance_is_named(demonstration):
    with demonstration.served(limit=600) as served:
        writer = Visitor(served.port).enter(SECRETARY)
        for n in range(4):
            assert writer.register_place(f"Tamper {n}")[1]
    assert demonstration.tirek("ledger", "verify").returncode == 0
    database = demonstration.folder / "demo/tirek.sqlite3"
    whole = database.read_bytes()
    for way, (sql, words) in WAYS.items():
        with sqlite3.connect(database) as connection:
            assert connection.execute(sql).rowcount >= 1, way
        connection.close()
        done = demonstration.tirek("ledger", "verify")
        assert done.returncode == 1 and words in done.stderr, (way, done.stdout, done.stderr)
        print(f"{way}: {done.stderr.strip().splitlines()[0]}")
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
        database.write_bytes(whole)
    assert demonstration.tirek("ledger", "verify").returncode == 0
