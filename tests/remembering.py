"""Worlds that many tests begin with are made once and put back for the others, as exact rows and files; on SQLite by other workers too.

`@remembered` stands on a function that brings a world to a state through services alone. What it did is kept beside the rows and files it found
and its arguments. Called again in the same state, its rows and files are put back
instead of made, on the same day of the house: services count days from it. A test that patches anything, or that looks at time another way, makes its own world; so does one outside a transaction.
"""

import copy
import functools
import hashlib
import inspect
import io
import itertools
import os
import pickle
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone, translation

FRESH = 240.0
"""Seconds after which a kept world is made anew: clocks of the house count minutes. TIREK_WORLDS_ANEW=1 makes every world anew."""
PATCHING = frozenset({"monkeypatch", "mocker", "settings", "mailoutbox", "transactional_db"})
COMING_AND_GOING = frozenset({"people_account", "django_session", "usersessions_usersession"})
Lines = dict[str, dict[Any, Any]]


@dataclass(frozen=True)
class Kept:
    """What a call left: its answer, the rows that came and went (table -> key -> row), the folder of its files, and when."""

    answer: Any
    came: Lines
    went: Lines
    files: Path
    at: float


class Allowed:
    """Whether the test that runs may be given a kept world, and where files are kept."""

    here = False
    folder = Path()
    """Where all workers of a run keep worlds."""


KEPT: dict[tuple[Any, ...], Kept] = {}


@pytest.fixture(autouse=True)
def _may_be_remembered(request, tmp_path_factory) -> Any:
    """No kept world for a test that patches, itself or through a fixture of ours; a pure one has none."""
    if request.node.get_closest_marker("pure"):
        yield
        return
    ours = [one for each in request._arg2fixturedefs.values() for one in each if one.func.__module__.startswith("tests.")]
    asked = {name for one in ours for name in one.argnames} - {"settings"}  # ours set the data folder, which is a part of what is kept
    patched = PATCHING & (asked | set(inspect.signature(request.function).parameters))
    mine = tmp_path_factory.getbasetemp()
    Allowed.folder = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine
    Allowed.here = not patched and not os.environ.get("TIREK_WORLDS_ANEW")
    yield
    Allowed.here = False


def remembered(make: Callable[..., Any]) -> Callable[..., Any]:
    """Makes once in each state, then puts back."""

    @functools.wraps(make)
    def made(*args: Any, **given: Any) -> Any:
        if not allowed():
            return make(*args, **given)
        before = lines()
        key = (make.__module__, make.__qualname__, repr(args), repr(sorted(given.items())), state(before))
        kept = known(key)
        if kept:
            put_back(kept)
        else:
            kept = KEPT[key] = keep(before, lambda: make(*args, **given))
            tell(key, kept)
        return copy.deepcopy(kept.answer)

    return made


def known(key: tuple[Any, ...]) -> Kept | None:
    """A fresh world by its key, of this worker or of another one."""
    kept = KEPT.get(key)
    if kept and time.monotonic() - kept.at < FRESH:
        return kept
    try:
        told: Kept = pickle.loads(place_of(key).read_bytes())
    except OSError:
        return None
    if time.monotonic() - told.at >= FRESH:
        return None
    KEPT[key] = told
    return told


def tell(key: tuple[Any, ...], kept: Kept) -> None:
    """Lets other workers put a world back. Not on PostgreSQL, whose sequences would not follow; nor one whose answer stands in no file."""
    if connection.vendor != "sqlite":
        return
    with suppress(pickle.PicklingError, TypeError, AttributeError):
        whole = pickle.dumps(kept)
        draft = place_of(key).with_suffix(f".{os.getpid()}")
        draft.write_bytes(whole)
        draft.replace(place_of(key))


def place_of(key: tuple[Any, ...]) -> Path:
    """Where a world is kept for all workers of this run."""
    return Allowed.folder / f"world-{hashlib.sha256(repr(key).encode()).hexdigest()}.kept"


def allowed() -> bool:
    """Whether a kept world may be used here and now."""
    clock = abs(timezone.now().timestamp() - time.time()) < 1
    return Allowed.here and clock and connection.in_atomic_block


def state(rows: Lines) -> tuple[Any, ...]:
    """What identifies the rows that stand (who signed in when is left out), the files, the day of the house, and how the world is looked at."""
    told = hashlib.sha256(repr([sorted(each.values()) for table, each in rows.items() if table not in COMING_AND_GOING]).encode()).digest()
    folder = Path(settings.TIREK_DATA)
    files = tuple(sorted((str(path.relative_to(folder)), path.stat().st_size) for path in folder.rglob("*") if path.is_file()))
    return told, files, timezone.localdate(), translation.get_language(), time.tzname, settings.DEBUG


def keep(before: Lines, make: Callable[[], Any]) -> Kept:
    """Makes a world and remembers what it did."""
    answer = make()
    after = lines()
    came = {table: {key: row for key, row in rows.items() if before[table].get(key) != row} for table, rows in after.items()}
    went = {table: {key: row for key, row in rows.items() if after[table].get(key) != row} for table, rows in before.items()}
    files = Path(mkdtemp(prefix="world-", dir=Allowed.folder))
    shutil.copytree(settings.TIREK_DATA, files, dirs_exist_ok=True)
    return Kept(answer, {name: rows for name, rows in came.items() if rows}, {name: rows for name, rows in went.items() if rows}, files, time.monotonic())


def put_back(kept: Kept) -> None:
    """The rows and files of a kept world."""
    for table, rows in kept.went.items():
        remove(table, rows)
    for table, rows in kept.came.items():
        add(table, rows.values())
    shutil.copytree(kept.files, settings.TIREK_DATA, dirs_exist_ok=True)


@functools.cache
def tables() -> dict[str, tuple[str, ...]]:
    """All tables -> their columns, the key first."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.app_label == "contenttypes":
            continue
        key = model._meta.pk.column
        found[model._meta.db_table] = (key, *(field.column for field in model._meta.concrete_fields if field.column != key))
    return found


def listed(columns: Iterable[str], sign: str = "") -> str:
    return ", ".join(f'{sign}"{column}"' for column in columns)


@functools.cache
def asking_which_hold_rows() -> str:
    """One question instead of one for each table: most of them are empty."""
    return "SELECT " + ", ".join(f'EXISTS(SELECT 1 FROM "{table}")' for table in tables())


@functools.cache
def asking_for_rows(table: str, sign: str = "") -> str:
    """The question for all rows of a table."""
    return f'SELECT {listed(tables()[table], sign)} FROM "{table}"'


def lines() -> Lines:
    """Every row of every table as the database holds it: a tuple of its values, or its line as PostgreSQL copies it."""
    found: Lines = {table: {} for table in tables()}
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(asking_which_hold_rows())
        for table in itertools.compress(tables(), cursor.fetchone()):
            if connection.vendor == "sqlite":
                cursor.execute(asking_for_rows(table, "+"))
                found[table] = {row[0]: row for row in cursor.fetchall()}
                continue
            with cursor.copy(f"COPY ({asking_for_rows(table)}) TO STDOUT") as out:
                text = b"".join(bytes(part) for part in out)
            found[table] = {line.split(b"\t", 1)[0]: line for line in text.splitlines(keepends=True)}
    return found


def remove(table: str, rows: Lines) -> None:
    """Deletes rows past the ledger's guard."""
    key = tables()[table][0]
    if connection.vendor == "sqlite":
        connection.connection.executemany(f'DELETE FROM "{table}" WHERE "{key}" = ?', [(each,) for each in rows])
        return
    with connection.connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{table}" WHERE "{key}"::text = ANY(%s)', [[each.decode().rstrip("\n") for each in rows]])


def add(table: str, rows: Iterable[Any]) -> None:
    """Writes rows past the ledger's guard."""
    columns = tables()[table]
    if connection.vendor == "sqlite":
        marks = ", ".join("?" * len(columns))
        connection.connection.executemany(f'INSERT INTO "{table}" ({listed(columns)}) VALUES ({marks})', list(rows))
        return
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({listed(columns)}) FROM STDIN') as to:
        to.write(io.BytesIO(b"".join(rows)).getvalue())
