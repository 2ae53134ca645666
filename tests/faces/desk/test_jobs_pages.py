"""The pages of jobs: an administrator sees that there is work and why it failed, never what it is about; everybody sees their own."""

import pytest
from django.urls import reverse

from tests.accounts import account_of, sign_in
from tests.people import administrator, leader, secretary
from tirek.foundation.jobs import kinds, services
from tirek.foundation.jobs.models import Job
from tirek.ground.rules.refusals import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.page]


class Crooked(Refusal):
    message = "The file %(name)s is crooked."


def crooked(arguments, step):
    raise Crooked(name="Remand House")


@pytest.fixture
def asked(monkeypatch):
    """A job of the secretary that is about something."""
    account_of(secretary)
    monkeypatch.setitem(kinds._kinds, "test.work", kinds.Kind("test.work", crooked, words="Reading the figures of a source"))
    return lambda: services.enqueue(kind_name="test.work", arguments={"place": "Remand House"}, by=secretary, country="demo")


def body(client, name, *args, **query):
    return client.get(reverse(f"desk:{name}", args=args), query).content.decode()


def test_an_administrator_sees_the_work_and_its_owner_and_nothing_of_what_it_is_about(client, asked):
    job = asked()
    services.run(job_id=job)
    sign_in(client, administrator)
    for page in (body(client, "jobs"), body(client, "job", job)):
        assert "Reading the figures of a source" in page and "Secretary" in page and "did not succeed" in page
        assert "Remand House" not in page
    assert "The file … is crooked." in body(client, "job", job)
    sign_in(client, secretary)
    assert "The file Remand House is crooked." in body(client, "job", job)


def test_a_job_is_cancelled_and_tried_again_by_a_click(client, asked):
    job = asked()
    sign_in(client, administrator)
    shown = client.post(reverse("desk:job-cancel", args=[job]), follow=True).content.decode()
    assert "stopped at its next step" in shown and Job.objects.get().state == "cancelled" and "Cancel this job" not in shown
    shown = client.post(reverse("desk:job-again", args=[job]), follow=True).content.decode()
    assert "waits for its turn again" in shown and Job.objects.get().state == "queued" and "Try again" not in shown
    shown = client.post(reverse("desk:job-again", args=[job]), follow=True).content.decode()
    assert "Only a job that did not succeed or was cancelled can be tried again." in shown


def test_somebody_elses_job_is_not_there(client, asked):
    job = asked()
    sign_in(client, leader)
    assert client.get(reverse("desk:job", args=[job])).status_code == 404
    assert client.post(reverse("desk:job-cancel", args=[job])).status_code == 404 and Job.objects.get().state == "queued"
    assert "No jobs yet" in body(client, "jobs")


def test_the_list_has_pages_and_filters_and_asks_as_often_for_many_as_for_few(client, asked, django_assert_max_num_queries):
    first = asked()
    services.run(job_id=first)
    for _ in range(30):
        asked()
    sign_in(client, administrator)
    with django_assert_max_num_queries(10):
        page = body(client, "jobs")
    assert "31 jobs" in page and "30 wait" in page and "page=2" in page
    failed = body(client, "jobs", state="failed")
    assert "1 job " in failed and reverse("desk:job", args=[first]) in failed
    assert "No job fits" in body(client, "jobs", state="failed", kind="ledger.verify")
    assert "A filter could not be used" in body(client, "jobs", state="asleep")


def test_every_kind_has_its_words():
    assert [kind.name for kind in kinds.kinds() if not kind.words and not kind.name.startswith("test.")] == []
