"""Passwords of the demonstration go to a folder of the test's own."""

import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
