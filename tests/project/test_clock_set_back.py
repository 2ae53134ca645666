"""The clock is set back an hour under a working house: order, limits, leases and sessions bear it, and nobody waits that hour."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.accounts import account_of, sign_in
from tests.foundation.ledger.hand import make_file
from tests.people import administrator, secretary
from tirek.foundation.jobs import services as jobs
from tirek.foundation.jobs.leases import renew
from tirek.foundation.jobs.models import Job
from tirek.foundation.jobs.queries import schedule
from tirek.foundation.jobs.timing import LEASE
from tirek.foundation.ledger.checkpoints import write_checkpoint
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import FailedAttempts, RoleGrant
from tirek.foundation.people.policies import waiting_time
from tirek.foundation.people.queries import actor_with_id
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.foundation.people.services import begin_attempt
from tirek.project.cli.deploying import clock_faults, newest_entry

HOUR = timedelta(hours=1)


@pytest.fixture
def clock(monkeypatch):
    """Sets the clock that the house reads; the one that cannot be set goes on."""
    now, seconds = timezone.now, time.time

    def put(by):
        monkeypatch.setattr(timezone, "now", lambda: now() + by)
        monkeypatch.setattr(time, "time", lambda: seconds() + by.total_seconds())

    return put


@pytest.mark.django_db(transaction=True)
def test_the_ledger_keeps_its_order_and_holds(clock, settings, tmp_path):
    settings.TIREK_DATA = tmp_path
    make_file()
    write_checkpoint()
    clock(-HOUR)
    make_file("second.txt")
    write_checkpoint()
    told = list(Entry.objects.order_by("seq").values_list("seq", "at"))
    assert [seq for seq, _at in told] == [0, 1] and told[1][1] < told[0][1]
    found = verify()
    assert found.holds and found.checkpoints == 2 and not found.remarks
    clock(-2 * HOUR)
    assert "behind the newest entry" in str(clock_faults(timezone.now(), newest_entry(), None)[0]), "tirek check --deploy tells it"


@pytest.mark.django_db
def test_a_dead_worker_s_job_waits_no_hour_and_a_living_one_keeps_its_own(clock):
    dead, living = (jobs.enqueue(kind_name="ledger.verify", arguments={}, by=administrator) for _ in range(2))
    jobs.claim(dead)
    held = jobs.claim(living)
    clock(-HOUR)
    assert jobs.requeue_lost() == 0, "who holds it may live"
    clock(-HOUR + LEASE / 2)
    assert renew(held)
    clock(-HOUR + LEASE * 1.2)
    assert jobs.requeue_lost() == 1
    assert [Job.objects.get(pk=each).state for each in (dead, living)] == ["queued", "running"]
    assert jobs.claim(living) is None and jobs.claim(dead) is not None


@pytest.mark.django_db
def test_who_was_slowed_down_waits_no_longer_than_always_and_guessing_stays_slow(clock):
    def refused(times):
        found = 0
        for _ in range(times):
            try:
                begin_attempt(login="aida@npm.example", source="address:10.0.0.7")
            except TooManyAttempts:
                found += 1
        return found

    assert refused(8) == 3
    clock(-HOUR)
    assert refused(8) == 7, "one more attempt, then the wait that was due"
    count = FailedAttempts.objects.get().count
    clock(-HOUR + waiting_time(count) + timedelta(seconds=1))
    assert refused(1) == 0


@pytest.mark.django_db
def test_a_right_that_was_ended_stays_so_and_a_new_one_holds(clock):
    account_of(secretary)
    ended = RoleGrant.objects.get(account_id=secretary.id)
    with record("role.ended", by=administrator) as entry:
        ended.until = timezone.now()
        ended.save()
        entry.of(None)
    clock(-HOUR)
    assert actor_with_id(secretary.id).grants == frozenset()
    assert actor_with_id(administrator.id).grants == administrator.grants


@pytest.mark.django_db
def test_a_session_goes_on_and_the_schedule_is_not_late(clock, client):
    sign_in(client, secretary)
    clock(-HOUR)
    assert client.get("/en/desk/").status_code == 200
    clock(timedelta(hours=13))
    assert client.get("/en/desk/").status_code == 302
    clock(-HOUR)
    assert not any(each.late for each in schedule(by=administrator, country="demo", now=timezone.now()))
