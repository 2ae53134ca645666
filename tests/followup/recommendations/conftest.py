"""A concluded visit of the invented country, and what is made of it."""

import pytest

from tests import world
from tests.followup.recommendations import making


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


@pytest.fixture
def issued(visit):
    """An issued recommendation, sixty days ago."""
    return making.issued(visit)
