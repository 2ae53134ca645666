"""Instances for the tests of the command line: empty ones, and copies of instances that are made once for all tests of a worker."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project.commands import House, new_database


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


@pytest.fixture(scope="session")
def with_tables(tmp_path_factory) -> Iterator[House]:
    """An instance of the main edition as its first start leaves it. To copy, not to use."""
    with new_database() as url:
        house = House(tmp_path_factory.mktemp("tables") / "data", url)
        done = house.tirek("setup-link")
        assert done.returncode == 0, done.stderr
        yield house


@pytest.fixture(scope="session")
def with_records(with_tables, tmp_path_factory) -> Iterator[House]:
    """The same with records, stored files and checkpoints. To copy, not to use."""
    folder = tmp_path_factory.mktemp("records") / "data"
    copy(with_tables.folder, folder)
    with new_database(with_tables.url) as url:
        house = House(folder, url)
        house.make_records(3)
        yield house


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
    """A demonstration after its first start: told whole, then ended."""
    with new_database() as url:
        house = House(tmp_path_factory.mktemp("told") / "data", url, more={"DEMO": "1"})
        began = time.monotonic()
        with house.served(limit=600) as served:
            took = time.monotonic() - began
        yield Told(house, served.words, took)
