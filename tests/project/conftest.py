"""Instances for the tests of the command line: empty ones, and copies of instances that are made once: for all runs of this code on SQLite, in a worker on PostgreSQL."""

import fcntl
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project.commands import House, new_database
from tests.project.keeping import kept_here


@pytest.fixture
def new_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Makes instances, each with a folder (and on PostgreSQL a database) of its own: empty, or `like` another that is not served."""
    with ExitStack() as stack:
        count = 0

        def make(like: House | None = None, **given: object) -> House:
            nonlocal count
            count += 1
            folder = tmp_path / f"data-{count}"
            if like:
                copy(like.folder, folder)
            return House(folder, stack.enter_context(new_database(like.url if like else "")), **given)

        yield make


def copy(source: Path, folder: Path) -> None:
    """A folder with all that lies in it."""
    shutil.copytree(source, folder)


@pytest.fixture
def house(new_house) -> House:
    """One empty instance."""
    return new_house()


def made_once(tmp_path_factory, name: str, url: str, make: Callable[[House], None]) -> House:
    """An instance that nobody uses, only copies. Where its folder is all of it, whoever comes first makes it, and the others, of later runs too, find it."""
    shared = tmp_path_factory.getbasetemp() if url else kept_here()
    house, made = House(shared / name / "data", url), shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(shared / name, ignore_errors=True)  # of a worker that failed
            (shared / name).mkdir()
            make(house)
            made.touch()
    return house


@pytest.fixture(scope="session")
def with_tables(tmp_path_factory) -> Iterator[House]:
    """An instance of the main edition as its first start leaves it. To copy, not to use."""

    def make(house: House) -> None:
        done = house.tirek("setup-link")
        assert done.returncode == 0, done.stderr

    with new_database() as url:
        yield made_once(tmp_path_factory, "tables", url, make)


@pytest.fixture(scope="session")
def with_records(with_tables, tmp_path_factory) -> Iterator[House]:
    """The same with records, stored files and checkpoints. To copy, not to use."""

    def make(house: House) -> None:
        copy(with_tables.folder, house.folder)
        house.make_records(3)

    with new_database(with_tables.url) as url:
        yield made_once(tmp_path_factory, "records", url, make)


@pytest.fixture
def started(with_tables, new_house) -> House:
    """An instance that was started before."""
    return new_house(with_tables)


@pytest.fixture
def filled(with_records, new_house) -> House:
    """An instance with records and checkpoints."""
    return new_house(with_records)


@dataclass(frozen=True)
class Told:
    """A first start of the demonstration: its instance, what it said and how long it took."""

    house: House
    words: str
    seconds: float


@pytest.fixture(scope="session")
def told_house(tmp_path_factory) -> Iterator[Told]:
    """A demonstration after its first start: told whole, then ended. To copy, not to use."""

    def make(house: House) -> None:
        began = time.monotonic()
        with house.served(limit=600, DEMO="1") as served:
            took = time.monotonic() - began
        (house.folder.parent / "told.json").write_text(json.dumps([served.words, took]))

    with new_database() as url:
        house = made_once(tmp_path_factory, "told", url, make)
        house.more["DEMO"] = "1"
        yield Told(house, *json.loads((house.folder.parent / "told.json").read_text()))
