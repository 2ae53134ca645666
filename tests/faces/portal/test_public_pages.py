"""The public pages: without sign-in, without a cookie, each figure one click from its sentence, no invented country."""

import re

import pytest
from django.urls import reverse

from tirek.foundation.jurisdictions import queries

pytestmark = pytest.mark.django_db
COUNTRIES = ("kz", "kg")


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_the_start_page_stands_in_every_language_and_sets_no_cookie(client, language):
    assert f'lang="{language}"' in page(client, f"/{language}/")


def test_every_figure_of_the_start_page_opens_its_sentence(client):
    for country in COUNTRIES:
        start = page(client, f"/en/{country}/")
        addresses = set(re.findall(rf'href="(/en/{country}/(?:facts|stations)/[^"]+)"', start))
        assert addresses
        for address in addresses:
            page(client, address)


def test_every_fact_shows_its_quote_word_for_word(client):
    for country in COUNTRIES:
        for fact in queries.facts(country):
            shown = page(client, f"/en/{country}/facts/{fact.id}/")
            text = re.sub(r"\s+", " ", re.search(r"<mark>(.*?)</mark>", shown, re.S).group(1)).replace("&quot;", '"').replace("&#x27;", "'")
            assert text.strip() == re.sub(r"\s+", " ", fact.quote).strip()


def test_the_figures_that_the_documents_state_stand_on_the_page(client):
    start = page(client, "/en/kz/").replace("\u202f", " ").replace("\xa0", " ")
    for figure in ("&gt; 500", "1 357", "47", "850", "920", "462", "193", "612"):
        assert figure in start or figure.replace(" ", ",") in start, figure
    assert "year not stated" in start


def test_documents_hide_contacts_and_state_their_digest(client):
    for document in queries.documents():
        shown = page(client, f"/en/documents/{document.id}/")
        assert document.sha256 in shown
        assert "@un.org" not in shown


def test_the_invented_country_has_no_public_page(client):
    for address in ("/demo/", "/demo/mechanisms/", "/demo/facts/visits/", "/zz/", "/kz/missions/nothing/", "/documents/999/"):
        assert client.get(address).status_code == 404


def test_missions_and_mechanisms_stand_with_their_sources(client):
    shown = page(client, "/en/kz/missions/spt-2023/")
    assert "CAT/OP/KAZ/ROSP/1" in shown and "2023" in shown
    assert "2025" in page(client, "/en/kg/mechanisms/")


def test_no_country_is_mixed_into_another(client):
    assert "НЦПП" not in page(client, reverse("portal:country", args=["kz"]))


@pytest.mark.parametrize(
    "environ",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_HOST": "tirek.example"},
        {"HTTP_HOST": "localhost.attacker.example"},
    ],
)
def test_the_way_into_the_demonstration_is_offered_on_the_machine_alone(client, environ, settings):
    settings.ALLOWED_HOSTS = ["*"]
    here = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"}
    assert "/accounts/demonstration/" in client.get("/en/", **here).content.decode()
    assert "/accounts/demonstration/" not in client.get("/en/", **{**here, **environ}).content.decode()
    settings.TIREK_DEMO = False
    assert "/accounts/demonstration/" not in client.get("/en/", **here).content.decode()


def test_the_history_names_the_law_and_the_duties_that_moved(client):
    history = page(client, "/en/kz/mechanisms/")
    assert "Law on the national preventive mechanism, 2013" in history
    assert "health care in correctional institutions" in history and "Anti-Corruption" in history
    assert "not verified against the source" in history
    assert history.count("the day is inferred from document 004") == 4


def test_a_figure_of_several_years_together_says_which(client):
    text = client.get("/en/kz/stations/sentence/").content.decode()
    assert "2020–2022 · document 004" in text
    assert "2020–2022" in client.get("/en/kz/facts/convicted-2020-2022/").content.decode()


def test_without_a_published_topic_the_page_says_what_will_stand_there(client):
    assert "No question is published yet" in page(client, "/en/kz/topics/")


def test_the_convicted_stand_year_by_year_and_a_break_is_named_once(client):
    start = page(client, "/en/kz/")
    series = re.findall(r'<p class="station-series">(.*?)</p>', start, re.S)
    assert [re.findall(r"<small>(\d{4})</small>", one) for one in series][-1] == ["2020", "2021", "2022", "2023", "2024"]
    assert start.count('<p class="chain-break">') == 1
    assert "<h2><h2>" not in start


def test_a_document_says_its_date_or_that_none_is_stated_once(client):
    for document in queries.documents():
        head = page(client, f"/en/documents/{document.id}/").partition("<h1>")[2].partition("SHA-256")[0]
        assert len(re.findall(r"date not stated|neither the date|6 April 2023", head)) == 1, document.id
