"""Asking the sign-in service: its description, its keys, and a token for a code. Every address comes from the description of the one issuer of the settings.

Certificates are checked against the machine's own list, which holds the ministry's authority where it has one. No redirect is followed.
"""

import base64
import json
import ssl
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from tirek.foundation.ledger.key_files import open_to_others
from tirek.foundation.people.provider import Provider, is_protected

LARGEST = 1_000_000
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ServiceAway(Exception):
    """The service does not answer, or not as the standard says. The word is for the log; it names nobody."""


class NoRedirect(HTTPRedirectHandler):
    """A secret goes to the address that was named, and to no other."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """None: what redirects is an error."""
        return None


def description(provider: Provider) -> dict[str, Any]:
    """What the service says of itself (OpenID Connect Discovery 1.0). It must name the issuer of the settings and addresses that are protected. Raises ServiceAway."""
    told = asked(provider, provider.issuer.rstrip("/") + "/.well-known/openid-configuration")
    if told.get("issuer") != provider.issuer:
        raise ServiceAway("another issuer")
    if not all(isinstance(told.get(name), str) and is_protected(told[name].partition("?")[0]) for name in NEEDED):
        raise ServiceAway("addresses")
    return told


def keys(provider: Provider, told: dict[str, Any]) -> dict[str, Any]:
    """The public keys that the service signs with. Raises ServiceAway."""
    return asked(provider, told["jwks_uri"])


def token(provider: Provider, told: dict[str, Any], *, code: str, verifier: str, back: str) -> str:
    """The identity token for a code. Raises ServiceAway, also when the service refuses: a code is good once, for whoever began."""
    fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    secret, headers = secret_of(provider), {"Content-Type": "application/x-www-form-urlencoded"}
    methods = told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if secret and "client_secret_basic" in methods:  # RFC 6749, 2.3.1: both parts are written as in a form first
        pair = f"{quote(provider.client, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        fields |= {"client_id": provider.client, **({"client_secret": secret} if secret else {})}
    found = asked(provider, told["token_endpoint"], urlencode(fields).encode(), headers).get("id_token")
    if not isinstance(found, str):
        raise ServiceAway("no identity token")
    return found


def secret_of(provider: Provider) -> str:
    """Our secret at the service, from a file that only the service's user can read. Raises ServiceAway."""
    if provider.secret_file is None:
        return ""
    try:
        if open_to_others(provider.secret_file):
            raise ServiceAway("secret file open to others")
        return provider.secret_file.read_text().strip()
    except OSError as error:
        raise ServiceAway("secret file") from error


def asked(provider: Provider, address: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """The JSON object at an address of the service. Raises ServiceAway."""
    opener = build_opener(NoRedirect, HTTPSHandler(context=ssl.create_default_context()))
    try:
        with opener.open(Request(address, body, {"Accept": "application/json", **(headers or {})}), timeout=provider.timeout) as answer:  # noqa: S310 — the scheme was checked
            found = json.loads(answer.read(LARGEST))
    except (OSError, HTTPException, ValueError) as error:
        raise ServiceAway(f"{type(error).__name__} {getattr(error, 'code', '')}".strip()) from error
    if not isinstance(found, dict):
        raise ServiceAway("no object")
    return found
