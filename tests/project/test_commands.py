"""Every command explains itself, and its exit code means what the reference says."""

import os
import shutil
import subprocess
import sys

import pyrage
import pytest

from tests.project.commands import ROOT
from tirek.project.cli.main import main, parser

COMMANDS = [
    [], ["run"], ["check"], ["claims"], ["claims", "extract"], ["claims", "score"], ["demo"], ["demo", "remove"], ["demo", "grow"], ["ledger"], ["ledger", "verify"], ["ledger", "taken-back"], ["backup"], ["backup-key"], ["restore"], ["record"], ["record", "hand-over"], ["record", "verify"], ["search"], ["search", "rebuild"], ["search", "check"], ["setup-link"], ["portal-role"], ["move"], ["mail"], ["mail", "bounce"], ["manage"],
]  # fmt: skip


def names(asked=None, before=()):
    """All commands that the parser knows."""
    found = [list(before)]
    for action in (asked or parser())._actions:
        if action.choices and hasattr(action, "add_parser"):
            for name, below in action.choices.items():
                found += names(below, (*before, name))
    return found


@pytest.mark.pure
def test_the_commands_are_these():
    assert sorted(names()) == sorted(COMMANDS)


@pytest.mark.pure
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0 and said.startswith("usage: tirek") and len(said) > 80


@pytest.mark.pure
@pytest.mark.parametrize("words", [["nonsense"], ["backup"], ["backup-key"], ["restore"], ["ledger"], ["demo"], ["check", "--nonsense"], []], ids=" ".join)
def test_wrong_use_is_status_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2 and "usage: tirek" in capsys.readouterr().err


@pytest.mark.pure
def test_a_command_whose_output_is_closed_ends_as_it_would(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr("tirek.project.cli.running.run_house", lambda: 0)
    assert main(["run"]) == 0


@pytest.mark.slow
def test_check_holds_and_check_deploy_names_what_a_server_still_needs(house):
    first = house.tirek("check")
    assert first.returncode == 0 and "holds no records yet" in first.stdout
    done = house.tirek("check", "--deploy", DEMO="1")
    assert done.returncode == 1
    for words in ("DEMO=0", "TIREK_HTTPS", "TIREK_HOSTS", "TIREK_NAME", "disk is encrypted", "backups"):
        assert words in done.stderr + done.stdout
    url = {"DATABASE_URL": house.url} if house.url else {}
    mended = house.tirek("check", "--deploy", TIREK_HTTPS="1", TIREK_HOSTS="npm.example", TIREK_NAME="NPM", TIREK_BACKUP_TO=str(pyrage.x25519.Identity.generate().to_public()), **url)
    assert mended.returncode == (0 if house.url else 1)
    assert mended.stderr.strip().count("\n") == 0
    bound = house.tirek("check", "--deploy", TIREK_BIND="0.0.0.0")
    assert "TIREK_BIND" in bound.stderr


@pytest.mark.slow
@pytest.mark.pure
def test_check_names_a_folder_that_is_open_to_others(house):
    assert house.tirek("check").returncode == 0
    (house.folder / "main").chmod(0o755)
    done = house.tirek("check")
    assert done.returncode == 1 and "chmod 700" in done.stderr


@pytest.mark.slow
def test_ledger_verify_is_status_one_when_a_row_was_changed_and_three_where_there_is_nothing(house, filled):
    nothing = house.tirek("ledger", "verify")
    assert nothing.returncode == 3 and "There is nothing to verify" in nothing.stderr
    house = filled
    assert house.tirek("ledger", "verify").returncode == 0 and "no records yet" not in house.tirek("check").stdout
    changed = "from django.db import connection\nfrom tirek.foundation.ledger.acts import unguarded\n"
    changed += "with unguarded(), connection.cursor() as cursor: cursor.execute(\"UPDATE files_storedfile SET name = 'other' WHERE name = '1.txt'\")"
    assert house.tirek("manage", "shell", "-c", changed).returncode == 0
    done = house.tirek("ledger", "verify")
    assert done.returncode == 1 and "was changed without the program" in done.stderr
    assert "What this check cannot see" in done.stdout


@pytest.mark.slow
def test_demo_remove_asks_first_takes_the_demonstration_whole_and_leaves_real_records(house):
    main_house, real = house, house.tirek("setup-link")
    assert real.returncode == 0
    if house.url:
        refused = main_house.tirek("demo", "remove", "--yes")
        assert refused.returncode == 3 and "not marked as a demonstration" in refused.stderr
        return
    assert "no demonstration here" in house.tirek("demo", "remove").stdout
    assert house.tirek("check", DEMO="1").returncode == 0
    demo = house.folder / "demo"
    assert house.tirek("demo", "remove").returncode == 1 and demo.exists()
    assert house.tirek("demo", "remove", "--yes").returncode == 0
    assert not demo.exists() and (house.folder / "main/tirek.sqlite3").exists()


EDITIONS = {"main": {"DEMO": "0"}, "demonstration": {"DEMO": "1"}}


@pytest.mark.slow
@pytest.mark.parametrize(("made", "asked"), [("main", "demonstration"), ("demonstration", "main")])
def test_a_database_of_the_other_edition_is_refused(house, made, asked):
    with_tables_alone(house, **EDITIONS[made])
    if not house.url:
        folder = {"main": house.folder / "main", "demonstration": house.folder / "demo"}
        shutil.copytree(folder[made], folder[asked])
    for command in ("check", "run", *(["setup-link"] if asked == "main" else [])):
        refused = house.tirek(command, **EDITIONS[asked])
        assert refused.returncode == 3 and f"holds the {made} edition" in refused.stderr, refused.stdout + refused.stderr
    holds = house.tirek("check", **EDITIONS[made])
    assert holds.returncode == 0, holds.stdout + holds.stderr


@pytest.mark.slow
def test_a_first_start_that_ended_before_the_mark_goes_on(house):
    with_tables_alone(house, ended="call_command('migrate', verbosity=0); os._exit(9)", DEMO="1")
    holds = house.tirek("check", DEMO="1")
    assert holds.returncode == 0, holds.stdout + holds.stderr
    with_tables_alone(house, DEMO="1")


def with_tables_alone(house, ended="prepare_database(instance)", **edition):
    """A first start as far as the tables and the mark, before anything is loaded; or one that `ended` otherwise."""
    script = f"""
import os
os.umask(0o077)
from django.core.management import call_command
from tirek.foundation.ledger.acts import unguarded
from tirek.project.cli.preparing import check_folder, prepare_database, read_instance, start_django
instance = read_instance()
check_folder(instance)
start_django()
with unguarded():
    {ended}
"""
    done = house.python("-c", script, DJANGO_SETTINGS_MODULE="tirek.project.settings", **edition)
    assert done.returncode == (9 if "os._exit" in ended else 0), done.stderr


CUT = """
import os, sys
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from tirek.project.cli.main import main
made, count = BaseDatabaseSchemaEditor.create_model, [0]
def make(self, model):
    count[0] += 1
    if count[0] > {moment}:
        os._exit(9)
    made(self, model)
BaseDatabaseSchemaEditor.create_model = make
sys.exit(main(["setup-link"]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", [25])
def test_a_start_that_dies_while_it_makes_the_tables_is_finished_by_the_next(house, moment):
    died = house.python("-c", CUT.format(moment=moment))
    assert died.returncode == 9, died.stderr
    done = house.tirek("setup-link")
    assert done.returncode == 0, done.stderr


@pytest.mark.pure
def test_a_reader_who_stops_reading_gets_no_traceback(tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("Поступило 120 жалоб.", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-m", "tirek", "claims", "extract", str(text)], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (3, b"")
