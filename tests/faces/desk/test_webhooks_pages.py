"""The pages of the webhooks: the secret once, the log, and what happened in words."""

import pytest
from django.test import Client

from tests.accounts import account_of, sign_in
from tests.foundation.webhooks.receiver import Receiver, verified
from tests.people import administrator, head, secretary
from tirek.foundation.webhooks.models import Message, Webhook
from tirek.foundation.webhooks.services import send_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    account_of(head)
    return sign_in(Client(), administrator)


def page(browser, path="/desk/webhooks/"):
    return " ".join(browser.get(path).content.decode().split())


def test_an_administrator_makes_one_tries_it_and_reads_what_was_answered(browser):
    assert "No webhook yet" in page(browser)
    with Receiver() as receiver:
        receiver.answers = [500, "redirect", 200]
        given = {"address": receiver.address, "purpose": "Архив библиотеки парламента", "events": ["edition.published", "edition.withheld"]}
        shown = browser.post("/desk/webhooks/new/", given)
        secret = shown.content.decode().partition("data-whole>")[2].partition("</textarea>")[0]
        row = Webhook.objects.get()
        here = f"/desk/webhooks/{row.pk}/"
        assert secret.startswith("whsec_") and "no-store" in shown["Cache-Control"] and secret not in page(browser, here) and "No message yet" in page(browser, here)
        browser.post(f"{here}trial/")
        for words in ("500", "302: it leads elsewhere, which is not followed", "taken"):
            Message.objects.filter(state="waiting").update(due_at="2026-01-01T00:00:00Z")
            send_due()
            assert words in page(browser, here)
        assert verified(receiver.got[-1], secret) and "goes well" in page(browser) and "an earlier edition is withheld" in page(browser, here)
        browser.post(f"{here}messages/{Message.objects.get().pk}/again/")
        assert send_due() == 1 and len(receiver.got) == 4
    renewed = browser.post(f"{here}secret/").content.decode()
    assert "whsec_" in renewed and secret not in renewed and "Older secret signs until" in page(browser, here)
    browser.post(f"{here}stop/")
    assert "stopped by a person" in page(browser, here) and "Send a trial message" not in page(browser, here)
    browser.post(f"{here}start/")
    assert "Send a trial message" in page(browser, here)


def test_a_mistake_comes_back_with_its_sentence(browser):
    for given, words in (
        ({"address": "http://npm.example/", "purpose": "Архив", "events": ["edition.published"]}, "begins with https://"),
        ({"address": "https://10.0.0.1/", "purpose": "Архив", "events": ["edition.published"]}, "own network"),
        ({"address": "http://127.0.0.1:9/", "purpose": "Архив"}, "at least one event"),
    ):
        answer = browser.post("/desk/webhooks/new/", given)
        assert answer.status_code == 422 and words in answer.content.decode() and "Архив" in answer.content.decode()


def test_the_head_sees_them_and_stops_one_and_the_office_does_not_know_of_them(browser):
    browser.post("/desk/webhooks/new/", {"address": "http://127.0.0.1:9/", "purpose": "Архив", "events": ["edition.published"]})
    here = f"/desk/webhooks/{Webhook.objects.get().pk}/"
    theirs = sign_in(Client(), head)
    assert "Webhooks" in page(theirs, "/desk/webhooks/") and "Renew the secret" not in page(theirs, here) and theirs.post(f"{here}stop/").status_code == 302
    office = sign_in(Client(), secretary)
    assert office.get(here).status_code == 403 and "Webhooks" not in page(office, "/desk/")


def test_the_head_alone_decides_what_of_the_exchange_is_told_after_a_warning(browser):
    browser.post("/desk/webhooks/new/", {"address": "http://127.0.0.1:9/", "purpose": "Архив", "events": ["edition.published"]})
    here = f"/desk/webhooks/{Webhook.objects.get().pk}/"
    theirs = sign_in(Client(), head)
    assert "This is not public" in page(theirs, here) and "This is not public" not in page(browser, here)
    answer = theirs.post(f"{here}inside/", {"events": ["reply.sent"]}, follow=True).content.decode()
    assert "told by number" in answer and Webhook.objects.get().events == ["edition.published", "reply.sent"] and "sent a reply on its own page" in page(browser, here)
    assert "told of nothing" in theirs.post(f"{here}inside/", follow=True).content.decode()
