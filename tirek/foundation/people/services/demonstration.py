"""Persons of the demonstration: invented, in the invented country alone, with passwords drawn anew for each data folder."""

import secrets
from collections.abc import Iterable

from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import transaction

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.models import Account
from tirek.foundation.people.secrets import keep_passwords, read_passwords
from tirek.foundation.people.services.accounts import change_password
from tirek.foundation.people.services.grants import open_grant
from tirek.ground.rules.actors import Actor, Role

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
COUNTRY = "demo"


def make_demonstration_person(*, login: str, name: str, language: str, roles: Iterable[tuple[Role, str]], by: Actor) -> Recorded[Account]:
    """An invented person with roles (each with the code of its authority, or ""); again: the same account, its roles completed.

    The password is drawn at random and kept in the data folder's file for the person at the machine.
    """
    with record("account.created", by=by, country=COUNTRY) as entry:
        account = Account.objects.filter(email=login, demonstration=True).first() or Account(email=login, demonstration=True)
        passwords = read_passwords()
        if login not in passwords or not account.password:
            passwords[login] = drawn()
            account.password = hashed(passwords[login])
            keep_passwords(passwords)
        account.name, account.language, account.country = name, language, COUNTRY
        account.save()
        entry.about("account", account.pk)
        for role, authority in roles:
            open_grant(account.pk, role, COUNTRY, authority, "demonstration")
        return entry.of(account)


def drawn() -> str:
    """A new password."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))


def hashed(password: str) -> str:
    """The hash of a drawn password. A slow hash protects words that people choose; 99 bits of chance need none, and seventeen cost a first start 4 s.

    At the first sign-in Django puts a hash of full cost in its place.
    """
    hasher = ScryptPasswordHasher()
    return str(hasher.encode(password, hasher.salt(), n=2**9))


def complete_passwords(*, logins: Iterable[str], by: Actor) -> None:
    """New passwords for those of these persons whose password is not in this data folder, as after a restore. Nothing else of them changes."""
    passwords = read_passwords()
    missing = [login for login in logins if login not in passwords]
    for account in Account.objects.filter(demonstration=True, email__in=missing) if missing else ():
        with transaction.atomic():
            passwords[account.email] = drawn()
            change_password(account_id=account.pk, password=passwords[account.email], by=by)
            keep_passwords(passwords)


def demonstration_passwords() -> tuple[tuple[str, str], ...]:
    """Login and password of each demonstration person of this data folder, to print at start."""
    known = set(Account.objects.filter(demonstration=True).values_list("email", flat=True))
    return tuple((login, password) for login, password in read_passwords().items() if login in known)
