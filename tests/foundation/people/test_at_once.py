"""Several at the same moment: a link makes one account, a burst of guesses is counted, one administrator stays."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.foundation.people.cast import PASSWORD, account, actor
from tests.people import person
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, RoleGrant
from tirek.foundation.people.refusals import InvitationNotUsable, LastAdministrator, TooManyAttempts
from tirek.foundation.people.services import accept_invitation, begin_attempt, disable_account, end_grant, invite
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def shared_database():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection; the same tests run on PostgreSQL")


def at_once(number: int, act: Callable[[int], object]) -> list[object]:
    def one(which: int) -> object:
        try:
            return act(which)
        except (InvitationNotUsable, LastAdministrator, TooManyAttempts) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(one, range(number)))


def refused(outcomes: list[object]) -> int:
    return sum(isinstance(outcome, Exception) for outcome in outcomes)


def test_a_link_makes_one_account():
    admin = actor("admin", Role.ADMINISTRATOR)
    link = invite(email="aida@npm.example", name="Aida", language="ru", country="kz", role=Role.MEMBER, by=admin).value
    outcomes = at_once(5, lambda which: accept_invitation(secret=link.secret, password=f"{PASSWORD} {which}"))
    assert refused(outcomes) == 4
    assert Account.objects.filter(email="aida@npm.example").count() == 1
    assert verify().holds


def test_a_burst_of_guesses_is_counted():
    outcomes = at_once(12, lambda which: begin_attempt(login="aida@npm.example", source="address:10.0.0.7"))
    assert refused(outcomes) == 7


def test_two_administrators_ended_at_once_leave_one():
    by = person("outsider", Role.ADMINISTRATOR, country="kz")
    grants = [account(name, Role.ADMINISTRATOR).grants.get().pk for name in ("one", "two")]
    outcomes = at_once(2, lambda which: end_grant(grant_id=grants[which], country="kz", by=by))
    assert refused(outcomes) == 1
    assert RoleGrant.objects.filter(until=None, role="administrator").count() == 1


def test_two_administrators_closed_at_once_leave_one():
    by = person("outsider", Role.ADMINISTRATOR, country="kz")
    made = [account(name, Role.ADMINISTRATOR).pk for name in ("one", "two")]
    outcomes = at_once(2, lambda which: disable_account(account_id=made[which], country="kz", by=by))
    assert refused(outcomes) == 1
    assert Account.objects.filter(is_active=True).count() == 1
