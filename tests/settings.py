"""Settings for tests: a data folder of their own, the same database kinds as production, and English where nobody chose a language."""

import os
import tempfile

_folder = os.environ.setdefault("TIREK_TEST_DATA", tempfile.mkdtemp(prefix="tirek-test-"))
os.environ["DATA_DIR"] = _folder
os.environ.setdefault("DEMO", "1")
os.environ["TIREK_LANGUAGE"] = "en"  # sentences are compared as they stand in the source, however far the translations are

from tirek.project.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]  # noqa: F405  quick for those that tests choose
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)  # noqa: F405  test databases come and go: a pool would hold them
TIREK_OIDC = None
TIREK_MAIL = None  # a test that sends names a server of its own
TIREK_SEARCH_FOLLOWS = False  # thousands of acts whose tests search nothing; tests of the search switch it on
TIREK_KEEPS_PAGES = False  # a page that one test rendered is no other test's
if "sqlite" in str(DATABASES["default"]["ENGINE"]):  # noqa: F405
    # A page that a browser asks for again and again meets the test's own writing: connections to one memory lock each other's tables instead of waiting.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA read_uncommitted=ON"  # type: ignore[index,operator] # noqa: F405
