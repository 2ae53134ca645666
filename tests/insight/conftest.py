"""What stands on rooms that are tried on both databases already is tried on PostgreSQL in `make trials`, not in `make test`."""

import pytest

AT_BOTH = {"test_at_once.py"}
"""What two people do at once depends on the database: tried on both at every run."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks the tests of this folder as long; what is slow by itself is tried on one database."""
    if item.path.name not in AT_BOTH and not item.get_closest_marker("slow"):
        item.add_marker(pytest.mark.long)
