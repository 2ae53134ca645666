"""The cast with accounts, and a folder of its own."""

import pytest

from tests import world


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def team():
    """Those who visit."""
    return world.members()


@pytest.fixture
def visit(team):
    """A concluded visit of the invented country, with its cast."""
    return world.concluded(world.prison(), team)
