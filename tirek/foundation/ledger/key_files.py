"""Files of keys: 0600, drawn once, outside database and backup. It knows no Django and not what a key is for: settings stand on it too."""

import os
import secrets
import stat
from pathlib import Path


class KeyRefused(Exception):
    """A key's file cannot be used; the sentence says why and how to mend it."""


def draw_once(path: Path, content: bytes) -> None:
    """Writes a new key into a 0600 file, flushed to the disk; of two that do so at once, one wins. Raises OSError when it cannot."""
    draft = drafted(path, content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def put(path: Path, content: bytes) -> None:
    """Writes a file of keys anew, whole or not at all; who calls it stands behind a lock. Raises OSError when it cannot."""
    draft = drafted(path, content)
    try:
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def drafted(path: Path, content: bytes) -> Path:
    """A 0600 file beside the one that is meant, flushed to the disk; what could not be written whole leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft


def open_to_others(path: Path) -> bool:
    """Whether anybody but the owner may read or write the file. Raises OSError when it is not there."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
