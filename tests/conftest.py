"""What all tests share: emptying a test database is not a write that the ledger must see; who runs which tests."""

from collections.abc import Iterator

import pytest
from django.core.management.commands import flush

from tests.distribution import ByWhatIsShared, longest_first, unit
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


def pytest_xdist_make_scheduler(config, log):
    """`--dist loadfile` keeps also files together that share something dear."""
    return ByWhatIsShared(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items) -> None:
    """A worker collects the longest first: the other one is not left waiting for it at the end."""
    if hasattr(config, "workerinput"):
        ranks = longest_first(item.nodeid for item in items)
        items.sort(key=lambda item: ranks[unit(item.nodeid)])
