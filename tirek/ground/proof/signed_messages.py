"""Signing a message that goes to another server, by the Standard Webhooks scheme (v1, symmetric), for which receivers have libraries in every language.

It draws no secret and asks no clock.
"""

import base64
import hashlib
import hmac

MARK = "whsec_"
SIZE = 32
"""Bytes of a secret (the specification asks for 24 to 64)."""


def written(secret: bytes) -> str:
    """A secret as people carry it from one system to the other."""
    return MARK + base64.b64encode(secret).decode()


def headers(message_id: str, moment: int, body: bytes, secrets: tuple[str, ...]) -> dict[str, str]:
    """The three headers of a message, with one signature for each secret that holds now; `moment` in seconds since 1970.

    The receiver checks id, moment and body together, refuses moments that are more than five minutes away, and knows a message that comes twice by its id.
    """
    signed = f"{message_id}.{moment}.".encode() + body
    signatures = [f"v1,{signature(secret, signed)}" for secret in secrets]
    return {"webhook-id": message_id, "webhook-timestamp": str(moment), "webhook-signature": " ".join(signatures)}


def signature(secret: str, signed: bytes) -> str:
    """HMAC-SHA256 in base64. Raises ValueError for what is no secret."""
    key = base64.b64decode(secret.removeprefix(MARK), validate=True)
    return base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
