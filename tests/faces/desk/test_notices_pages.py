"""The page of one's own notices, as its reader sees it."""

import pytest
from django.test import Client

from tests.accounts import account_of, sign_in
from tests.foundation.notices.conftest import post
from tests.foundation.people.cast import account, actor, with_passkey
from tests.people import head
from tirek.faces.desk.accounts.mail import fault_words
from tirek.foundation.notices.models import Notice, Wishes
from tirek.foundation.notices.queries import own_mail
from tirek.foundation.notices.services import send_due, tell
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import ask_reset
from tirek.ground.rules.actors import Role

__all__ = ["post"]
pytestmark = [pytest.mark.django_db, pytest.mark.page]


@pytest.fixture
def aida():
    return with_passkey(account("aida", Role.MEMBER))


@pytest.fixture
def browser(aida):
    client = Client()
    client.force_login(aida, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.cookies["language"] = "en"
    return client


def page(client):
    return " ".join(client.get("/accounts/notices/").content.decode().split())


def test_what_there_is_to_read_leads_to_where_it_is_answered(browser, aida, post):
    ask_reset(account_id=aida.pk, country="kz", by=actor("admin", Role.ADMINISTRATOR))
    assert "waits to be sent" in page(browser)
    send_due()
    told = page(browser)
    assert '<a href="/accounts/">It concerns how you sign in to your own account. Please read it soon.</a>' in told and "handed over" in told


def test_a_person_sees_that_mail_comes_back_and_says_when_it_works_again(browser, aida, post):
    post.answers["RCPT"] = ["550 5.1.1 no"]
    tell([str(aida.pk)], "confirm")
    send_due()
    assert "Mail to your address comes back" in page(browser) and "came back" in page(browser)
    browser.post("/accounts/notices/again/")
    assert "Mail to your address comes back" not in page(browser) and own_mail(by=actor_of(aida)).returned_at is None


def test_a_person_chooses_what_is_mailed(browser, aida, post):
    assert browser.post("/accounts/notices/", {"jobs": "on", "digest": "weekly"}).status_code == 302
    for kind in ("confirm", "decided", "job", "reset"):
        tell([str(aida.pk)], kind)
    assert dict(Notice.objects.values_list("kind", "state")) == {"confirm": "page", "decided": "page", "job": "waiting", "reset": "waiting"}
    assert Wishes.objects.get().digest == "weekly" and 'value="weekly" selected' in page(browser)
    assert browser.post("/accounts/notices/", {"digest": "hourly"}).status_code == 422


def test_without_mail_the_page_says_so_and_a_stranger_sees_none(client):
    tell([str(account_of(head).pk)], "confirm")
    assert "no mail is sent" in page(sign_in(client, head)) and "What is mailed to me" not in page(client) and "A confirmation by you is awaited." in page(client)
    assert Client().get("/accounts/notices/").status_code == 302


def test_administrators_see_how_mail_goes_and_mail_again(browser, aida, post):
    admin = with_passkey(account("admin", Role.ADMINISTRATOR))
    post.answers["aida@npm.example"] = ["550 5.2.2 full"]
    tell([str(aida.pk)], "confirm")
    send_due()
    browser.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    told = " ".join(browser.get("/desk/accounts/mail/").content.decode().split())
    assert "the mailbox takes nothing: closed, or full" in told and "aida" in told and "aida@npm.example" not in told
    assert "Nobody’s" in browser.post(f"/desk/accounts/mail/{aida.pk}/again/", follow=True).content.decode()


@pytest.mark.parametrize(("fault", "words"), [
    ("", ""), ("not reached", "it cannot be reached"), ("password 535", "it refuses our password 535"), ("421", "it refuses us 421"), ("answer 421", "it refuses us 421"),
])  # fmt: skip
def test_why_the_server_takes_nothing_is_said_in_words(fault, words):
    assert fault_words(fault) == words
