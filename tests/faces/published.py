"""A fixture: the record's documents and the countries' pictures published. Read and checked once a process; later tests freeze the same content again."""

import json

import pytest

from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.services import load_documents
from tirek.insight.publications.models import Edition
from tirek.insight.publications.services import freeze, publish_documents, publish_pictures

KEPT: list[dict] = []


@pytest.fixture
def published(db):
    """Editions of all five documents and of two pictures."""
    if KEPT:
        with record("editions.loaded", by=SYSTEM) as entry:
            entry.of(sum(freeze(**each) for each in KEPT))
        return
    load_documents(by=SYSTEM)
    publish_documents(by=SYSTEM)
    publish_pictures(by=SYSTEM)
    KEPT.extend({**each, "body": json.loads(each["body"])} for each in Edition.objects.values("kind", "country", "key", "origin", "body"))
