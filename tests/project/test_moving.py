"""From the embedded database to a server's: everything stands there as it was, or nothing is touched."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.project.commands import ROOT, House, new_database, suite_server
from tirek.project.cli.moving import compare, sums
from tirek.project.cli.troubles import Trouble

SERVER = pytest.mark.skipif(not suite_server(), reason="needs a server to move to; the same test runs on PostgreSQL")


@pytest.fixture
def embedded(tmp_path):
    """An instance on the embedded database with records, files and checkpoints."""
    house = House(tmp_path / "data")
    assert house.tirek("setup-link").returncode == 0
    house.make_records(5)
    return house


@pytest.mark.pure
def test_the_sum_of_a_table_does_not_depend_on_the_order_of_its_rows_and_on_everything_else(tmp_path):
    def written(*rows):
        (tmp_path / "rows").write_text("".join(json.dumps(each) + "\n" for each in rows))
        return sums(tmp_path / "rows")

    one, other = ["a.A", {"id": 1, "name": "Ә"}], ["a.A", {"id": 2, "name": "b"}]
    assert written(one, other) == written(other, one) == written(other, ["a.A", {"name": "Ә", "id": 1}])
    assert len({json.dumps(each) for each in (written(one), written(one, one), written(one, other), written(one, ["a.A", {"id": 2, "name": "c"}]), written(one, ["b.B", {"id": 2, "name": "b"}]))}) == 5


@pytest.mark.pure
def test_a_row_that_differs_is_told_by_its_table(tmp_path, monkeypatch):
    monkeypatch.setattr("tirek.project.cli.rows.dump_rows", lambda target, tell: target.write_text('["a.A", {"id": 1}]\n["b.B", {"id": 1}]\n'))
    (tmp_path / "first").write_text('["a.A", {"id": 1}]\n["b.B", {"id": 2}]\n')
    with pytest.raises(Trouble, match=r"differ from those that were written: b\.B"):
        compare(tmp_path, {"rows": {"a.A": 1, "b.B": 1}, "sums": sums(tmp_path / "first")})


@pytest.mark.slow
@pytest.mark.pure
def test_what_cannot_be_moved_is_one_sentence(tmp_path):
    house = House(tmp_path / "data")
    for more, words in (({}, "TIREK_MOVE_TO is not set"), ({"TIREK_MOVE_TO": "postgresql://a@127.0.0.1:1/b"}, "There is nothing to move"),
                        ({"DATABASE_URL": "postgresql://a@127.0.0.1:1/b"}, "on a server already")):  # fmt: skip
        done = house.tirek("move", **more)
        assert done.returncode == 3 and words in done.stderr and "Traceback" not in done.stderr
        assert not (house.folder / "main/tirek.sqlite3").exists()


@SERVER
@pytest.mark.slow
@pytest.mark.long
def test_everything_stands_in_the_new_place_and_the_old_one_does_not_start(embedded):
    house = embedded
    with new_database() as url:
        done = house.tirek("move", TIREK_MOVE_TO=url)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "are the same in both" in done.stdout and "Everything holds." in done.stdout
        left = house.tirek("check")
        assert left.returncode == 3 and "give it in DATABASE_URL" in left.stderr
        assert not (house.folder / "main/tirek.sqlite3").exists() and (house.folder / "main/tirek.sqlite3.moved").exists()
        house.url = url
        assert house.tirek("ledger", "verify").returncode == 0 and house.tirek("check").returncode == 0
        assert house.make_records(2) == 7
        with house.served() as served:
            assert served.healthy()
        again = house.tirek("move", TIREK_MOVE_TO=url)
        assert again.returncode == 3 and "on a server already" in again.stderr


@SERVER
@pytest.mark.slow
@pytest.mark.long
def test_a_database_that_is_not_empty_or_does_not_answer_leaves_all_as_it_was(embedded):
    import psycopg

    house = embedded
    with new_database() as url:
        with psycopg.connect(url, autocommit=True) as line:
            line.execute("CREATE TABLE somebody_elses (n int)")
        done = house.tirek("move", TIREK_MOVE_TO=url)
        assert done.returncode == 3 and "is not empty" in done.stderr and "as it was" in done.stderr
        with psycopg.connect(url, autocommit=True) as line:
            assert line.execute("SELECT count(*) FROM somebody_elses").fetchone() == (0,)
    gone = house.tirek("move", TIREK_MOVE_TO=url)
    assert gone.returncode == 3 and "does not answer" in gone.stderr
    assert house.tirek("ledger", "verify").returncode == 0
    with house.served() as served, new_database() as url:
        busy = house.tirek("move", TIREK_MOVE_TO=url)
        assert busy.returncode == 3 and "is in use" in busy.stderr and served.healthy()


@SERVER
@pytest.mark.slow
@pytest.mark.long
def test_a_move_that_was_killed_leaves_the_old_place_whole(embedded, tmp_path):
    house = embedded
    for number, words in enumerate(("Rows out of", "Rows into", "Every row compared")):
        log = tmp_path / f"move-{number}.log"
        with new_database() as url, log.open("wb") as file:
            process = subprocess.Popen([sys.executable, "-m", "tirek", "move"], cwd=ROOT, env={**house.environ, "TIREK_MOVE_TO": url}, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)
            until = time.monotonic() + 60
            while words not in log.read_text() and process.poll() is None:
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.005)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        assert house.tirek("ledger", "verify").returncode == 0 and house.tirek("check").returncode == 0
    with new_database() as url:
        assert list((house.folder / "main").glob(".moving-*"))
        assert house.tirek("move", TIREK_MOVE_TO=url).returncode == 0
        assert not list((house.folder / "main").glob(".moving-*"))
