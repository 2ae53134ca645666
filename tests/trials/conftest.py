"""The instance that trials are tried on: the demonstration, as `make run` serves it, in a folder of its own. It is told once for all of them."""

import os

import pytest

from tests.project.conftest import new_house, told_house, with_tables

__all__ = ["new_house", "told_house", "with_tables"]


@pytest.fixture(autouse=True)
def _programs_anew(monkeypatch):
    """Each command is a new program here, as a person has it."""
    monkeypatch.setenv("TIREK_PROGRAMS_ANEW", "1")


@pytest.fixture
def demonstration(told_house, new_house):
    """A demonstration that was told and ended: a copy of its own."""
    return new_house(told_house.house, more={"DEMO": "1"})


@pytest.fixture
def empty_place(new_house):
    """An empty place for a demonstration: its first start is what is tried."""
    return new_house(more={"DEMO": "1"})


def number(name: str, default: int) -> int:
    """How often or how long a trial goes on; the environment may shorten it while developing."""
    return int(os.environ.get(name, default))
