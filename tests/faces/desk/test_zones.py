"""The desk shows, reads and dates by the clock of the chosen country, also where the instance stands in another zone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.people import leader
from tirek.faces.desk.exports import lines
from tirek.foundation.jobs import kinds
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import run
from tirek.records.visits import queries, services

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def far_away(settings):
    settings.TIME_ZONE = "America/New_York"


def half_past_midnight():
    """The last time that it was half past midnight in Lumeria (five hours east of Greenwich), and the day that then began there."""
    now = datetime.now(UTC) - timedelta(minutes=5)
    here = now.replace(hour=19, minute=30, second=0, microsecond=0)
    found = here if here <= now else here - timedelta(days=1)
    return found, found.date() + timedelta(days=1)


def test_a_visit_begins_on_the_day_of_its_country(place, team):
    began, day = half_past_midnight()
    visit = world.planned(place, team)
    services.begin(visit_id=visit, by=leader, at=began, because=world.WHY)
    assert queries.visit(visit, by=leader).starts_on == day
    services.end(visit_id=visit, by=leader, at=began + timedelta(minutes=1))
    assert queries.visit(visit, by=leader).ends_on == day


def test_the_page_shows_the_hour_of_the_country_and_a_form_means_it(client, place, team):
    began, day = half_past_midnight()
    visit = world.planned(place, team)
    sign_in(client, leader)
    status, words = send(client, "visit-begin", visit, at=f"{day.isoformat()}T00:30", because=world.WHY)
    assert status == 302, words
    assert queries.visit(visit, by=leader).begun_at == began
    assert "00:30" in page(client, "visit", visit)[1]
    assert timezone.get_current_timezone_name() == "America/New_York", "nothing of it stays for the next request"


def test_a_file_that_goes_out_later_is_written_by_the_clock_that_was_asked_for():
    with timezone.override("Asia/Bishkek"):
        out = lines(["hour"], ([timezone.get_current_timezone_name()] for _ in range(1)), "")
    assert "Asia/Bishkek" in b"".join(out).decode()


def test_a_job_works_by_the_clock_of_its_country(monkeypatch):
    seen = []
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register("clock", lambda arguments, step: seen.append(timezone.get_current_timezone_name()))
    for country in ("kg", ""):
        job = Job.objects.create(id=uuid4(), kind="clock", arguments={}, owner="system", country=country)
        run(job_id=job.pk)
    assert seen == ["Asia/Bishkek", "America/New_York"]
