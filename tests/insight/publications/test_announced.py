"""Other systems are told of an edition in the very act that makes it, by the addresses at which the public face shows it."""

import json

import pytest
from django.urls import reverse

from tests.accounts import account_of
from tests.people import administrator, head
from tirek.foundation.ledger.services import record
from tirek.foundation.webhooks.events import NAMES
from tirek.foundation.webhooks.models import Message
from tirek.foundation.webhooks.services import make_webhook
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import Words
from tirek.insight.publications.models import KINDS
from tirek.insight.publications.services import freeze
from tirek.insight.publications.services.announced import PAGES, PROGRAMS
from tirek.insight.publications.services.withholding import give_back_edition, withhold_edition

pytestmark = pytest.mark.django_db
KEYS = {"document": "004", "picture": "country", "topic": "first", "profile": "2025", "report": "2025-1", "bodies": "country"}


def told():
    return [(json.loads(each.body)["type"], json.loads(each.body)["data"]) for each in Message.objects.order_by("written_at")]


def published(body, kind="report", key="2025-1"):
    with record("report.published", by=SYSTEM, country="demo") as act:
        act.of(freeze(kind=kind, country="demo", key=key, origin="demonstration", body=body, change="correction"))


def test_each_step_of_an_edition_is_told_once_by_codes_alone(tmp_path, settings):
    settings.TIREK_DATA, settings.TIREK_PUBLIC_AT = tmp_path, "https://npm.example"
    account_of(head)
    make_webhook(address="http://127.0.0.1:9/", purpose="Архив", events=NAMES, country="demo", by=administrator)
    for body in ({"title": "Тарнобор"}, {"title": "Тарнобор"}, {"title": "Тарнобор, исправлено"}):
        published(body)
    about = {"kind": "report", "country": "demo", "key": "2025-1", "version": 1}
    withhold_edition(**about, note=Words.of({"ru": "Закрыто по решению суда."}), because="Решение суда.", by=head)
    give_back_edition(**about, because="Решение отменено.", by=head)
    assert [(event, each["edition"]) for event, each in told()] == [("edition.published", 1), ("edition.corrected", 2), ("edition.withheld", 1), ("edition.given-back", 1)]
    assert all(set(each) == {"country", "kind", "key", "edition", "page", "data"} and each["page"].startswith("https://npm.example/demo/reports/2025-1/") for _event, each in told())
    assert not any(word in each.body for each in Message.objects.all() for word in ("Тарнобор", "Закрыто", "суда"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_addresses_are_those_of_the_public_face(kind):
    where = {"country": "kz", "kind": kind, "key": KEYS[kind], "version": 2}
    parts = {"document": ["004", 2], "picture": ["kz", 2], "topic": ["kz", "first", 2], "profile": ["kz", 2025, 2], "report": ["kz", "2025-1", 2], "bodies": ["kz", 2]}
    assert PAGES[kind].format(**where) == reverse(f"portal:{kind}-edition", args=parts[kind])
    assert PROGRAMS.format(**where) == reverse("api:edition-version", args=["kz", kind, KEYS[kind], 2])
