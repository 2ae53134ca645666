"""The instance that trials are tried on: the demonstration, as `make run` serves it, in a folder of its own."""

import os

import pytest

from tests.project.conftest import new_house

__all__ = ["new_house"]


@pytest.fixture
def demonstration(new_house):
    """An empty place for a demonstration."""
    made = new_house()
    made.more["DEMO"] = "1"
    return made


def number(name: str, default: int) -> int:
    """How often or how long a trial goes on; the environment may shorten it while developing."""
    return int(os.environ.get(name, default))
