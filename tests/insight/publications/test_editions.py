"""Editions of the record's documents: frozen, a further version where something changed, nothing of contacts and of what was rejected."""

import json

import pytest

from tests import people, sourced
from tirek.foundation.jurisdictions.queries import document_text, documents
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.insight.claims import queries as claims
from tirek.insight.claims import services
from tirek.insight.claims.services.deciding import Changes
from tirek.insight.publications import services as publishing
from tirek.insight.publications.models import Edition
from tirek.insight.publications.queries import document_edition
from tirek.insight.publications.services.pictures import values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    sourced.documents()
    sourced.editions()


def source(code="004"):
    return claims.source_called(code, by=SYSTEM, country="kz")


def figure(quote, code="004"):
    found = claims.analysis(source(code), 1, by=SYSTEM, country="kz").figures
    return next(one for one in found if one.quote == quote and one.checks)


def test_every_document_is_published_once_with_the_text_that_the_public_may_read(published):
    assert publishing.publish_documents(by=SYSTEM).value == 0
    for one in documents():
        edition = document_edition(one.country, one.id)
        assert (edition.version.number, edition.newest, edition.sha256) == (1, True, one.sha256)
        assert edition.checked.text == document_text(one.id)
        assert "".join(piece.text for piece in edition.checked.pieces) == edition.checked.text
        assert len(edition.checked.figures) == {line.code: line.figures for line in claims.sources(by=SYSTEM, country=one.country)}[one.id]


def test_a_decision_makes_a_further_edition_and_the_first_stays_as_it_was(published):
    before = Edition.objects.get(key="004").body
    one = figure("13")
    services.reject(source_id=source(), stretch=(one.start, one.end), reason="Проверка.", by=SYSTEM)
    assert publishing.publish_documents(by=SYSTEM).value == 1
    now = document_edition("kz", "004")
    assert (now.version.number, now.version.change, len(now.versions)) == (2, "decisions", 2)
    first = document_edition("kz", "004", 1)
    assert not first.newest and len(first.checked.figures) == len(now.checked.figures) + 1
    assert Edition.objects.get(key="004", version=1).body == before


def test_a_check_of_a_figure_that_a_person_reads_otherwise_is_left_out(published):
    one = figure("13")
    services.edit(source_id=source(), stretch=(one.start, one.end), changes=Changes(value="14"), reason="Проверка.", by=SYSTEM)
    publishing.publish_documents(by=SYSTEM)
    found = json.loads(Edition.objects.filter(key="004").first().body)["found"]
    key = next(claim["id"] for claim in found["claims"] if claim["span"] == [one.start, one.end])
    assert next(claim["value"] for claim in found["claims"] if claim["id"] == key) == 14
    assert not [check for check in found["checks"] if key in check["claims"]]


def test_other_rules_make_a_further_edition_that_says_so(published, monkeypatch):
    from tirek.insight.claims.services import loading, proposing

    for module in (loading, proposing):
        monkeypatch.setattr(module, "rules_digest", lambda: "f" * 64)
    services.load_documents(by=SYSTEM)
    assert publishing.publish_documents(by=SYSTEM).value == len(documents())
    assert document_edition("kg", "001").version.change == "rules"


def test_nobody_but_the_loader_publishes_and_what_is_not_there_is_not_found(published):
    with pytest.raises(NotAllowed):
        publishing.publish_documents(by=people.head)
    for country, code, version in (("kg", "004", None), ("kz", "004", 9), ("demo", "order-results", None)):
        with pytest.raises(NotFound):
            document_edition(country, code, version)


def test_a_picture_whose_figures_are_kept_in_another_order_states_the_same():
    one = {"figures": {"b": {"value": "2"}, "a": {"value": "1"}}}
    assert values_of(one) == values_of({"figures": {"a": {"value": "1"}, "b": {"value": "2"}}})
    assert values_of(one) != values_of({"figures": {"a": {"value": "2"}, "b": {"value": "1"}}})
