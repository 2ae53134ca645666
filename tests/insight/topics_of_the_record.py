"""The topics of the record, loaded and published once for all tests of a module: what was written is rolled back after the last of them."""

import pytest
from django.db import transaction
from django.test import override_settings

from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims import services
from tirek.insight.publications import services as publishing


@pytest.fixture(scope="module")
def whole_record(django_db_setup, django_db_blocker, tmp_path_factory):
    """Documents and topics with their editions; the folder of its files."""
    folder = tmp_path_factory.mktemp("record")
    whole = transaction.atomic()
    whole._from_testcase = True  # as Django's own test cases: blocks that ask to be outermost may stand inside
    with django_db_blocker.unblock(), override_settings(TIREK_DATA=folder), whole:
        services.load_documents(by=SYSTEM)
        publishing.publish_documents(by=SYSTEM)
        services.load_topics(by=SYSTEM)
        publishing.publish_topics(by=SYSTEM)
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def loaded(whole_record, db, settings):
    """The record, for one test; what the test writes is rolled back alone."""
    settings.TIREK_DATA = whole_record
