"""Issued recommendations of one visit, for letters to be about."""

import pytest

from tests import world
from tests.followup.letters import making


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def three(team):
    """Three issued recommendations to the prison service, sixty days ago."""
    return making.three(world.prison("Дом писем"), team)
