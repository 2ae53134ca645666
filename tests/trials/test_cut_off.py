"""Long work that is cut off at its worst moment, by SIGKILL of who does it, by SIGKILL of the database, by a full disk: nothing is half done, and it is done whole afterwards.

The works: somebody uploads a table, has it entered, the job enters its rows, a list is written, a report is frozen, a backup is made, also an encrypted one.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from tests.project.commands import ROOT, House, suite_server
from tests.project.conftest import copy
from tests.trials.database_server import database_server
from tests.trials.test_full_disk import fill, small_disk
from tests.trials.works import ROWS

pytestmark = pytest.mark.trial
BEFORE = {"sheet": "", "entered": [0], "jobs": [], "lists": [], "report": ["for_signature", ""], "recommendations": ["draft"]}
CUT: dict[str, dict[str, object]] = {"bring": {}, "ask": {"sheet": "tried", "jobs": ["sheets.try"]}, "enter": {"entered": [20]}, "take": {"jobs": ["sheets.apply", "sheets.export", "sheets.try"]}, "issue": {}, "backup": {}}
"""What stands after each work was cut off, beyond what stood before it: the rows that had been entered stay."""
NUMBER = f"1/{datetime.now(UTC).year}"
DONE = {
    "bring": {"sheet": "read"}, "ask": {"sheet": "applying", "jobs": ["sheets.apply", "sheets.try"]}, "enter": {"sheet": "applied", "entered": [ROWS]},
    "take": {"jobs": ["sheets.apply", "sheets.export", "sheets.try"], "lists": [".xlsx"]}, "issue": {"jobs": ["report.documents", "sheets.apply", "sheets.export", "sheets.try"], "report": ["issued", NUMBER], "recommendations": ["issued"]},
    "backup": {},
}  # fmt: skip


class Works:
    """The other end of `tests.trials.works`."""

    def __init__(self, house: House, target: Path, log: Path, **more: str) -> None:
        self.folder, self.target, self.log = house.folder, target, log
        environ = {**house.environ, **more}
        with log.open("ab") as log:
            self.process = subprocess.Popen([sys.executable, "-m", "tests.trials.works", str(target)], cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)

    def tell(self, *words: str) -> None:
        self.process.stdin.write((" ".join(words) + "\n").encode())
        self.process.stdin.flush()

    def heard(self) -> dict:
        line = self.process.stdout.readline()
        assert line, self.log.read_text()[-3000:]
        return json.loads(line)

    def halted(self, verb: str, where: str = "files") -> int:
        """The process that stopped in the middle of this work."""
        self.tell(verb, where)
        told = self.heard()
        assert "halted" in told, (verb, told, self.log.read_text()[-3000:])
        return told["halted"]

    def outcome(self) -> dict:
        """All that a work said, and how it ended."""
        told: dict = {}
        while "ended" not in told:
            told |= self.heard()
        return told

    def done(self, verb: str) -> dict:
        """A work to its end."""
        self.tell(verb)
        told = self.outcome()
        assert told["ended"] == 0, (verb, told, self.log.read_text()[-3000:])
        return told


@contextmanager
def at_work(house, target, log, **more):
    """The house's works, ended with the block, its beginning made."""
    works = Works(house, target, log, **more)
    try:
        works.done("begin")
        yield works
    finally:
        works.process.stdin.close()
        works.process.wait(60)


def stands(works, expected):
    """The ledger and the index hold, and what there is is this."""
    found = works.done("stand")
    assert found["faults"] == [] and found["searched"] is True, found
    assert {name: found[name] for name in expected} == expected


def rubbish(works):
    """What a backup left beside the house's own files."""
    here = [path.name for path in works.target.parent.iterdir() if "backup" in path.name or path.suffix == ".part"]
    return [*here, *(path.name for path in (works.folder / "main").glob(".tirek-backup-*"))]


def each_is_cut_off(works, cut, verbs=tuple(CUT)):
    """Every work begun and cut off by `cut`; what stands then; then done."""
    expected = dict(BEFORE)
    for verb in verbs:
        cut(works, verb)
        told = works.outcome()
        assert told["ended"] != 0 or verb == "take", (verb, told)  # who has read all rows already writes the list without a database
        expected |= CUT[verb] if told["ended"] else DONE[verb]
        yield verb, told
        stands(works, expected)
        works.done(verb)
        expected |= DONE[verb]
    stands(works, expected)
    assert works.target.exists() and rubbish(works) == [works.target.name]


@pytest.fixture
def place(tmp_path):
    """Where backups go."""
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "backup"


def test_whoever_does_it_is_killed(new_house, with_tables, place, tmp_path):
    sealed = {"TIREK_BACKUP_TO": str(pyrage.x25519.Identity.generate().to_public())}
    with at_work(new_house(like=with_tables), place, tmp_path / "works.log", **sealed) as works:
        for _verb, told in each_is_cut_off(works, lambda works, verb: os.kill(works.halted(verb), signal.SIGKILL)):
            assert told == {"ended": -signal.SIGKILL}


def test_the_database_is_killed(tmp_path, place):
    if suite_server():
        pytest.skip("the suite on SQLite tries this on a server of its own")
    with database_server() as server:
        house = House(tmp_path / "data", server.make("tirek"))
        assert house.tirek("setup-link").returncode == 0

        def cut(works, verb):
            works.halted(verb, "rows")
            server.kill()
            works.tell("go")

        with at_work(house, place, tmp_path / "works.log") as works:
            for verb, told in each_is_cut_off(works, cut):
                assert told["ended"] == 0 or told["fault"] in {"OperationalError", "InterfaceError", "Trouble"}, (verb, told)
                server.start()


def test_the_disk_is_full(new_house, with_tables, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        house = House(disk / "data")
        copy(with_tables.folder, house.folder)
        filled = []

        def cut(works, verb):
            if verb == "issue":  # all its rows lie in room that the database has already
                filled.append(fill(disk))
                works.tell(verb)
            else:
                works.halted(verb)
                filled.append(fill(disk))
                works.tell("go")

        with at_work(house, disk / "backup", tmp_path / "works.log") as works:
            for verb, told in each_is_cut_off(works, cut):
                filled.pop().unlink()
                assert told.get("fault") in {"OperationalError", "OSError", "Trouble"}, (verb, told)
