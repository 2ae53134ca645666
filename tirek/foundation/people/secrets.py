"""Secrets of people: one-time links, digests of names, passwords of the demonstration. It knows no table."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings


def new_link_secret() -> str:
    """32 random bytes, as they stand in an address."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """SHA-256 of a link's secret; only this is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def veiled(text: str, purpose: str) -> str:
    """A keyed digest of a name or address, so that tables and ledger hold no clear one. The key is the instance's."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{purpose}:{text.strip().lower()}".encode(), hashlib.sha256).hexdigest()


def passwords_file() -> Path:
    """Where the demonstration's passwords stand, for the person at the machine alone (0600)."""
    return Path(settings.TIREK_DATA) / "keys" / "passwords.txt"


def read_passwords() -> dict[str, str]:
    """Login -> password of the demonstration persons of this data folder."""
    path = passwords_file()
    if not path.exists():
        return {}
    return dict(line.split("\t", 1) for line in path.read_text().splitlines() if "\t" in line)


def keep_passwords(passwords: dict[str, str]) -> None:
    """Writes the passwords, whole or not at all."""
    path = passwords_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write("".join(f"{login}\t{password}\n" for login, password in passwords.items()))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
