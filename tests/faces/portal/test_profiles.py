"""Country profiles in public: every value of document 003 one click from its sentence, what is missing in words, no cookie."""

import re

import pytest

from tirek.foundation.jurisdictions import queries as packs
from tirek.ground.rules.actors import SYSTEM
from tirek.insight.claims import services as claims
from tirek.insight.indicators import services as indicators
from tirek.insight.publications import services as publishing

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(db):
    claims.load_documents(by=SYSTEM)
    indicators.load_values(by=SYSTEM)
    return publishing.publish_profiles(by=SYSTEM).value


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return re.sub(r"[\u202f\xa0]", " ", answer.content.decode())


def test_the_profile_reproduces_document_003_with_every_value_one_click_from_its_sentence(client, published):
    shown = page(client, "/ru/kz/profile/")
    for figure in ("19 126 000", "40 842", "342 500 000 000 KZT", "733 718 937 EUR", "13,57", "1 357", "298"):
        assert figure in shown, figure
    assert "год выведен" in shown
    for one in packs.indicators():
        if one.profile:
            address = f"/ru/kz/profile/2022/{one.code}/"
            assert address in shown
            quotes = [each.quote for each in packs.stated_values("kz") if each.indicator == one.code and each.document == "003"]
            assert all(re.sub(r"\s+", " ", quote) in re.sub(r"\s+", " ", page(client, address)) for quote in quotes), one.code


def test_what_is_missing_is_said_in_words_and_is_no_zero(client, published):
    shown = page(client, "/en/kz/profile/2022/")
    assert "there is no data. It does not say why" in shown and "the data are closed" in shown
    assert page(client, "/en/kg/profile/2025/").count("no source of the record states it") > 35
    assert "<strong class=\"number\">0" not in page(client, "/en/kg/profile/2025/")


def test_the_load_is_said_to_hold_and_to_be_of_different_bodies(client, published):
    shown = page(client, "/en/kz/profile/2022/investigator_load/")
    assert "It adds up" in shown and "not of the same bodies" in shown and "The year is inferred" in shown


def test_the_superseded_liability_leads_to_the_later_source(client, published):
    assert "/en/kz/profile/2024/archive_liability/" in page(client, "/en/kz/profile/2022/archive_liability/")
    assert "its text is not held here" in page(client, "/en/kz/profile/2024/archive_liability/")


def test_a_changed_value_makes_a_further_edition_and_the_first_stays(client, published):
    from tirek.foundation.ledger.services import record
    from tirek.insight.indicators.models import Value

    assert publishing.publish_profiles(by=SYSTEM).value == 0
    with record("values.loaded", by=SYSTEM):
        row = Value.objects.get(code="003-cases-opened")
        row.amount = "23"
        row.save()
    assert publishing.publish_profiles(by=SYSTEM).value == 1
    assert "values were entered or changed" in page(client, "/en/kz/profile/2022/")
    assert "23 cases" in page(client, "/en/kz/profile/2022/") and "21 cases" in page(client, "/en/kz/profile/2022/editions/1/")


def test_before_anything_is_published_the_page_says_what_will_stand_there(client, db):
    assert "Nothing is published yet" in page(client, "/en/kz/profile/")
    for address in ("/demo/profile/", "/kz/profile/1999/", "/kz/profile/2022/population/", "/zz/profile/"):
        assert client.get(address).status_code == 404
