"""The feed of a country: valid Atom in four languages, every entry leads to its edition, nothing of another country."""

import re
from datetime import datetime
from importlib import import_module
from xml.etree import ElementTree

import pytest
from django.apps import apps

from tests.faces.portal.test_reports import body
from tests.faces.published import published
from tests.people import foreigner
from tirek.foundation.jurisdictions.queries import areas
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES, Words
from tirek.insight.publications.models import EditionTheme
from tirek.insight.publications.services import freeze
from tirek.insight.publications.services.withholding import withhold_edition

pytestmark = pytest.mark.django_db
__all__ = ["published"]
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("application/atom+xml") and not answer.cookies
    return ElementTree.fromstring(answer.content)


def must_be_valid(element, wanted):
    """What RFC 4287 asks of a feed and of an entry: one id, title and updated, each an absolute address, some words, a moment with its zone."""
    for name in ("id", "title", "updated", *wanted):
        found = element.findall(ATOM + name)
        assert len(found) == 1 and (name == "author" or found[0].text.strip()), name
    assert re.fullmatch(r"https?://\S+", element.find(ATOM + "id").text)
    assert datetime.fromisoformat(element.find(ATOM + "updated").text).tzinfo
    assert [each.get("href") for each in element.findall(ATOM + "link") if each.get("rel") == "alternate"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_and_in_the_language_of_its_address(client, published, language):
    feed = read(client, f"/{language}/kz/feed/")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    must_be_valid(feed, ["author"])
    entries = feed.findall(ATOM + "entry")
    assert len(entries) == 5 and len({each.find(ATOM + "id").text for each in entries}) == 5
    for each in entries:
        must_be_valid(each, ["summary"])
        address = each.find(ATOM + "link").get("href").removeprefix("http://testserver")
        assert address.startswith(f"/{language}/") and client.get(address).status_code == 200
        assert client.get(each.find(ATOM + "id").text.removeprefix("http://testserver")).status_code == 200


def test_a_country_s_feed_holds_nothing_of_another_and_an_invented_one_has_none(client, published):
    assert len(read(client, "/en/kg/feed/").findall(ATOM + "entry")) == 2
    assert client.get("/en/demo/feed/").status_code == 404


def test_before_the_first_edition_it_is_empty_and_valid(client):
    feed = read(client, "/ru/kz/feed/")
    must_be_valid(feed, ["author"])
    assert feed.findall(ATOM + "entry") == []


def put(key, content, change="correction"):
    with record("editions.loaded", by=SYSTEM) as entry:
        entry.of(freeze(kind="report", country="kz", key=key, origin="sourced", body=content, change=change))


@pytest.fixture
def reports(db):
    """Two reports: one with findings on living conditions and others, one whose sections were all taken out."""
    whole = body()
    put("3-2026", whole)
    put("4-2026", {**whole, "report": {**whole["report"], "sections": [], "good_practices": []}})
    return whole


def entries(client, path):
    return [each.find(ATOM + "id").text.partition("/editions/")[2] for each in read(client, path).findall(ATOM + "entry")]


def test_a_theme_s_feed_holds_what_the_public_edition_says_of_it_and_nothing_else(client, published, reports):
    assert entries(client, "/ru/kz/feed/living_conditions/") == ["report/3-2026/1/"]
    assert entries(client, "/ru/kz/feed/reports/") == ["report/4-2026/1/", "report/3-2026/1/"]
    assert entries(client, "/ru/kg/feed/living_conditions/") == [] and not any(each.startswith("report/") for each in entries(client, "/en/kz/feed/documents/"))
    printed = {each["title"]["texts"]["en"].casefold() for each in reports["report"]["sections"]}
    wanted = {each.code for each in areas() if each.name.best("en") in printed}
    assert set(EditionTheme.objects.values_list("theme", flat=True)) >= wanted and "living_conditions" in wanted


@pytest.mark.parametrize("language", ["kk", *(pytest.param(each, marks=pytest.mark.slow) for each in LANGUAGES if each != "kk")])
def test_each_feed_of_the_page_on_following_is_valid_and_says_what_it_is_of(client, published, reports, language):
    shown = client.get(f"/{language}/kz/following/").content.decode()
    paths = sorted(set(re.findall(rf'href="(/{language}/kz/feed/[a-z_]*/?)"', shown)))
    assert len(paths) == 7 + len(areas())
    titles = set()
    for path in paths:
        feed = read(client, path)
        must_be_valid(feed, ["author"])
        titles.add(feed.find(ATOM + "title").text)
        assert feed.find(ATOM + "id").text == f"http://testserver{path}"
        assert client.get(feed.find(f"{ATOM}link[@rel='alternate']").get("href").removeprefix("http://testserver")).status_code == 200
    assert len(titles) == len(paths)


def test_a_correction_and_a_withheld_edition_appear_as_such_in_each_feed_of_theirs(client, reports):
    put("3-2026", {**reports, "title": Words.of({"en": "Corrected"}).to_json()})
    withhold_edition(kind="report", country="kz", key="3-2026", version=1, note=Words.of({"en": "It named somebody.", "ru": "Назван человек."}), because="Просьба.", by=foreigner)
    for path in ("/en/kz/feed/", "/en/kz/feed/reports/", "/en/kz/feed/living_conditions/"):
        told = {each.find(ATOM + "id").text.rpartition("3-2026/")[2]: each.find(ATOM + "summary").text for each in read(client, path).findall(ATOM + "entry") if "3-2026" in each.find(ATOM + "id").text}
        assert "a correction" in told["2/"] and told["1/"].startswith("Withheld since") and "It named somebody." in told["1/"]
    newest = read(client, "/en/kz/feed/").find(ATOM + "entry")
    assert newest.find(ATOM + "updated").text == read(client, "/en/kz/feed/").find(ATOM + "updated").text


def test_an_unchanged_feed_is_not_sent_again_and_what_is_no_theme_has_none(client, reports):
    answer = client.get("/en/kz/feed/living_conditions/")
    assert client.get("/en/kz/feed/living_conditions/", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    put("3-2026", {**reports, "title": Words.of({"en": "Corrected"}).to_json()})
    assert client.get("/en/kz/feed/living_conditions/", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 200
    assert client.get("/en/kz/feed/nothing/").status_code == 404 and client.get("/en/demo/feed/reports/").status_code == 404


def test_pages_of_a_country_lead_to_its_feed_and_to_the_page_on_following(client, published, reports):
    for path in ("/en/kz/", "/en/kz/picture/", "/en/kz/reports/", "/en/kz/reports/3-2026/", "/en/kz/topics/"):
        shown = client.get(path).content.decode()
        assert re.search(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="/en/kz/feed/">', shown) and 'href="/en/kz/following/"' in shown, path


def test_editions_from_before_there_were_themes_get_theirs_of_their_own_content(reports):
    before = set(EditionTheme.objects.values_list("edition_id", "theme"))
    EditionTheme.objects.all().delete()
    import_module("tirek.insight.publications.migrations.0009_themes").fill(apps, None)
    assert set(EditionTheme.objects.values_list("edition_id", "theme")) == before and before
