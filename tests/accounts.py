"""Accounts of the fixed cast, with their grants, and signing in without a browser."""

import time

from django.test import Client

from tests.people import EVERYBODY, deputy
from tests.remembering import remembered
from tirek.foundation.ledger.services import record
from tirek.foundation.people.models import Account, RoleGrant
from tirek.ground.rules.actors import SYSTEM, Actor

CAST = tuple(each for each in (*EVERYBODY, deputy) if each.id)


def account_of(actor: Actor) -> Account:
    """The actor's account, with the actor's own id and grants: made once, together with those of the whole cast if the actor is of it."""
    account = Account.objects.filter(pk=actor.id).first()
    if account is None:
        cast() if actor in CAST else alone(actor)
        account = Account.objects.get(pk=actor.id)
    return account


@remembered
def cast() -> None:
    """Everybody's account at once: tests that begin with the cast begin in one state, so that what they build upon it is made once."""
    with record("role.granted", by=SYSTEM) as entry:
        for actor in CAST:
            if not Account.objects.filter(pk=actor.id).exists():
                save(actor)
        entry.of(None)


def alone(actor: Actor) -> None:
    """One account without any other."""
    with record("role.granted", by=SYSTEM) as entry:
        save(actor)
        entry.of(None)


def save(actor: Actor) -> None:
    account = Account(pk=actor.id, email=f"{actor.name}@lumeria.example", name=actor.name.title(), demonstration=True, language="en")
    account.set_unusable_password()
    account.save()
    for grant in actor.grants:
        RoleGrant(account=account, role=grant.role.value, country=grant.country, authority=grant.authority or "").save()


def sign_in(client: Client, actor: Actor) -> Client:
    """The client, signed in as the actor; nobody is signed out."""
    client.logout()
    client.defaults["HTTP_HOST"] = "localhost"  # the cast are demonstration persons: they enter on the machine itself alone
    if actor.id:
        client.force_login(account_of(actor), backend="allauth.account.auth_backends.AuthenticationBackend")
        client.cookies["language"] = "en"
        session = client.session
        session["confirmed_at"] = time.time()
        session.save()
    return client
