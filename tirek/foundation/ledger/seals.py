"""Seals: an HMAC of each entry's place, leaf and list of rows, with a key in a 0600 file outside database and backup.

The salts of leaves stand in the database: whoever has it and our code can compute a leaf, but no seal. The file tells from which entry on a
key seals, so that nobody makes an entry "old" by taking its seal away. It may hold several keys, one a line: a lost one's copy is added.
"""

import base64
import binascii
import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tirek.foundation.ledger.key_files import KeyRefused, open_to_others, put
from tirek.foundation.ledger.models import Entry, EntryRow
from tirek.ground.proof.leaf import leaf

LENGTH = 32


@dataclass(frozen=True, slots=True)
class SealKey:
    """A key, and the number of the first entry that it seals."""

    since: int
    key: bytes


def key_path() -> Path:
    """The file of the keys."""
    return Path(settings.TIREK_DATA) / "keys" / "seals.key"


def seal_keys() -> tuple[SealKey, ...]:
    """The keys that are here, none before the first entry; raises KeyRefused for a damaged file or one that is open to others."""
    path = key_path()
    if not path.exists():
        return ()
    if open_to_others(path):
        raise KeyRefused(f"The key of the ledger's seals {path} can be read by others. Run: chmod 600 {path}")
    try:
        found = tuple(key_of(line) for line in path.read_text(encoding="ascii").splitlines() if line.strip())
    except (OSError, ValueError, binascii.Error):
        found = ()
    if not found:
        remedy = "Bring it back from your copy of the keys; without it, move it away and a new key will seal from now on."
        raise KeyRefused(f"The key of the ledger's seals {path} is damaged or cannot be read. {remedy}")
    return found


def key_of(line: str) -> SealKey:
    """One line of the file; raises ValueError for anything else."""
    since, encoded = line.split()
    key = base64.b64decode(encoded, validate=True)
    if not since.isdecimal() or len(key) != LENGTH:
        raise ValueError(line)
    return SealKey(int(since), key)


def sealing_key(seq: int) -> bytes:
    """The key for a new entry, made when none is here that seals so early. Call it behind the head's lock; raises KeyRefused."""
    known = seal_keys()
    fitting = [each for each in known if each.since <= seq]
    if fitting:
        return max(fitting, key=lambda each: each.since).key
    made = SealKey(seq, secrets.token_bytes(LENGTH))
    lines = [f"{each.since} {base64.b64encode(each.key).decode()}\n" for each in (*known, made)]
    put(key_path(), "".join(lines).encode())
    return made.key


def seal(key: bytes, entry: Entry, rows: Iterable[EntryRow]) -> bytes:
    """The seal of an entry; it covers no word of it that erasing its salt is meant to forget."""
    return leaf(key, {"seq": entry.seq, "leaf": bytes(entry.leaf).hex(), "rows": listed(rows)})


def listed(rows: Iterable[EntryRow]) -> list[list[object]]:
    """An entry's list of rows, as leaf and seal cover it."""
    return [[row.table, row.row, "" if row.mac is None else bytes(row.mac).hex(), row.gone] for row in rows]


def sealed_with(keys: Sequence[SealKey], entry: Entry, rows: Sequence[EntryRow]) -> bool:
    """Whether one of the keys sealed the entry."""
    if entry.seal is None:
        return False
    stored = bytes(entry.seal)
    return any(hmac.compare_digest(seal(each.key, entry, rows), stored) for each in keys if each.since <= entry.seq)
