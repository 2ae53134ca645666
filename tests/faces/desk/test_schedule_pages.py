"""The page of what runs by the clock: how it went, when next, and run now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.people import administrator, head
from tirek.foundation.jobs import clock
from tirek.foundation.jobs.models import TimedRun
from tirek.foundation.ledger.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.page]
WORKS = [clock.Work("checkpoint", "Sign the newest entries of the ledger into a checkpoint", 60), clock.Work("mail", "Send the mails that are due", 30), clock.Work("tasks", "Delete the worker’s old notes", 86400)]


@pytest.fixture(autouse=True)
def works():
    clock.announce(WORKS)


def shown(client):
    sign_in(client, administrator)
    return client.get(reverse("desk:schedule")).content.decode()


def test_an_administrator_reads_how_each_work_went_and_when_it_runs_next(client):
    clock.note("checkpoint", began=timezone.now())
    clock.note("mail", began=timezone.now(), fault="OperationalError")
    page = shown(client)
    assert page.count("went well") == 1 and "did not succeed (OperationalError)" in page and "has not run yet" in page
    assert "every minute" in page and "every 30 seconds" in page and "every 24 hours" in page and "Something has not run" not in page


def test_a_scheduler_that_stands_is_told_of(client):
    clock.note("checkpoint", began=timezone.now() - timedelta(minutes=10))
    assert "Something has not run at its time" in shown(client)


def test_a_work_is_run_now_by_the_one_scheduler_that_sees_it_first(client):
    sign_in(client, administrator)
    answer = client.post(reverse("desk:schedule-run", args=["mail"]), follow=True).content.decode()
    assert "It runs within seconds." in answer and "about to run" in answer
    assert Entry.objects.order_by("-seq").first().verb == "schedule.run-asked"
    assert clock.wanted() == {"mail"} and clock.wanted() == frozenset()
    assert client.post(reverse("desk:schedule-run", args=["nothing"])).status_code == 404


def test_nobody_else_reads_it(client):
    sign_in(client, head)
    assert client.get(reverse("desk:schedule")).status_code == 403
    assert client.post(reverse("desk:schedule-run", args=["mail"])).status_code == 403 and clock.wanted() == frozenset()


def test_works_of_an_earlier_version_are_not_told_of():
    clock.announce(WORKS[:1])
    assert [each.name for each in TimedRun.objects.all()] == ["checkpoint"]
