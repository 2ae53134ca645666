"""The demonstration, told whole, once for all tests of this folder: what it wrote is rolled back after the last of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from tirek.project.contents import loads


def nothing() -> None:
    """No dots on the terminal of a test."""


@pytest.fixture(scope="package")
def lumeria(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
    """Loads everything that a first start of the demonstration loads; the folder of its files."""
    folder = tmp_path_factory.mktemp("lumeria")
    whole = transaction.atomic()
    whole._from_testcase = True  # as Django's own test cases: blocks that ask to be outermost may stand inside
    with django_db_blocker.unblock(), override_settings(TIREK_DATA=folder), whole:
        for load in loads(demo=True):
            load.work(nothing)
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def told(lumeria: Path, db, settings) -> Path:
    """The told country, for one test: its rows and its files. What the test writes is rolled back alone."""
    settings.TIREK_DATA = lumeria
    return lumeria


def pytest_itemcollected(item: pytest.Item) -> None:
    """Telling the whole year takes long: on PostgreSQL in `make trials`."""
    if "told" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.long)
