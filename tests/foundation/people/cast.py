"""Accounts for these tests, made by the services as in life."""

import os
from hashlib import sha256

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from tirek.foundation.people.links import Link
from tirek.foundation.people.models import Account, RightRequest
from tirek.foundation.people.queries import actor_of
from tirek.foundation.people.services import confirm_right, create_account, grant_role, invite
from tirek.ground.rules.actors import SYSTEM, Actor, Role

PASSWORD = "four words not together"


def account(name: str, *roles: Role, country: str = "kz", authority: str = "", password: str | None = None) -> Account:
    """An account of a real country with roles."""
    made = create_account(email=f"{name}@npm.example", name=name, language="ru", country=country, password=password, by=SYSTEM).value
    for role in roles:
        grant_role(account_id=made.pk, role=role, country=country, authority=authority, by=SYSTEM)
    return made


def with_passkey(owner: Account, *, alone: bool = True) -> Account:
    """The account with a passkey, as the browser tells of it: one that opens alone, or one that is only a second factor."""
    credential = {**registration(), "clientExtensionResults": {"credProps": {"rk": alone}}}
    Authenticator.objects.create(user=owner, type=Authenticator.Type.WEBAUTHN, data={"name": "key", "credential": credential})
    return owner


def registration() -> dict[str, object]:
    """What a browser sends when a new key is made, at the name localhost."""
    key, name = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key()), os.urandom(16)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    made = AuthenticatorData.create(sha256(b"localhost").digest(), flags, 0, AttestedCredentialData.create(b"\0" * 16, name, key))
    client = CollectedClientData.create("webauthn.create", b"challenge", "http://localhost")
    response = {"clientDataJSON": websafe_encode(client), "attestationObject": websafe_encode(AttestationObject.create("none", made, {}))}
    return {"type": "public-key", "id": websafe_encode(name), "rawId": websafe_encode(name), "response": response}


def actor(name: str, *roles: Role, country: str = "kz") -> Actor:
    """The actor of a new account."""
    return actor_of(account(name, *roles, country=country))


def invited(by: Actor, second: Actor, *, email: str = "aida@npm.example", name: str = "Aida", role: Role = Role.MEMBER, country: str = "kz") -> Link:
    """The link of an invitation that two persons made."""
    asked = invite(email=email, name=name, language="kk", country=country, role=role, by=by).value
    request = RightRequest.objects.get(invitation_id=asked.invitation_id)
    link = confirm_right(request_id=request.pk, country=country, by=second).value
    assert link is not None
    return link
