"""Of two who make the same version of one thing the second gets a sentence, whichever database it is."""

import pytest

from tests.insight.publications.making import publish
from tirek.insight.publications.models import Edition
from tirek.insight.publications.refusals import PublishedMeanwhile
from tirek.insight.publications.services import editions

pytestmark = pytest.mark.django_db


def test_whoever_comes_second_with_the_same_version_is_told_and_nothing_of_theirs_stays(monkeypatch):
    publish("new", "demo", "topic", text="first")
    monkeypatch.setattr(editions, "newest", lambda *thing: None)  # as the second one read it, before the first had finished
    with pytest.raises(PublishedMeanwhile):
        publish("new", "demo", "topic", text="second")
    assert [each.version for each in Edition.objects.filter(key="new")] == [1]
