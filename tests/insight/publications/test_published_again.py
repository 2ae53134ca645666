"""Every kind that the desk publishes again is gathered as its loader gathers it: right after loading nothing differs."""

import pytest

from tests.people import foreigner as head
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims.services import load_documents
from tirek.insight.indicators.services import load_values
from tirek.insight.publications import services
from tirek.insight.publications.gathering import GATHER
from tirek.insight.publications.queries.corrections import pending
from tirek.insight.publications.queries.listing import published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_nothing_differs_right_after_the_record_was_published():
    load_documents(by=SYSTEM)
    load_values(by=SYSTEM)
    services.publish_documents(by=SYSTEM)
    services.publish_pictures(by=SYSTEM)
    services.publish_profiles(by=SYSTEM)
    found = published(by=head, country="kz")
    assert {each.kind for each in found} == set(GATHER)
    assert {(each.kind, each.key): pending(each.kind, each.key, by=head, country="kz").differences for each in found} == {
        (each.kind, each.key): () for each in found
    }
    assert all(each.title.in_("ru") for each in found)
