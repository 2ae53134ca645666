"""What all tests share: emptying a test database is not a write that the ledger must see."""

from collections.abc import Iterator

import pytest
from django.core.management.commands import flush

from tirek.foundation.ledger.acts import unguarded


@pytest.fixture(scope="session", autouse=True)
def _flush_unguarded() -> Iterator[None]:
    original = flush.Command.handle

    def handle(self, **options):
        with unguarded():
            return original(self, **options)

    flush.Command.handle = handle
    yield
    flush.Command.handle = original


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, settings) -> None:
    """Bytes and checkpoints of one test are no other test's: a checkpoint over rows that were rolled back would be a fault."""
    settings.TIREK_DATA = tmp_path
