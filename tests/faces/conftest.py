"""Pages ask only what the rooms' own tests ask of PostgreSQL already: there they are walked in `make trials`, not in `make test`."""

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks every test of this folder as long."""
    item.add_marker(pytest.mark.long)
