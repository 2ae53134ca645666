"""The demonstration as a person starts it: told once, quick the second time, in a place of its own, whole after a kill."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project.commands import ROOT, House, free_port
from tirek.project.contents import loads
from tirek.project.demonstration.members import stories as member_stories
from tirek.project.demonstration.places import stories as place_stories
from tirek.project.demonstration.visits import stories as visit_stories

pytestmark = pytest.mark.slow
LIMIT = 600
COUNTS = """
from django.apps import apps
from tirek.foundation.ledger.rows import LedgeredRow
for model in apps.get_models():
    if issubclass(model, LedgeredRow):
        for origin in ("entered", "sourced", "demonstration"):
            number = model._base_manager.filter(origin=origin).count()
            if number: print("COUNT", model.__name__, origin, number)
print("ACCOUNTS", apps.get_model("people", "Account")._base_manager.count())
"""


def counted(house: House, **more: str) -> dict[tuple[str, str], int]:
    """How many rows of each noun and origin the instance holds."""
    done = house.tirek("manage", "shell", "-c", COUNTS, **more)
    assert done.returncode == 0, done.stderr
    found = {(noun, origin): int(number) for noun, origin, number in re.findall(r"COUNT (\w+) (\w+) (\d+)", done.stdout)}
    return {**found, ("Account", ""): int(re.search(r"ACCOUNTS (\d+)", done.stdout)[1])}


def whole(found: dict[tuple[str, str], int]) -> None:
    """Fails unless everything that is told stands exactly once."""
    visits = [one for one in visit_stories() if one.reach not in {"proposed", "approved", "dropped"}]
    assert found["Place", "demonstration"] == len(place_stories())
    assert found["Member", "demonstration"] == len(member_stories())
    assert found["PlanEntry", "demonstration"] == len(visit_stories())
    assert found["Visit", "demonstration"] == len(visits)
    assert found["Finding", "demonstration"] == sum(len(one.findings) for one in visits)
    told = [one for visit in visits for one in visit.recommendations]
    assert found["Recommendation", "demonstration"] == len(told)
    assert found["Answer", "demonstration"] == sum(len(one.answers) for one in told)
    assert found["Verification", "demonstration"] == sum(len(one.verifications) for one in told)
    assert {origin for (_, origin), number in found.items() if number} <= {"demonstration", "sourced", ""}


def passwords(words: str) -> dict[str, str]:
    """Login and password of each person as the terminal prints them."""
    return dict(re.findall(r"^  (\S+@lumeria\.example) +(\S+)$", words, re.M))


@pytest.mark.trial
def test_a_first_start_tells_the_country_and_the_second_tells_nothing(told_house, new_house):
    house = new_house(told_house.house)
    assert told_house.words.count("Demonstration:") == sum(load.words.startswith("Demonstration:") for load in loads(demo=True)) > 0
    printed = passwords(told_house.words)
    assert len(printed) >= 10 and len(set(printed.values())) == len(printed)
    whole(counted(house, DEMO="1"))
    began = time.monotonic()
    with house.served(limit=LIMIT, DEMO="1") as served:
        print(f"\nfirst start with DEMO=1: {told_house.seconds:.1f} s, second: {time.monotonic() - began:.1f} s")
        assert "Sourced record" not in served.words and "Demonstration:" not in served.words and passwords(served.words) == printed
    before = counted(house, DEMO="1")
    done = house.tirek("manage", "shell", "-c", f"{MARKS}; mark_filled(name='year', digest='another')", DEMO="1")
    assert done.returncode == 0, done.stderr
    assert "as an earlier version told it" in prepared(house)
    assert counted(house, DEMO="1") == before
    assert house.url or not (house.folder / "main").exists()


MARKS = "from tirek.foundation.people.services import mark_filled"
WORK = "from tests.project.demonstration.correcting import issued; issued()"
UNMARK = "from django.apps import apps; apps.get_model('people', 'Edition').objects.update(filled={})"
CAME = "from django.apps import apps; apps.get_model('people', 'Account').objects.update(last_login='2026-01-01T00:00Z')"


def shell(house: House, *lines: str) -> None:
    """Runs these lines within a demonstration that is not served."""
    done = house.tirek("manage", "shell", "-c", "\n".join(lines), DEMO="1")
    assert done.returncode == 0, done.stderr


@pytest.mark.trial
def test_a_demonstration_that_people_worked_in_starts_after_a_restore_and_as_a_copy(told_house, new_house, tmp_path):
    worked = new_house(told_house.house)
    shell(worked, WORK)
    before = counted(worked, DEMO="1")
    assert "Demonstration:" not in prepared(worked)
    assert worked.tirek("backup", str(tmp_path / "whole.tar.gz"), DEMO="1").returncode == 0
    restored = new_house()
    assert restored.tirek("restore", str(tmp_path / "whole.tar.gz"), DEMO="1").returncode == 0
    assert "Demonstration:" not in prepared(restored)
    assert counted(restored, DEMO="1") == before == counted(worked, DEMO="1")
    kept = [(house.folder / "demo/keys/passwords.txt").read_text() for house in (worked, restored)]
    logins = [[line.split("\t")[0] for line in text.splitlines()] for text in kept]
    assert sorted(logins[0]) == sorted(logins[1]) and kept[0] != kept[1]


@pytest.mark.trial
@pytest.mark.parametrize("sign", ["nothing but what stands", "somebody signed in", "an earlier version's stamps"])
def test_what_an_earlier_version_told_is_known_as_told(told_house, new_house, sign):
    house = new_house(told_house.house)
    shell(house, WORK, UNMARK, *([CAME] if sign.startswith("somebody") else []))
    if "stamps" in sign:
        name, host = (house.url.rpartition("/")[2].partition("?")[0], "") if house.url else ("/elsewhere/demo/tirek.sqlite3", "None")
        for each in ("people", "places", "members", "year"):
            (house.folder / "demo" / f".loaded-{each}").write_text(f"another\n{name}\n{host}")
    before = counted(house, DEMO="1")
    words = prepared(house)
    assert counted(house, DEMO="1") == before
    assert house.url or ("Demonstration: a year" in words) == sign.startswith("nothing")
    assert "Demonstration:" not in prepared(house)
    assert not list((house.folder / "demo").glob(".loaded-*"))


def test_the_main_edition_holds_the_sourced_record_alone(started):
    house, found = started, counted(started)
    assert {origin for (_, origin), number in found.items() if number} == {"sourced", "entered"}
    assert {noun for (noun, origin) in found if origin == "entered"} == {"Invitation"}
    assert found["Mission", "sourced"] == 2 and found["Account", ""] == 0
    assert not (house.folder / "demo").exists()


@pytest.mark.trial
def test_what_stands_in_the_database_counts_and_not_what_an_earlier_folder_says(house):
    if house.url:
        pytest.skip("the same stamps, tried where a database is taken away most easily")
    prepared(house, DEMO="0")
    for path in (house.folder / "main").glob("tirek.sqlite3*"):
        path.unlink()
    (house.folder / "main" / ".loaded-missions").write_text(f"another\n{house.folder}/main/tirek.sqlite3\nNone")
    prepared(house, DEMO="0")
    assert counted(house)["Mission", "sourced"] == 2


def prepared(house: House, script: str = "prepare()", **more: str) -> str:
    """Prepares an instance as a start does, without serving; what it said."""
    script = f"from tirek.project.cli.preparing import *; {script}"
    done = house.python("-c", script, timeout=LIMIT, **{"DEMO": "1", "DJANGO_SETTINGS_MODULE": "tirek.project.settings", **more})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


ELSEWHERE = {
    "a table": "CREATE TABLE treasure (id integer)",
    "a table in another schema": "CREATE SCHEMA apart; CREATE TABLE apart.treasure (id integer)",
    "a view": "CREATE VIEW treasure AS SELECT 1 AS id",
    "a materialised view": "CREATE SCHEMA apart; CREATE MATERIALIZED VIEW apart.treasure AS SELECT 1 AS id",
    "a sequence": "CREATE SEQUENCE treasure",
    "a function": "CREATE FUNCTION treasure() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "a foreign table": "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER far FOREIGN DATA WRAPPER far; CREATE FOREIGN TABLE treasure (id integer) SERVER far",
    "a type": "CREATE TYPE treasure AS ENUM ('gold')",
    "a type of several columns": "CREATE TYPE treasure AS (gold integer)",
    "a schema with nothing in it yet": "CREATE SCHEMA apart",
    "a large object": "SELECT lo_create(0)",
}
IN_A_FILE = {
    "a table": "CREATE TABLE treasure (id integer)",
    "a view": "CREATE VIEW treasure AS SELECT 1 AS id",
}


def filled_by_others(house: House, made: str, edition: str) -> None:
    """Lets something of somebody else's lie in the house's database, before the house comes."""
    if house.url:
        import psycopg

        with psycopg.connect(house.url, autocommit=True) as connection:
            connection.execute(made)
        return
    import sqlite3

    (house.folder / edition).mkdir(parents=True, mode=0o700)
    with sqlite3.connect(house.folder / edition / "tirek.sqlite3") as embedded:
        embedded.execute(made)


@pytest.mark.parametrize("thing", ELSEWHERE)
def test_a_database_that_holds_something_else_is_refused(house, thing):
    if not house.url and thing not in IN_A_FILE:
        pytest.skip("only a server's database can hold this")
    filled_by_others(house, ELSEWHERE[thing], "demo")
    refused = house.tirek("check", DEMO="1")
    assert refused.returncode == 3 and "holds tables of something else" in refused.stderr, refused.stdout + refused.stderr


def test_an_empty_schema_that_was_made_for_the_house_itself_is_no_hindrance(house):
    if not house.url:
        pytest.skip("only a server's database has schemas")
    filled_by_others(house, "CREATE SCHEMA AUTHORIZATION CURRENT_USER", "demo")
    holds = house.tirek("check", DEMO="1")
    assert holds.returncode == 0, holds.stdout + holds.stderr


@pytest.mark.parametrize("command", ["run", "check"])
def test_a_foreign_database_leaves_no_folder_behind(house, command):
    if not house.url:
        pytest.skip("the embedded database lies in the folder itself")
    filled_by_others(house, ELSEWHERE["a table"], "demo")
    refused = house.tirek(command, DEMO="1")
    assert refused.returncode == 3 and "holds tables of something else" in refused.stderr, refused.stdout + refused.stderr
    assert not house.folder.exists()


@pytest.mark.parametrize("thing", ["a table in another schema", "a view"])
def test_nothing_is_restored_beside_something_else(house, filled, tmp_path, thing):
    if not house.url and thing not in IN_A_FILE:
        pytest.skip("only a server's database can hold this")
    assert filled.tirek("backup", str(tmp_path / "whole.tar.gz")).returncode == 0
    filled_by_others(house, ELSEWHERE[thing], "main")
    refused = house.tirek("restore", str(tmp_path / "whole.tar.gz"))
    assert refused.returncode == 3 and "not empty" in refused.stderr


def test_what_an_extension_brought_is_nobodys_and_stays(house, filled, tmp_path):
    if not house.url:
        pytest.skip("the embedded database has no extensions")
    import psycopg

    with psycopg.connect(house.url, autocommit=True) as connection:
        known = {name for (name,) in connection.execute("SELECT name FROM pg_available_extensions")}
        wanted = sorted(known & {"pg_stat_statements", "citext", "hstore", "earthdistance"})
        if not wanted:
            pytest.skip("this server offers no extension with objects of its own")
        for name in wanted:
            connection.execute(f"CREATE EXTENSION {name} CASCADE")
    assert filled.tirek("backup", str(tmp_path / "whole.tar.gz")).returncode == 0
    (tmp_path / "cut.tar.gz").write_bytes((tmp_path / "whole.tar.gz").read_bytes()[:-4])
    assert house.tirek("restore", str(tmp_path / "cut.tar.gz")).returncode == 3
    done = house.tirek("check", DEMO="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert house.tirek("demo", "remove", "--yes").returncode == 0
    done = house.tirek("restore", str(tmp_path / "whole.tar.gz"))
    assert done.returncode == 0, done.stdout + done.stderr
    with psycopg.connect(house.url) as connection:
        left = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    assert left >= set(wanted)


def test_removing_the_demonstration_from_a_database_leaves_what_else_lies_there(house):
    if not house.url:
        pytest.skip("the embedded database is a file of the demonstration's own folder")
    import psycopg

    prepared(house, "start_django(); prepare_database(check_folder(read_instance()) or read_instance())")
    with psycopg.connect(house.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE treasure (id integer)")
    assert house.tirek("demo", "remove", "--yes").returncode == 0
    with psycopg.connect(house.url) as connection:
        left = [name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    assert left == ["treasure"]
    assert not (house.folder / "demo").exists()


@pytest.mark.trial
def test_a_first_start_that_is_killed_again_and_again_ends_whole(house, tmp_path: Path):
    environ = {**house.environ, "DEMO": "1", "PORT": str(free_port())}
    for seconds in (3, 5, 7, 9):
        process = subprocess.Popen([sys.executable, "-m", "tirek", "run"], cwd=ROOT, env=environ, stdout=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.5)
    prepared(house)
    whole(counted(house, DEMO="1"))
    done = house.tirek("ledger", "verify", DEMO="1")
    assert done.returncode == 0, done.stdout + done.stderr
