"""Ended jobs are forgotten after a time; what waits or runs, and what jobs made, is not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.sheets.bringing import tried
from tests.people import secretary
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.services import forget_old_jobs
from tirek.foundation.jobs.timing import KEPT
from tirek.foundation.ledger.verification import verify
from tirek.foundation.sheets import queries, services
from tirek.foundation.sheets.outside import DAY
from tirek.foundation.sheets.queries.lists import one_list

pytestmark = pytest.mark.django_db
ROWS = [["Reference", "Name in Russian", "Name in Kazakh", "Kind of place", "Region"], ["P-1", "Учреждение", "Мекеме", "prison", "LU-TA"]]


def test_what_ended_long_ago_is_forgotten_and_nothing_else():
    now = timezone.now()
    for state, ended in (("done", KEPT * 2), ("failed", KEPT * 2), ("cancelled", KEPT * 2), ("done", KEPT / 2), ("queued", None), ("running", None)):
        Job.objects.create(kind="ledger.verify", owner="system", state=state, created_at=now - KEPT * 3, finished_at=ended and now - ended)
    assert forget_old_jobs() == 3
    assert sorted(Job.objects.values_list("state", flat=True)) == ["done", "queued", "running"]


def test_a_sheet_and_a_list_outlive_their_jobs_and_a_list_s_job_its_file():
    sheet = tried("places", ROWS, secretary)
    asked = services.ask_for_list(kind="places", ending="csv", purpose="check", country="demo", by=secretary).value
    assert timedelta(seconds=DAY) < KEPT
    Job.objects.update(state="done", finished_at=timezone.now() - KEPT * 2)
    forget_old_jobs()
    assert not Job.objects.exists()
    assert queries.sheet(sheet.id, by=secretary, country="demo").state == "tried"
    assert one_list(asked, by=secretary, country="demo").progress is None
    services.apply_sheet(sheet_id=sheet.id, by=secretary)
    assert verify().holds
