"""Rendered pages that are kept: sent again to readers without a cookie, forgotten as soon as something is published, never anybody's own page."""

import json

import pytest
from django.utils import timezone

from tests.faces.published import published
from tirek.faces.portal import keeping
from tirek.foundation.ledger.services import record
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import Edition, Reply
from tirek.insight.publications.services import freeze

pytestmark = pytest.mark.django_db
__all__ = ["published"]
PAGE = "/en/kz/picture/"


@pytest.fixture
def kept(settings, monkeypatch):
    settings.TIREK_KEEPS_PAGES = True
    monkeypatch.setattr(keeping, "ASKED_EVERY", 0)
    monkeypatch.setattr(keeping, "SHELF", keeping.Shelf())
    return keeping.SHELF


def corrected():
    row = Edition.objects.get(kind="picture", country="kz")
    with record("editions.loaded", by=SYSTEM) as entry:
        freeze(kind="picture", country="kz", key="country", origin="sourced", body={**json.loads(row.body), "name": {"en": "K"}}, change="correction")
        entry.of(1)


def test_a_page_is_made_once_and_sent_again_the_same(client, published, kept, django_assert_num_queries):
    first = client.get(PAGE)
    with django_assert_num_queries(5):  # the mark alone
        again = client.get(PAGE)
    assert again.content == first.content and dict(again.items()) == dict(first.items()) and len(kept.pages) == 1
    assert client.get(PAGE, HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 304


def test_what_is_published_is_seen_at_once(client, published, kept):
    assert b"Kazakhstan in the documents" in client.get(PAGE).content
    corrected()
    assert b"K in the documents" in client.get(PAGE).content and len(kept.pages) == 1


def test_a_reply_is_seen_at_once(client, published, kept):
    address, now = "/en/kz/facts/registered-2023/", timezone.now()
    client.get(address)
    told = {"speaker": "coalition", "office": "Coalition", "text": Words.of({"en": "We say otherwise."}), "way": "letter"}
    with record("editions.loaded", by=SYSTEM) as entry:
        Reply(country="kz", origin="sourced", kind="document", key="004", version=1, made_at=now, decided_at=now, **told).save()
        entry.of(1)
    assert b"We say otherwise." in client.get(address).content


def test_languages_hosts_and_pages_are_kept_apart(client, published, kept, settings):
    settings.ALLOWED_HOSTS = ["*"]
    made = {client.get(f"/{language}/kz/facts/terminals/", HTTP_HOST=host).content for language in ("ru", "kk") for host in ("a.example", "b.example")}
    assert len(made) == len(kept.pages) == 4


@pytest.mark.parametrize("asked", [{"HTTP_COOKIE": "sessionid=x"}, {"QUERY_STRING": "a=1"}, {"HTTP_AUTHORIZATION": "x"}])
def test_whoever_brings_a_cookie_or_a_query_gets_a_page_of_their_own(client, published, kept, asked):
    client.get(PAGE)
    corrected_page = client.get(PAGE, **asked)
    assert "ETag" not in corrected_page.headers and len(kept.pages) == 1


@pytest.mark.parametrize("path", ["/en/check/", "/en/accounts/login/", "/en/kz/facts/nothing/", "/kz/picture/", "/en/api/v1/kz/editions/", "/en/desk/"])
def test_nothing_else_is_kept(client, published, kept, path):
    client.get(path)
    assert not kept.pages


def test_memory_is_bounded_and_the_page_asked_for_longest_ago_goes_first(client, published, kept, monkeypatch):
    monkeypatch.setattr(keeping, "LARGEST", 60_000)
    for number in ("2019", "2020", "2021", "2022", "2023", "2024"):
        client.get(f"/en/kz/facts/registered-{number}/")
    assert sum(len(each.content) for each in kept.pages.values()) == kept.size <= 60_000
    assert "registered-2024" in next(reversed(kept.pages))[0] and not any("registered-2019" in key[0] for key in kept.pages)


def test_what_was_made_under_an_earlier_mark_is_not_kept(kept):
    kept.mark = "now"
    kept.put(("a",), keeping.Page(b"x", ()), "before")
    assert not kept.pages and kept.size == 0


def test_no_header_of_a_reader_puts_another_address_before_the_links(client, published, kept):
    poisoned = client.get(PAGE, SCRIPT_NAME="//evil.example").content
    assert b"evil.example" not in poisoned and client.get(PAGE).content == poisoned
