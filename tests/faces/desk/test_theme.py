"""Light or dark on signed-in pages: kept in a cookie, never an open redirect, never on public pages."""

import pytest

from tests.accounts import sign_in
from tests.people import member

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_chosen_theme_stands_on_every_desk_page_and_on_no_public_one(client):
    sign_in(client, member)
    answer = client.post("/accounts/preferences/", {"theme": "dark", "next": "/kk/desk/"})
    assert answer.status_code == 302 and answer.headers["Location"] == "/kk/desk/"
    assert b'data-theme="dark"' in client.get("/desk/").content
    assert b"data-theme" not in client.get("/about/components/").content


def test_the_browsers_own_wish_comes_back(client):
    sign_in(client, member)
    client.post("/accounts/preferences/", {"theme": "dark"})
    client.post("/accounts/preferences/", {"theme": ""})
    assert b"data-theme" not in client.get("/desk/").content


def test_nobody_is_sent_elsewhere(client):
    sign_in(client, member)
    answer = client.post("/accounts/preferences/", {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"
