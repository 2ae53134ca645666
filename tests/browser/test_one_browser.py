"""One browser for all folders whose tests look at pages."""

import pytest

from tests.browser import walker

of_another_folder = walker.chromium
"""A fixture of its own, under another name."""
pytestmark = pytest.mark.browser


def test_a_folder_that_imports_the_fixture_has_the_same_browser(chromium, of_another_folder):
    assert of_another_folder is chromium and chromium.is_connected()
