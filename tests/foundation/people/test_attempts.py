"""Failed attempts slow down their own source alone, and never for longer than 15 minutes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.people.cast import account, actor
from tirek.foundation.people.models import FailedAttempts
from tirek.foundation.people.policies import waiting_time
from tirek.foundation.people.queries import account as account_page
from tirek.foundation.people.refusals import TooManyAttempts
from tirek.foundation.people.services import begin_attempt, end_attempts, forget_old_attempts, lift_lock
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db


def hammer(login, source, times=40):
    refused = 0
    for _ in range(times):
        try:
            begin_attempt(login=login, source=source)
        except TooManyAttempts:
            refused += 1
    return refused


def later(minutes):
    for row in FailedAttempts.objects.all():
        row.last_at -= timedelta(minutes=minutes)
        row.save()


def test_waiting_grows_and_ends_at_15_minutes():
    waits = [waiting_time(number).total_seconds() / 60 for number in range(30)]
    assert waits[:5] == [0] * 5
    assert waits[5:11] == [1, 2, 4, 8, 15, 15]
    assert max(waits) == 15


def test_five_attempts_then_a_wait():
    assert hammer("aida@npm.example", "address:10.0.0.7") == 35


def test_a_colleague_elsewhere_or_with_a_known_browser_is_not_stopped():
    hammer("aida@npm.example", "address:10.0.0.7", 500)
    begin_attempt(login="aida@npm.example", source="address:10.0.0.8")
    begin_attempt(login="aida@npm.example", source="device:known")


def test_after_15_minutes_the_colleague_at_the_same_address_enters():
    for _ in range(12):
        hammer("aida@npm.example", "address:10.0.0.7")
        later(15)
    begin_attempt(login="Aida@npm.example ", source="address:10.0.0.7")
    end_attempts(login="aida@npm.example", source="address:10.0.0.7")
    assert hammer("aida@npm.example", "address:10.0.0.7", 5) == 0


def test_the_refusal_says_how_long():
    with pytest.raises(TooManyAttempts) as told:
        for _ in range(9):
            begin_attempt(login="aida@npm.example", source="address:10.0.0.7")
    assert told.value.params == {"minutes": 1}


def test_the_administrator_lifts_the_lock():
    aida, administrator = account("aida", Role.MEMBER), actor("admin", Role.ADMINISTRATOR)
    hammer("aida@npm.example", "address:10.0.0.7")
    assert account_page(aida.pk, by=administrator, country="kz").locked
    lift_lock(account_id=aida.pk, country="kz", by=administrator)
    assert not account_page(aida.pk, by=administrator, country="kz").locked
    begin_attempt(login="aida@npm.example", source="address:10.0.0.7")


def test_names_and_addresses_are_not_kept_in_clear():
    begin_attempt(login="aida@npm.example", source="address:10.0.0.7")
    row = FailedAttempts.objects.get()
    assert "aida" not in row.login and "10.0" not in row.source


def test_old_counts_are_forgotten():
    begin_attempt(login="aida@npm.example", source="address:10.0.0.7")
    assert forget_old_attempts() == 0
    FailedAttempts.objects.update(last_at=timezone.now() - timedelta(hours=25))
    assert forget_old_attempts() == 1
