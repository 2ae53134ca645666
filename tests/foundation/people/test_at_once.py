"""Several at the same moment: a link makes one account, a burst of guesses is counted, one administrator stays."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.foundation.people.cast import PASSWORD, account, actor, invited, with_passkey
from tests.people import person
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account, Invitation, RightRequest, RoleGrant
from tirek.foundation.people.refusals import InvitationNotUsable, LastAdministrator, RightDecided, TooManyAttempts
from tirek.foundation.people.services import (
    accept_invitation,
    begin_attempt,
    confirm_right,
    disable_account,
    end_grant,
    give_role,
    invite,
    refuse_right,
)
from tirek.ground.rules.actors import SYSTEM, Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def shared_database():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection; the same tests run on PostgreSQL")


def at_once(number: int, act: Callable[[int], object]) -> list[object]:
    def one(which: int) -> object:
        try:
            return act(which)
        except (InvitationNotUsable, LastAdministrator, RightDecided, TooManyAttempts) as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(one, range(number)))


def refused(outcomes: list[object]) -> int:
    return sum(isinstance(outcome, Exception) for outcome in outcomes)


def test_a_link_makes_one_account():
    link = invited(actor("admin", Role.ADMINISTRATOR), actor("head", Role.HEAD))
    outcomes = at_once(5, lambda which: accept_invitation(secret=link.secret, password=f"{PASSWORD} {which}"))
    made = Account.objects.get(email="aida@npm.example")
    assert {outcome.value.pk for outcome in outcomes} == {made.pk}, "until it can sign in, whoever holds the link begins again"
    assert sum(made.check_password(f"{PASSWORD} {which}") for which in range(5)) == 1 and made.grants.count() == 1
    with_passkey(made)
    assert refused(at_once(5, lambda which: accept_invitation(secret=link.secret, password=f"{PASSWORD} {which}"))) == 5
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


def test_two_who_confirm_and_one_who_refuses_at_once_decide_once():
    asker, owner = actor("asker", Role.ADMINISTRATOR), account("owner")
    deciders = [actor("head", Role.HEAD), actor("second", Role.ADMINISTRATOR), actor("third", Role.ADMINISTRATOR)]
    request = give_role(account_id=owner.pk, role=Role.MEMBER, country="kz", by=asker).value.pk

    def decide(which: int) -> object:
        if which == 2:
            return refuse_right(request_id=request, country="kz", reason="unknown to me", by=deciders[which])
        return confirm_right(request_id=request, country="kz", by=deciders[which])

    assert refused(at_once(3, decide)) == 2
    decided = RightRequest.objects.get()
    assert (decided.confirmed_at is None) != (decided.refused_at is None)
    assert RoleGrant.objects.filter(account=owner).count() == (1 if decided.confirmed_at else 0)
    assert verify().holds


def test_two_first_heads_who_accept_at_once_are_one():
    admin = actor("admin", Role.ADMINISTRATOR)
    words = {"language": "ru", "country": "kz", "role": Role.HEAD, "by": admin}
    links = [invite(email=f"{name}@npm.example", name=name, **words).value for name in ("one", "two")]
    for each in Invitation.objects.all():
        with record("invitation.made", by=SYSTEM) as entry:
            each.revoked_at = None
            each.save()
            entry.of(None)
    outcomes = at_once(2, lambda which: accept_invitation(secret=links[which].secret, password=PASSWORD))
    assert refused(outcomes) == 1
    assert RoleGrant.objects.filter(role="head").count() == 1
