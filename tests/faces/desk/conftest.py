"""Passwords of the demonstration go to a folder of the test's own; a prison and a team for the pages of visits."""

import pytest

from tests import world
from tests.accounts import account_of
from tests.people import deputy, head, secretary


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def place():
    return world.prison()


@pytest.fixture
def team():
    for person in (deputy, head, secretary):
        account_of(person)
    return world.members()
