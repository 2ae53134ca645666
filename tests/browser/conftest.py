"""The walker's fixtures, for every test in this folder, and a told demonstration."""

from tests.browser.entering import enters
from tests.browser.walker import chromium, walk
from tests.project.conftest import told_house

__all__ = ["chromium", "enters", "told_house", "walk"]
