"""What all tests share: emptying a test database is not a write that the ledger must see; who runs which tests."""

import gc
import time
from collections.abc import Iterator
from itertools import compress

import pytest
from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import flush, migrate
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from whitenoise.middleware import WhiteNoiseMiddleware

from tests.apart import _answers_apart_are_kept
from tests.distribution import ByWhatIsShared, longest_first, needless, unit
from tests.headers import faults
from tests.remembering import _may_be_remembered
from tirek.foundation.ledger.acts import unguarded
from tirek.project.cli.tables import make_at_once

__all__ = ["_answers_apart_are_kept", "_may_be_remembered"]

# How fast a machine makes examples says nothing about the house: a busy one fails nobody.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _flush_unguarded() -> Iterator[None]:
    original, all_of_them = flush.Command.handle, flush.sql_flush

    def filled(style, connection, **options):
        """What a test filled is emptied, not all of a hundred tables; what every database begins with is left, instead of emptied and written again."""
        names = sorted({*connection.introspection.django_table_names(only_existing=True, include_views=False)} - {"auth_permission", "django_content_type"})
        with connection.cursor() as cursor:
            cursor.execute("SELECT " + ", ".join(f'EXISTS(SELECT 1 FROM "{name}")' for name in names))
            return [f'DELETE FROM "{name}"' for name in compress(names, cursor.fetchone())]

    def handle(self, **options):
        options["inhibit_post_migrate"] = True  # what it would write was left
        for _ in range(50):  # a browser's last request may still be read in the live server's thread: an in-memory table is locked, not waited for
            try:
                with unguarded():
                    return original(self, **options)
            except CommandError as error:
                if "locked" not in str(error.__cause__):
                    raise
                time.sleep(0.1)
        with unguarded():
            return original(self, **options)

    flush.Command.handle, flush.sql_flush = handle, filled
    yield
    flush.Command.handle, flush.sql_flush = original, all_of_them


@pytest.fixture(scope="session", autouse=True)
def _tables_at_once() -> Iterator[None]:
    """A test database gets its tables as a first start makes them, in an eighth of the time of all migrations."""
    original = migrate.Command.handle

    def handle(self, *args, **options):
        if connection.introspection.table_names():
            return original(self, *args, **options)
        return make_at_once()

    migrate.Command.handle = handle
    yield
    migrate.Command.handle = original


@pytest.fixture(scope="session", autouse=True)
def _static_files_listed_once() -> Iterator[None]:
    """Each new client of a test makes the middlewares anew: they share one list of static files, which no test changes."""
    original, listed = WhiteNoiseMiddleware.add_files_from_finders, {}

    def add(self):
        key = (self.static_prefix, self.max_age, self.allow_all_origins, self.charset, self.add_headers_function, *settings.STATICFILES_FINDERS, *settings.STATICFILES_DIRS)
        if key not in listed:
            original(self)
            listed[key] = dict(self.files)
        self.files.update(listed[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add)
        yield


@pytest.fixture(scope="session", autouse=True)
def _every_answer_has_its_headers() -> Iterator[None]:
    """No page, file, redirect or refusal that any test asks for goes out without the headers of the house."""
    original = Client.request

    def request(self, **asked):
        answer = original(self, **asked)
        if "tirek.project.headers.SecurityHeaders" in settings.MIDDLEWARE:
            assert not faults(answer.headers), (asked.get("PATH_INFO"), answer.status_code, faults(answer.headers))
        return answer

    Client.request = request
    yield
    Client.request = original


@pytest.fixture(autouse=True)
def _own_data_folder(request) -> None:
    """Bytes and checkpoints of one test are no other test's: a checkpoint over rows that were rolled back would be a fault.

    A pure test writes nothing: thousands of them need no folder.
    """
    if not request.node.get_closest_marker("pure"):
        request.getfixturevalue("settings").TIREK_DATA = request.getfixturevalue("tmp_path")


def pytest_xdist_make_scheduler(config, log):
    """`--dist loadfile` keeps also files together that share something dear."""
    return ByWhatIsShared(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_ignore_collect(collection_path, config) -> bool | None:
    """Hundreds of files of which `-m` wants nothing are not imported in each worker: None lets others decide."""
    return needless(collection_path, config.getoption("markexpr")) or None


def pytest_configure(config) -> None:
    """Thousands of tests and the house's models are no garbage: they are not looked through after every 700 new objects."""
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_finish(session) -> None:
    """What was collected stays to the end."""
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items) -> None:
    """A worker collects the longest first: the other one is not left waiting for it at the end."""
    if hasattr(config, "workerinput"):
        ranks = longest_first(item.nodeid for item in items)
        items.sort(key=lambda item: ranks[unit(item.nodeid)])
