"""The auditor reads the ledger; nobody else does."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.people import EVERYBODY, auditor, nobody, secretary
from tirek.foundation.ledger import writing
from tirek.foundation.ledger.services import record
from tirek.foundation.ui.formats import zone_note

pytestmark = pytest.mark.django_db


def test_the_auditor_sees_acts_and_no_names(client):
    sign_in(client, auditor)
    with record("visit.begun", by=secretary, subject=("visit", "v1"), country="demo") as entry:
        entry.of(None)
    page = client.get(reverse("desk:ledger")).content.decode()
    assert "Visit begun" in page and secretary.id[:8] in page and secretary.name not in page


def test_times_are_the_zones_and_the_page_names_it(client, monkeypatch):
    sign_in(client, auditor)
    late = datetime(2026, 3, 11, 20, 22, 29, tzinfo=UTC)
    monkeypatch.setattr(writing.timezone, "now", lambda: late)
    with record("visit.begun", by=secretary, subject=("visit", "v1"), country="demo") as entry:
        entry.of(None)
    with record("visit.planned", by=secretary, subject=("visit", "v2"), country="demo", veil="v2") as entry:
        entry.of(None)
    monkeypatch.undo()
    with timezone.override("Asia/Almaty"):
        assert zone_note() == "Times are those of the time zone Asia/Almaty, today UTC+05:00."
    page = client.get(reverse("desk:ledger")).content.decode()
    assert zone_note() in page and settings.TIME_ZONE == "Asia/Almaty"
    assert "12 Mar 2026, 01:22:29" in page and "20:22" not in page
    assert page.count("12 Mar 2026") == 2, "the day of a veiled entry too"


def test_nobody_else_sees_it(client):
    for each in EVERYBODY:
        if each in (auditor, nobody):
            continue
        sign_in(client, each)
        assert client.get(reverse("desk:ledger")).status_code == 403
        assert client.post(reverse("desk:ledger-verify")).status_code == 403


def test_without_an_account_the_desk_asks_to_sign_in(client):
    assert client.get(reverse("desk:ledger")).status_code == 302


def test_a_verification_runs_in_the_worker_and_shows_its_outcome(client):
    from tirek.foundation.jobs.services import run

    sign_in(client, auditor)
    answer = client.post(reverse("desk:ledger-verify"))
    run(job_id=answer.url.rstrip("/").rsplit("/", 1)[1])
    page = client.get(answer.url).content.decode()
    assert "Everything holds." in page and "What does not hold" not in page


def test_what_a_verification_cannot_see_is_said_in_the_readers_language(client):
    from django.utils.html import escape
    from django.utils.translation import gettext, override

    from tirek.foundation.jobs.services import run
    from tirek.foundation.ledger.findings import UNSEEN

    sign_in(client, auditor)
    answer = client.post(reverse("desk:ledger-verify"))
    run(job_id=answer.url.rstrip("/").rsplit("/", 1)[1])
    client.cookies["language"] = "ru"
    page = client.get(answer.url).content.decode()
    with override("ru"):
        assert all(f"<li>{escape(gettext(each))}</li>" in page for each in UNSEEN)
