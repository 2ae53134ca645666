"""The address of a calendar: its secret is kept nowhere, it is its owner's alone, and it opens nothing from the moment its owner may not enter."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from tests.accounts import account_of
from tests.people import EVERYBODY, administrator, analyst, focal, head, leader, member, nobody, secretary
from tirek.foundation.feeds import services
from tirek.foundation.feeds.models import CalendarAddress, LastReading
from tirek.foundation.feeds.policies import MOST, TIMES
from tirek.foundation.feeds.queries import calendar_addresses, calendar_count
from tirek.foundation.feeds.refusals import ReadTooOften, TooManyAddresses
from tirek.foundation.ledger.models import Entry
from tirek.foundation.people.models import RoleGrant
from tirek.foundation.people.services import disable_account, enable_account, end_grant, end_own_session, end_sessions
from tirek.ground.rules.actors import MECHANISM
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everybody(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    account_of(head)


def made(by=member, days_alone=False):
    return services.make_address(country="demo", days_alone=days_alone, by=by).value


def own(by=member):
    return calendar_addresses(by=by, country="demo")


def opens(secret):
    try:
        return services.open_calendar(secret).owner.id
    except NotFound:
        return None


def test_the_secret_is_in_no_table_and_each_opens_its_owners_calendar_alone():
    first, second = made(), made(by=secretary, days_alone=True)
    assert opens(first) == member.id and opens(second) == secretary.id and opens(first + "x") is None
    kept = " ".join(str(each) for row in CalendarAddress.objects.values() for each in row.values())
    assert first not in kept and second not in kept and len(first) >= 43
    assert [(each.days_alone, each.read_at is not None) for each in own(secretary)] == [(True, True)]
    assert list(Entry.objects.filter(verb__startswith="calendar.").values_list("verb", "actor", "noun")) == [("calendar.address-made", each.id, "calendar") for each in (member, secretary)]


def test_those_of_the_mechanism_have_one_and_nobody_else():
    for who in EVERYBODY:
        if who.has(*MECHANISM, country="demo"):
            assert opens(made(by=who)) == who.id
        else:
            with pytest.raises(NotAllowed):
                made(by=who)
    assert not any(who.has(*MECHANISM, country="demo") for who in (focal, administrator, nobody))


def test_an_address_is_ended_by_its_owner_alone_and_once():
    secret = made()
    key = own()[0].id
    for by, wanted in ((secretary, key), (member, uuid.uuid4())):
        with pytest.raises(NotFound):
            services.end_address(address_id=wanted, by=by)
    services.end_address(address_id=key, by=member)
    assert opens(secret) is None and own() == ()
    with pytest.raises(NotFound):
        services.end_address(address_id=key, by=member)
    assert Entry.objects.filter(verb="calendar.address-ended", subject=str(key), country="demo").count() == 1


def test_nobody_keeps_more_than_a_few():
    for _each in range(MOST):
        made()
    with pytest.raises(TooManyAddresses):
        made()
    services.end_address(address_id=own()[0].id, by=member)
    assert made() and made(by=leader)


def test_a_closed_account_opens_nothing_also_when_it_is_opened_again():
    secret, other = made(), made(by=leader)
    disable_account(account_id=member.id, country="demo", by=administrator)
    assert opens(secret) is None and opens(other) == leader.id
    enable_account(account_id=member.id, country="demo", by=administrator)
    assert opens(secret) is None and own() == ()


def test_an_administrator_who_ends_the_sessions_of_a_lost_telephone_ends_its_calendar_and_ones_own_does_not():
    secret, other = made(), made(by=leader)
    with pytest.raises(NotFound):
        end_own_session(session_id=1, by=member)
    assert opens(secret) == member.id
    end_sessions(account_id=member.id, country="demo", by=administrator)
    assert opens(secret) is None and opens(other) == leader.id


def test_whoever_lost_the_last_role_in_the_mechanism_reads_nothing_more():
    secret = made(by=analyst)
    end_grant(grant_id=RoleGrant.objects.get(account_id=analyst.id).pk, country="demo", by=administrator)
    assert opens(secret) is None


def test_a_program_that_asks_without_end_is_told_to_wait_and_nothing_is_written_of_it():
    secret, now = made(), datetime(2026, 3, 1, 9, tzinfo=UTC)
    for step in range(TIMES):
        services.open_calendar(secret, now=now + timedelta(seconds=step))
    last = LastReading.objects.get()
    with pytest.raises(ReadTooOften):
        services.open_calendar(secret, now=now + timedelta(minutes=59))
    assert LastReading.objects.get().read_at == last.read_at
    assert services.open_calendar(secret, now=now + timedelta(hours=1)).owner.id == member.id


def test_who_looks_after_accounts_learns_how_many_there_are_and_nobody_else():
    secret = made()
    made()
    opens(secret)
    for who in EVERYBODY:
        if who in (administrator, head):
            found = calendar_count(member.id, by=who, country="demo")
            assert (found.number, found.read_at is not None, calendar_count(leader.id, by=who, country="demo")) == (2, True, None)
        else:
            with pytest.raises(NotAllowed):
                calendar_count(member.id, by=who, country="demo")
