"""The secrets of one-time codes and recovery codes lie sealed in the database; their key lies in a 0600 file outside database and backup.

Without the key those factors open nothing: never a guessable code, never an error.
"""

import base64
import os
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from tirek.foundation.ledger.key_files import draw_once, open_to_others
from tirek.ground.proof.sealing import Sealer, SealRefused, is_sealed, new_key

SEALED_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
SEALED_FIELDS = ("secret", "seed")


class FactorsKeyRefused(Exception):
    """The key's file cannot be used; the sentence says why and how to mend it."""


def key_path() -> Path:
    """The file of the key."""
    return Path(settings.TIREK_DATA) / "keys" / "factors.key"


def sealer() -> Sealer:
    """The sealer of this instance; its key is made on first use. Raises FactorsKeyRefused for a damaged key or one that is open to others."""
    path = key_path()
    if not path.exists():
        draw_once(path, new_key())
    if open_to_others(path):
        raise FactorsKeyRefused(f"The key of the second factors {path} can be read by others. Run: chmod 600 {path}")
    try:
        return Sealer(path.read_bytes().strip())
    except (SealRefused, OSError) as error:
        remedy = "Bring it back from your copy of the keys; without it, move it away: one-time codes and recovery codes then need a reset."
        raise FactorsKeyRefused(f"The key of the second factors {path} is damaged or cannot be read. {remedy}") from error


def seal(secret: str) -> str:
    """A factor's secret as it is kept."""
    return sealer().seal(secret)


def opened(kept: str) -> str:
    """A factor's secret; where another key sealed it, something that nobody can guess, so that no code is ever right."""
    try:
        return sealer().open(kept)
    except SealRefused:
        return base64.b32encode(os.urandom(20)).decode()


def can_open(factor: Authenticator) -> bool:
    """Whether the secret of a factor can be read here; a passkey has none to read."""
    try:
        for kept in [*secrets_of(factor).values(), *factor.data.get("migrated_codes", [])]:
            sealer().open(kept)
    except SealRefused:
        return False
    return True


def secrets_of(factor: Authenticator) -> dict[str, str]:
    """The secrets in a factor's data, by their names there."""
    data: dict[str, Any] = factor.data if factor.type in SEALED_KINDS else {}
    return {name: data[name] for name in SEALED_FIELDS if name in data}


@transaction.atomic
def seal_what_is_clear() -> int:
    """Seals the secrets that an earlier version or its backup left in clear. Returns how many factors."""
    clear = 0
    for factor in Authenticator.objects.filter(type__in=SEALED_KINDS).select_for_update(no_key=True):
        found = {name: seal(kept) for name, kept in secrets_of(factor).items() if not is_sealed(kept)}
        if found:
            factor.data = {**factor.data, **found}
            factor.save(update_fields=["data"])
            clear += 1
    return clear


def people_without_their_codes() -> int:
    """How many accounts have one-time or recovery codes that were sealed with a key that is not here."""
    factors = Authenticator.objects.filter(type__in=SEALED_KINDS)
    return len({factor.user_id for factor in factors if not can_open(factor)})
