"""Accounts of the fixed cast, with their grants, and signing in without a browser."""

import time

from django.test import Client

from tirek.foundation.ledger.services import record
from tirek.foundation.people.models import Account, RoleGrant
from tirek.ground.rules.actors import SYSTEM, Actor


def account_of(actor: Actor) -> Account:
    """The actor's account, made once, with the actor's own id and grants."""
    account = Account.objects.filter(pk=actor.id).first()
    if account:
        return account
    account = Account(pk=actor.id, email=f"{actor.name}@lumeria.example", name=actor.name.title(), demonstration=True, language="en")
    account.set_unusable_password()
    with record("role.granted", by=SYSTEM) as entry:
        account.save()
        for grant in actor.grants:
            RoleGrant(account=account, role=grant.role.value, country=grant.country, authority=grant.authority or "").save()
        entry.of(None)
    return account


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
