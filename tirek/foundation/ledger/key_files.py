"""Files of keys: 0600, drawn once, outside database and backup. It knows no Django and not what a key is for: settings stand on it too."""

import os
import secrets
import stat
from pathlib import Path


def draw_once(path: Path, content: bytes) -> None:
    """Writes a new key into a 0600 file, flushed to the disk; of two that do so at once, one wins. Raises OSError when it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def open_to_others(path: Path) -> bool:
    """Whether anybody but the owner may read or write the file. Raises OSError when it is not there."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
