"""Secrets of webhooks: drawn at random, sealed in their rows with a key made of the instance's secret, so that a copy of the database alone signs nothing."""

import base64
import hashlib
import hmac
import secrets

from django.conf import settings

from tirek.ground.proof.sealing import Sealer
from tirek.ground.proof.signed_messages import SIZE, written


def new_secret() -> str:
    """A secret as its receiver gets it."""
    return written(secrets.token_bytes(SIZE))


def sealed(secret: str) -> str:
    """A secret as it is kept."""
    return sealer().seal(secret)


def opened(kept: str) -> str:
    """A secret in clear. Raises SealRefused where the secret of the instance is another one than when it was sealed."""
    return sealer().open(kept)


def sealer() -> Sealer:
    """The sealer of this instance."""
    return Sealer(base64.urlsafe_b64encode(hmac.digest(settings.SECRET_KEY.encode(), b"tirek webhooks 1", hashlib.sha256)))
