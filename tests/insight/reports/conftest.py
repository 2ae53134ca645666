"""Each test with a data folder of its own: reports write checkpoints and bytes there."""

import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
