"""What all tests of the exchange begin with."""

import pytest

from tests import world
from tests.followup.recommendations import making


@pytest.fixture
def team(db):
    return world.members()


@pytest.fixture
def about(team):
    """An issued recommendation to the prison service."""
    return making.issued(world.concluded(world.prison(), team), days=20)


@pytest.fixture
def ministry(team):
    """An issued recommendation to the ministry above it."""
    return making.issued(world.concluded(world.prison("Второй дом"), team), number="Р-2", addressee="lum-law", days=10)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
