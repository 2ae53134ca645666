"""Pages ask only what the rooms' own tests ask of PostgreSQL already, and `tests/access` draws every page there: they are not repeated on it."""

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks every test of this folder as one of pages, save those that are about the database itself."""
    if item.path.name != "test_database_role.py":
        item.add_marker(pytest.mark.page)
