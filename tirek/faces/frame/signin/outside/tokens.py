"""Reading an identity token (OpenID Connect Core 1.0, 3.1.3.7): who is told, by whom, to whom, for which question, until when. The signatures are PyJWT's."""

import hmac
from dataclasses import dataclass
from typing import Any

import jwt

from tirek.foundation.people.provider import Provider

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""Public keys alone: a token that was signed with a shared secret, or by nobody, is none."""
LEEWAY = 60
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


class TokenRefused(Exception):
    """The token is not one that this house may believe. The word is for the log; it names nobody."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a token says: who it is at the service, whether a second factor was proven, and when the person was last asked."""

    subject: str
    proven: bool
    asked_at: int


def read(raw: str, keys: dict[str, Any], provider: Provider, nonce: str) -> Told:
    """What a token says, if all about it is right. Raises TokenRefused."""
    try:
        said = jwt.decode(
            raw, key_for(raw, keys), algorithms=ALGORITHMS, audience=provider.client, issuer=provider.issuer, leeway=LEEWAY,
            options={"require": NEEDED, "verify_signature": True},
        )  # fmt: skip
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise TokenRefused(type(error).__name__) from error
    if not hmac.compare_digest(str(said["nonce"]).encode(), nonce.encode()):
        raise TokenRefused("nonce")
    if (isinstance(said["aud"], list) and len(said["aud"]) > 1 and "azp" not in said) or said.get("azp", provider.client) != provider.client:
        raise TokenRefused("azp")
    if not isinstance(said["sub"], str) or not said["sub"]:
        raise TokenRefused("sub")
    methods = said.get("amr")
    words = {str(each) for each in [said.get("acr", ""), *(methods if isinstance(methods, list) else [])]}
    at = said.get("auth_time")
    return Told(said["sub"], bool(words & provider.factors), at if isinstance(at, int) and not isinstance(at, bool) else 0)


def key_for(raw: str, keys: dict[str, Any]) -> jwt.PyJWK:
    """The key that a token names; where it names none, the only one there is. Raises what PyJWT raises, and TokenRefused."""
    name = jwt.get_unverified_header(raw).get("kid")
    signing = [each for each in jwt.PyJWKSet.from_dict(keys).keys if each.public_key_use in (None, "sig")]
    fitting = [each for each in signing if name is None or each.key_id == name]
    if len(fitting) != 1:
        raise TokenRefused("key")
    return fitting[0]
