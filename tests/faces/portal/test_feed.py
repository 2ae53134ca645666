"""The feed of a country: valid Atom in four languages, every entry leads to its edition, nothing of another country."""

import re
from datetime import datetime
from xml.etree import ElementTree

import pytest

from tests.faces.published import published
from tirek.ground.rules.words import LANGUAGES

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
