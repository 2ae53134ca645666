"""Accounts for these tests, made by the services as in life."""

from tirek.foundation.people.models import Account
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import create_account, grant_role
from tirek.ground.rules.actors import SYSTEM, Actor, Role

PASSWORD = "four words not together"


def account(name: str, *roles: Role, country: str = "kz", authority: str = "", password: str | None = None) -> Account:
    """An account of a real country with roles."""
    made = create_account(email=f"{name}@npm.example", name=name, language="ru", country=country, password=password, by=SYSTEM).value
    for role in roles:
        grant_role(account_id=made.pk, role=role, country=country, authority=authority, by=SYSTEM)
    return made


def actor(name: str, *roles: Role, country: str = "kz") -> Actor:
    """The actor of a new account."""
    return actor_of(account(name, *roles, country=country))
