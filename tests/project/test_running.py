"""`tirek run`: what it prints, that it serves, that one signal ends all of it, and one sentence for each way it cannot start."""

import os
import re
import signal
import socket
import time

import pytest

from tests.project.commands import family, free_port, living

pytestmark = pytest.mark.pure  # what is tried here is the same on PostgreSQL: nothing to repeat there
READY = re.compile(r"Ready: http://127\.0\.0\.1:\d+/")


def gone(pids, within=25):
    """Whether none of the processes is left after a while."""
    until = time.monotonic() + within
    while living(pids) and time.monotonic() < until:
        time.sleep(0.1)
    return not living(pids)


def refused(done):
    """The one sentence of a command that could not start."""
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    sentences = [line for line in done.stderr.splitlines() if line.startswith("tirek: ")]
    assert len(sentences) == 1, done.stderr
    return done.stderr


def test_a_start_tells_its_steps_serves_and_ends_whole_on_one_signal(house):
    with house.served() as served:
        lines = served.words.rstrip().splitlines()
        assert READY.fullmatch(lines[-1]) and served.healthy()
        steps = [line for line in lines if line.rstrip().endswith("s)") and "done" in line]
        assert len(steps) >= 5
        assert sum(line.strip().startswith(f"http://localhost:{served.port}/") for line in lines) >= 3
        assert f"http://localhost:{served.port}/accounts/set-up/" in served.words
        everybody = family(served.process.pid)
        assert len(everybody) >= 5
        assert served.asked(Host="elsewhere.example") == 400
        assert served.end() == 0
        assert gone(everybody)
        assert "Traceback" not in served.words and "Invalid HTTP_HOST header" in served.words


@pytest.mark.trial
def test_a_killed_supervisor_takes_everything_with_it_and_the_next_start_serves(started):
    with started.served() as served:
        everybody = family(served.process.pid)
        served.process.kill()
        served.process.wait()
        assert gone(everybody)
    started.port = served.port
    with started.served() as again:
        assert again.healthy()


@pytest.mark.slow
def test_a_killed_part_is_started_again(started):
    with started.served() as served:
        before = served.parts()
        assert set(before) == {"web", "worker", "scheduler"}
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        assert gone(list(before.values()))  # a signal takes its moment: the old ones would be counted as the new
        until = time.monotonic() + 30
        while (len(served.parts()) < 3 or not served.healthy()) and time.monotonic() < until:
            time.sleep(0.1)
        after = served.parts()
        assert set(after) == set(before), f"supervisor's status {served.process.poll()}, its words:\n{served.words}"
        assert not set(after.values()) & set(before.values())
        assert served.healthy()


@pytest.mark.trial
def test_a_folder_is_served_by_one_at_a_time_and_commands_that_replace_it_wait(started):
    with started.served():
        assert "is in use (tirek run, process" in refused(started.tirek("run", PORT=str(free_port())))
        assert started.tirek("check").returncode == 0
        assert started.tirek("ledger", "verify").returncode == 0


def test_a_taken_port_is_told_with_another(house):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} is taken. Stop what uses it, or choose another: make run PORT=" in refused(house.tirek("run", PORT=str(port)))
        assert not house.folder.exists(), "what cannot be served here leaves no folder behind"


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("PORT", "eighty", "PORT is 'eighty': give a number between 1 and 65535"),
        ("PORT", "70000", "give a number between 1 and 65535"),
        ("DATA_DIR", "/dev/null/here", "The data folder /dev/null/here/main cannot be written"),
        ("DATABASE_URL", "mysql://a@b/c", "DATABASE_URL must begin with postgresql://"),
        ("DATABASE_URL", "postgresql://a:geheim@b:port/c", "DATABASE_URL cannot be read"),
        ("DATABASE_URL", "postgresql://a@localhost/", "DATABASE_URL names no database"),
        ("DATABASE_URL", "postgresql://a:geheim@127.0.0.1:1/c", "The database at 127.0.0.1:1 does not answer"),
        ("DATABASE_URL", "postgresql://a:geheim@127.0.0.1:1/c?colour=red", "DATABASE_URL cannot be used"),
        ("DEMO", "maybe", "DEMO is 'maybe': give DEMO=1 for the demonstration"),
        ("DEMO", "false", "DEMO is 'false'"),
        ("TIREK_BIND", "everywhere", "TIREK_BIND is 'everywhere'"),
        ("TIREK_COUNTRY", "xx", "TIREK_COUNTRY is 'xx': give one of "),
        ("TIREK_LANGUAGE", "tlh", "TIREK_LANGUAGE is 'tlh': give one of ru, kk, ky, en"),
        ("TIREK_TIME_ZONE", "Mars/Base", "TIREK_TIME_ZONE is 'Mars/Base'"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_sentence_without_a_secret(house, setting, value, words):
    said = refused(house.tirek("run", **{setting: value}))
    assert words in said and "geheim" not in said


def test_a_broken_pack_is_told_with_file_and_line(house, tmp_path):
    pack = tmp_path / "packs" / "zz"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("country: zz\nflavour: sweet\n")
    said = refused(house.tirek("run", TIREK_PACKS=str(pack.parent)))
    assert re.search(r"pack\.yaml:\d+: ", said)


@pytest.mark.slow
def test_a_key_that_others_can_read_or_that_is_damaged_is_told_with_the_remedy(house):
    assert house.tirek("check").returncode == 0
    keys = house.folder / "main/keys"
    for name in ("secret.key", "ledger.key", "factors.key"):
        (keys / name).chmod(0o644)
        assert f"chmod 600 {keys / name}" in refused(house.tirek("run"))
        (keys / name).chmod(0o600)
    (keys / "ledger.key").write_text("x")
    assert "is damaged" in refused(house.tirek("run"))
    (keys / "ledger.key").unlink()
    (keys / "seals.key").write_text("0 x")
    (keys / "seals.key").chmod(0o600)
    assert "key of the ledger's seals" in refused(house.tirek("run"))
    (keys / "seals.key").unlink()
    (keys / "factors.key").write_text("x")
    assert "key of the second factors" in refused(house.tirek("run"))
    (keys / "factors.key").unlink()
    (keys / "secret.key").write_text("")
    assert "is empty" in refused(house.tirek("run"))


@pytest.mark.trial
def test_a_damaged_database_and_a_newer_one_are_told(started):
    if started.url:
        pytest.skip("the embedded database is meant")
    import sqlite3

    database = started.folder / "main/tirek.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '9999_of_the_future', '2030-01-01')")
    connection.close()
    assert "newer version" in started.tirek("check").stderr
    (started.folder / "main/.tables").unlink()
    assert "made by a newer version of Tirek (ledger.9999_of_the_future)" in refused(started.tirek("run"))
    database.write_bytes(b"these are no tables" * 200)
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    assert "is damaged or is no database" in refused(started.tirek("run"))


@pytest.mark.trial
def test_a_second_start_tells_and_makes_nothing_anew(house):
    """Of the main edition; a told demonstration's second, third and fourth starts are tried where it is told."""
    with house.served(limit=600):
        pass
    times = []
    for _ in range(3):
        begun = time.monotonic()
        with house.served() as again:
            times.append(time.monotonic() - begun)
            assert "Sourced record" not in again.words and "Demonstration:" not in again.words
    print(f"\nsecond starts with DEMO=0: {', '.join(f'{each:.1f} s' for each in times)}")
