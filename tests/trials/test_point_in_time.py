"""A PostgreSQL database is taken back to a moment between two acts by following docs/how-to/back-up.md word for word on a cluster as Debian makes it.

The ledger tells it, and goes on once it is on record. The cluster lies in a mount namespace of its own; systemd is a stand-in of a few lines.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.postgres import binaries
from tests.project.commands import House, suite_server
from tests.trials.test_pages_followed import blocks

pytestmark = pytest.mark.trial
WORLD = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
PLACES = ("srv", "var/lib/postgresql", "var/log/postgresql", "run/postgresql", "etc/postgresql")
SYSTEMCTL = """#!/bin/sh
verb=$1
shift
for each in "$@"; do
    [ "$each" != postgresql.service ] || pg_ctlcluster {version} main "$verb"
done
"""
MADE = """
mount --make-rprivate /
for each in {places}; do
    mkdir -p /$each
    mount --bind {base}/$each /$each
    chown postgres: /$each
done
chown root: /srv
pg_createcluster --locale=C.UTF-8 --port=5432 {version} main -- --no-sync
echo "fsync = off" >> /etc/postgresql/{version}/main/postgresql.conf
echo "listen_addresses = ''" >> /etc/postgresql/{version}/main/postgresql.conf
systemctl start postgresql.service
runuser -u postgres -- createuser {user}
runuser -u postgres -- createdb --owner={user} tirek
"""


@dataclass
class Debian:
    """A machine with one cluster; its folders lie in `base`, so that its socket is reached from here too."""

    base: Path
    version: str
    holder: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return f"postgresql:///tirek?host={self.base}/run/postgresql"

    def follow(self, script: str) -> str:
        """Commands of the page in the machine, each to its end, with its own version in their paths."""
        words = ["nsenter", f"--target={self.inside()}", "--mount", "--pid", "sh", "-eu", "-c", script.replace("/15/", f"/{self.version}/")]
        done = subprocess.run(words, env={"PATH": f"{self.base}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, (script, done.stdout, done.stderr)
        return done.stdout

    def inside(self) -> str:
        """The first process of the machine."""
        return Path(f"/proc/{self.holder.pid}/task/{self.holder.pid}/children").read_text().split()[0]

    def write(self, text: str) -> None:
        """What the page says to write into the cluster's settings."""
        with (self.base / f"etc/postgresql/{self.version}/main/postgresql.conf").open("a") as file:
            file.write(text)

    def asked(self, question: str) -> object:
        """The first value of an answer of the database."""
        with psycopg.connect(self.url, autocommit=True) as line:
            return line.execute(question).fetchone()[0]


@contextmanager
def debian():
    """A running cluster, gone with the block; says so where none can be made."""
    programs = binaries()
    missing = [name for name in ("unshare", "nsenter", "runuser", "pg_createcluster", "pg_ctlcluster") if not shutil.which(name)]
    if programs is None or missing or os.geteuid() != 0 or subprocess.run([*WORLD, "true"], capture_output=True, check=False).returncode:
        said = f"No cluster as Debian makes it could be made here (it needs root, namespaces and {', '.join(missing) or 'PostgreSQL'}), so the page was not followed."
        (pytest.fail if os.environ.get("TIREK_CI") else pytest.skip)(said)
    base = Path(tempfile.mkdtemp(prefix="tirek-pg-"))
    base.chmod(0o755)
    for each in (*PLACES, "bin"):
        (base / each).mkdir(parents=True)
    version = programs.parent.name
    (base / "bin/systemctl").write_text(SYSTEMCTL.format(version=version))
    (base / "bin/systemctl").chmod(0o755)
    holder = subprocess.Popen([*WORLD, "sh", "-c", "echo; exec sleep 600"], stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        machine = Debian(base, version, holder)
        machine.follow(MADE.format(places=" ".join(PLACES), base=base, version=version, user="root"))
        yield machine
    finally:
        holder.kill()
        holder.wait(60)
        shutil.rmtree(base, ignore_errors=True)


@pytest.mark.skipif(bool(suite_server()), reason="it has a server of its own; the suite on SQLite tries this")
def test_a_database_is_taken_back_to_a_moment_and_says_so(tmp_path):
    folders, archive, restart, end, moment, start = (block for label, block in blocks("Take a PostgreSQL database back to a moment") if label != "sh taken-back")
    with debian() as machine:
        house = House(tmp_path / "data", machine.url)
        assert house.tirek("setup-link").returncode == 0
        machine.follow(folders)
        machine.write(archive)
        machine.follow(restart)
        before = house.make_records(2)
        between = machine.asked("SELECT clock_timestamp()::text")
        house.make_records(2)
        entries = machine.asked("SELECT size FROM ledger_head")
        machine.follow(end)
        machine.write(re.sub(r"(?<=recovery_target_time = ')[^']+", between, moment))
        machine.follow(start)
        until_it_writes(machine)
        left = machine.asked("SELECT size FROM ledger_head")
        assert machine.asked("SELECT count(*) FROM places_place") == before < entries and left < entries
        told = house.tirek("ledger", "verify")
        assert told.returncode == 1 and told.stdout.count("1 things do not hold") == 1, told.stdout + told.stderr
        assert f"; the database holds {left}. Either it was taken back to an earlier moment" in told.stderr and "tirek ledger taken-back" in told.stderr
        done = house.tirek("ledger", "taken-back", "--yes")
        assert done.returncode == 0, done.stderr
        assert house.make_records(1) == before + 1
        held = house.tirek("ledger", "verify")
        assert held.returncode == 0 and "the database was taken back: of " in held.stderr, held.stdout + held.stderr


def until_it_writes(machine):
    """Until the recovery has come to its end."""
    until = time.monotonic() + 60
    while machine.asked("SELECT pg_is_in_recovery()"):
        assert time.monotonic() < until, "the recovery does not end"
        time.sleep(0.05)
