"""The ledger vouches for what decides whose name stands beside an act: an account's name, address and whether it is open."""

from uuid import uuid4

import pytest

from tests.accounts import account_of
from tests.foundation.ledger.hand import by_hand
from tests.people import administrator, deputy
from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account
from tirek.foundation.people.services import change_password, create_account, disable_account, note_preferences, vouch_for_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return create_account(email="a@lumeria.example", name="Aru", language="ru", country="demo", password="x" * 20, by=administrator).value


def found():
    return [fault.sentence for fault in verify().faults]


@pytest.mark.parametrize("change", ["name = 'Other'", "email = 'b@lumeria.example'", "is_active = NOT is_active", "demonstration = NOT demonstration"])
def test_an_account_edited_by_sql_is_named(account, change):
    assert verify().holds
    by_hand(f"UPDATE people_account SET {change}")
    assert found() == [f"Row {account.pk} of people_account was changed without the program (entry 0 vouches for it)."]


def test_an_account_put_in_or_deleted_by_sql_is_named(account):
    other = Account(email="c@lumeria.example", name="Put in")
    other.save()
    assert found() == [f"Row {other.pk} of people_account was put in without the program."]
    by_hand("DELETE FROM people_account")
    assert found() == [f"Row {account.pk} of people_account was deleted without the program."]


def test_what_a_sign_in_or_a_taste_changes_needs_no_entry(account):
    note_preferences(account_id=account.pk, language="kk", country="kz")
    change_password(account_id=account.pk, password="y" * 20, by=administrator)
    by_hand("UPDATE people_account SET last_login = joined_at, password = 'z'")
    assert verify().holds


def test_an_account_that_was_closed_and_opened_again_by_sql_is_named():
    for each in (administrator, deputy):
        account_of(each)
    disable_account(account_id=deputy.id, country="demo", by=administrator)
    assert verify().holds
    by_hand("UPDATE people_account SET is_active = NOT is_active WHERE is_active = %s", False)
    assert len(found()) == 1 and deputy.id in found()[0]


def test_accounts_of_an_earlier_version_are_taken_over_once_and_one_put_in_later_is_not():
    Account(email="d@lumeria.example", name="Earlier").save()
    assert verify().holds and "not vouched for yet" in str(verify().remarks[0])
    vouch_for_accounts()
    assert verify().holds and verify().remarks == () and EntryRow.objects.count() == 1
    late = Account(id=uuid4(), email="e@lumeria.example", name="Late")
    late.save()
    vouch_for_accounts()
    assert Entry.objects.count() == 1 and found() == [f"Row {late.pk} of people_account was put in without the program."]
