"""The walker's fixtures, for every test in this folder."""

from tests.browser.walker import chromium, walk

__all__ = ["chromium", "walk"]
