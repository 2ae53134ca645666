"""A PostgreSQL database is taken back to a moment between two acts, as docs/how-to/back-up.md says: the ledger tells it, and goes on once it is on record."""

import shutil

import psycopg
import pytest

from tests.project.commands import House, suite_server
from tests.trials.database_server import database_server

pytestmark = pytest.mark.trial


@pytest.mark.skipif(bool(suite_server()), reason="it has a server of its own; the suite on SQLite tries this")
def test_a_database_is_taken_back_to_a_moment_and_says_so(tmp_path):
    with database_server("-c", "archive_mode=on", "-c", "archive_command=test ! -f ../wal/%f && cp %p ../wal/%f") as server:
        (server.base / "wal").mkdir()
        shutil.chown(server.base / "wal", *(["postgres", "postgres"] if server.as_user else [None]))
        house = House(tmp_path / "data", server.make("tirek"))
        assert house.tirek("setup-link").returncode == 0
        server.run("pg_basebackup", "-h", str(server.base), "-U", "tirek", "-D", str(server.base / "copy"), "--checkpoint=fast", "--no-sync")
        before = house.make_records(2)
        with psycopg.connect(server.url("tirek"), autocommit=True) as line:
            moment = line.execute("SELECT clock_timestamp()::text").fetchone()[0]
        house.make_records(2)
        with psycopg.connect(server.url("tirek"), autocommit=True) as line:
            entries = line.execute("SELECT size FROM ledger_head").fetchone()[0]
            line.execute("SELECT pg_switch_wal()")
        server.stop()
        shutil.rmtree(server.data)
        (server.base / "copy").rename(server.data)
        (server.data / "recovery.signal").touch()
        server.options += ["-c", "restore_command=cp ../wal/%f %p", "-c", f"recovery_target_time={moment}", "-c", "recovery_target_action=promote"]
        server.start()
        until_it_writes(server)
        with psycopg.connect(server.url("tirek")) as line:
            left = line.execute("SELECT size FROM ledger_head").fetchone()[0]
            assert line.execute("SELECT count(*) FROM places_place").fetchone()[0] == before < entries and left < entries
        told = house.tirek("ledger", "verify")
        assert told.returncode == 1 and told.stdout.count("1 things do not hold") == 1, told.stdout + told.stderr
        assert f"; the database holds {left}. Either it was taken back to an earlier moment" in told.stderr and "tirek ledger taken-back" in told.stderr
        done = house.tirek("ledger", "taken-back", "--yes")
        assert done.returncode == 0, done.stderr
        assert house.make_records(1) == before + 1
        held = house.tirek("ledger", "verify")
        assert held.returncode == 0 and "the database was taken back: of " in held.stderr, held.stdout + held.stderr


def until_it_writes(server):
    """Until the recovery has come to its end."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as line:
        for _ in range(600):
            if not line.execute("SELECT pg_is_in_recovery()").fetchone()[0]:
                return
            line.execute("SELECT pg_sleep(0.05)")
    raise AssertionError((server.base / "log").read_text()[-2000:])
