"""Instances for the tests of the command line."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.project.commands import House, new_database


@pytest.fixture
def new_house(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Makes empty instances, each with a folder (and on PostgreSQL a database) of its own."""
    with ExitStack() as stack:
        count = 0

        def make(**given: object) -> House:
            nonlocal count
            count += 1
            folder = tmp_path / f"data-{count}"
            return House(folder, stack.enter_context(new_database()), **given)

        yield make


@pytest.fixture
def house(new_house) -> House:
    """One empty instance."""
    return new_house()
