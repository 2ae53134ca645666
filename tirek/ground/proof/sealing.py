"""Sealing short secrets: Fernet of the library cryptography (AES-128 in CBC, HMAC-SHA256), with a key that somebody else keeps.

It knows no file and no table. What is not marked as sealed was written before there was a seal, and is read as it stands.
"""

from cryptography.fernet import Fernet, InvalidToken

MARK = "sealed:"


class SealRefused(Exception):
    """Sealed with another key, altered, or a key that is none."""


def new_key() -> bytes:
    """A key drawn at random: 32 bytes, written in 44 letters."""
    return Fernet.generate_key()


def is_sealed(text: str) -> bool:
    """Whether a text was sealed at all."""
    return text.startswith(MARK)


class Sealer:
    """Seals and opens with one key; raises SealRefused for a key that is none."""

    def __init__(self, key: bytes) -> None:
        try:
            self.fernet = Fernet(key)
        except ValueError as error:
            raise SealRefused() from error

    def seal(self, text: str) -> str:
        """The text, unreadable without the key; another one each time."""
        return MARK + self.fernet.encrypt(text.encode()).decode()

    def open(self, text: str) -> str:
        """What was sealed, or a text from before the seal as it stands. Raises SealRefused."""
        if not is_sealed(text):
            return text
        try:
            return self.fernet.decrypt(text.removeprefix(MARK).encode()).decode()
        except (InvalidToken, UnicodeError) as error:
            raise SealRefused() from error
