"""Accounts: made, given a password, disabled, enabled again."""

from typing import TYPE_CHECKING

from tirek.foundation.ledger.reading import is_vouched_for
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.models import Account
from tirek.foundation.people.policies import check_not_own
from tirek.foundation.people.reach import account_for, as_uuid, lock_administrators, refuse_last_administrator
from tirek.foundation.people.refusals import AddressTaken
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.words import LANGUAGES

if TYPE_CHECKING:
    from tirek.ground.rules.actors import Actor


def create_account(
    *, email: str, name: str, language: str, country: str, password: str | None, by: "Actor", demonstration: bool = False
) -> Recorded[Account]:
    """A new account without any role. Without a password it can sign in only after an invitation is accepted. Raises AddressTaken."""
    with record("account.created", by=by, country=country) as entry:
        email = email.strip().lower()
        if Account.objects.filter(email=email).exists():
            raise AddressTaken()
        account = Account(email=email, name=name.strip(), language=language, country=country, demonstration=demonstration)
        account.set_password(password)
        account.save()
        entry.about("account", account.pk)
        return entry.of(account)


def change_password(*, account_id: object, password: str, by: "Actor") -> Recorded[Account]:
    """A new password; every other session of the account ends, since sessions are bound to it."""
    with record("account.password-changed", by=by, subject=("account", account_id)) as entry:
        account = Account.objects.select_for_update(no_key=True).get(pk=as_uuid(account_id))
        account.set_password(password)
        account.save(update_fields=["password"])
        return entry.of(account)


def disable_account(*, account_id: object, country: str, by: "Actor") -> Recorded[Account]:
    """From the next request on the account enters nothing; its sessions end. Raises OwnRights, LastAdministrator."""
    with record("account.disabled", by=by, subject=("account", account_id), country=country, despite_alteration=True) as entry:
        lock_administrators()
        account = account_for(account_id, country, by)
        check_not_own(by, account_id)
        refuse_last_administrator(account)
        account.is_active = False
        account.save(update_fields=["is_active"])
        end_all_sessions(account)
        return entry.of(account)


def enable_account(*, account_id: object, country: str, by: "Actor") -> Recorded[Account]:
    """The account may sign in again, with the grants that are still open."""
    with record("account.enabled", by=by, subject=("account", account_id), country=country) as entry:
        account = account_for(account_id, country, by)
        check_not_own(by, account_id)
        account.is_active = True
        account.save(update_fields=["is_active"])
        return entry.of(account)


def vouch_for_accounts() -> None:
    """The ledger begins to vouch for the accounts of an earlier version, as they stand; once, and never for one put in later by hand."""
    if is_vouched_for(Account) or not Account.objects.exists():
        return
    with record("account.vouched", by=SYSTEM) as entry:
        for account in Account.objects.order_by("pk"):
            account.save(update_fields=["name"])
        entry.of(None)


def note_preferences(*, account_id: object, language: str = "", country: str = "") -> None:
    """Remembers language and country for the next sign-in. A taste, not an act: no ledger entry."""
    account = Account.objects.filter(pk=as_uuid(account_id)).first()
    if account is None:
        return
    account.language = language if language in LANGUAGES else account.language
    account.country = country or account.country
    account.save(update_fields=["language", "country"])
