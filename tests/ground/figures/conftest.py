"""Tests of figures draw as many examples as a quick run bears; a time limit for one example would only measure the machine."""

import pytest
from hypothesis import settings

settings.register_profile("figures", deadline=None, max_examples=60)


@pytest.fixture(autouse=True, scope="package")
def few_examples():
    before = settings.get_current_profile_name()
    settings.load_profile("figures")
    yield
    settings.load_profile(before)
