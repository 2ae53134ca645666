"""The index follows acts in these tests."""

import pytest
from django.test import override_settings


@pytest.fixture
def followed(monkeypatch):  # who patches gets no world that was made without the index
    with override_settings(TIREK_SEARCH_FOLLOWS=True):
        yield
