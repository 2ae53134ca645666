"""Reading accounts: the actor behind a request, the demonstration's persons, who holds which role."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from tirek.foundation.jurisdictions.queries import role_titles
from tirek.foundation.people.models import Account, Edition
from tirek.foundation.people.reach import actor_behind, as_uuid
from tirek.ground.rules.actors import NOBODY, Actor, Role
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class DemonstrationPerson:
    """An invented person that one click lets in: opaque id, name, titles of roles, login."""

    id: str
    name: str
    titles: tuple[Words, ...]
    login: str


def actor_of(account: object) -> Actor:
    """The actor that a signed-in account is at this moment; somebody without an account is NOBODY. One query."""
    return actor_behind(account) if isinstance(account, Account) else NOBODY


def actor_with_id(account_id: object) -> Actor:
    """The actor behind an account's id; NOBODY when there is no such active account."""
    return actor_of(Account.objects.filter(pk=account_id).first())


def account_id_of(login: str) -> str:
    """The id of the account with this address, or an empty string. Never for a screen: it would say who has an account."""
    found = Account.objects.filter(email=login.strip().lower()).values_list("pk", flat=True).first()
    return str(found or "")


def edition_of_database() -> str:
    """ "demonstration", "main", or an empty string for a database that no edition was loaded into yet."""
    return Edition.objects.filter(pk=1).values_list("name", flat=True).first() or ""  # tables of an earlier version have no other column


def filled_with() -> dict[str, str]:
    """What was loaded whole into this database, with the digest of its text; also in a backup, and in a copy."""
    row = Edition.objects.filter(pk=1).first()
    return dict(row.filled) if row else {}


def somebody_came() -> bool:
    """Whether anybody ever signed in here."""
    return Account.objects.filter(last_login__isnull=False).exists()


def demonstration_people() -> tuple[DemonstrationPerson, ...]:
    """The active demonstration persons in the order in which they were made, with their titles from the pack. Two queries."""
    accounts = Account.objects.active().filter(demonstration=True).order_by("joined_at").prefetch_related("grants")
    titles = role_titles("demo")
    return tuple(
        DemonstrationPerson(
            str(account.pk),
            account.name,
            tuple(titles[Role(grant.role)] for grant in account.grants.all() if grant.until is None and Role(grant.role) in titles),
            account.email,
        )
        for account in accounts
    )


def demonstration_account(account_id: object) -> Account | None:
    """The active demonstration account with this id, for the one click that lets it in; None for every other account."""
    try:
        return Account.objects.active().filter(pk=as_uuid(account_id), demonstration=True).first()
    except NotFound:
        return None


def account_behind(account_id: object) -> Account | None:
    """The active account with this id, to be signed in after its link was accepted."""
    return Account.objects.active().filter(pk=as_uuid(account_id)).first()


def recovery_codes_at(login: str) -> Authenticator | None:
    """The recovery codes of the active account without a password at this address: such an account has nothing to type before them.

    Unknown and closed accounts, and those with a password, are alike: None.
    """
    found = Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES, user__email=login.strip().lower(), user__is_active=True)
    codes = found.select_related("user").first()
    return None if codes is None or codes.user.has_usable_password() else codes
