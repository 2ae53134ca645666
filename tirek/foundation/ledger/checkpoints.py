"""Checkpoints: signed tree heads in an append-only file outside the database. The signing key lies in a 0600 file outside the backup.

It knows the tree's nodes and no room's rows.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from tirek.foundation.ledger.writing import head_size, read_node
from tirek.ground.proof.checkpoint import Checkpoint, CheckpointRefused, Signer, Verifier
from tirek.ground.proof.tree import root_at

SEPARATOR = "\n\n=\n"


def origin() -> str:
    """The log's name in its checkpoints: the instance's own, without a host name unless the operator set one."""
    return "tirek/" + ("demonstration" if settings.TIREK_DEMO else "main")


def signing_key() -> bytes:
    """The Ed25519 seed (32 bytes) of this instance, made on first use in a 0600 file."""
    path = Path(settings.TIREK_DATA) / "keys" / "ledger.key"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        draft = path.with_name(f".ledger.key.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(os.urandom(32)))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return base64.b64decode(path.read_bytes())


def signer() -> Signer:
    """The signer of this instance's checkpoints. Its public key is noted beside the checkpoints on first use."""
    made = Signer(origin(), signing_key())
    key = made.verifier().verifier_key()
    path = verifiers_path()
    if not path.exists() or key not in path.read_text(encoding="utf-8").split("\n"):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(key + "\n")
    return made


def verifiers_path() -> Path:
    """The public keys that have signed this log, one a line; a restored instance signs with a new key beside the old one."""
    return Path(settings.TIREK_DATA) / "checkpoints" / "verifiers.txt"


def verifiers() -> list[Verifier]:
    """Openers for every key that has signed this log."""
    signer()
    return [Verifier.of_key(line) for line in verifiers_path().read_text(encoding="utf-8").split() if line]


def log_path() -> Path:
    """The append-only file."""
    return Path(settings.TIREK_DATA) / "checkpoints" / "checkpoints.log"


def write_checkpoint() -> Checkpoint | None:
    """Signs the present head and appends it durably, if entries have come since the last one; None when nothing is new."""
    with transaction.atomic():
        size = head_size()
        written = max((each.size for each in read_checkpoints()), default=0)
        if size <= written:
            return None
        checkpoint = Checkpoint(origin(), size, root_at(size, read_node))
    append_note(signer().sign(checkpoint))
    return checkpoint


def append_note(note: str) -> None:
    """Appends one note and forces it to the disk."""
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(note + SEPARATOR)
        file.flush()
        os.fsync(file.fileno())


def read_notes() -> Iterator[str]:
    """The notes in the file, oldest first. A last note that a crash cut short is left out."""
    if log_path().exists():
        parts = log_path().read_text(encoding="utf-8").split(SEPARATOR)
        yield from parts[:-1]


def read_checkpoints() -> list[Checkpoint]:
    """All checkpoints whose signature holds; raises CheckpointRefused at the first that does not."""
    known = verifiers()
    return [open_with(known, note) for note in read_notes()]


def open_with(known: list[Verifier], note: str) -> Checkpoint:
    """Opens a note with whichever known key signed it; raises CheckpointRefused when none did."""
    for verifier in known:
        if verifier.signed(note):
            return verifier.open(note)
    raise CheckpointRefused(f"The note over {note.split(chr(10))[1:2]} entries is signed by no key of this log.")


def present_checkpoint() -> str:
    """A freshly signed note over all entries so far (also appended to the file): what goes into a report."""
    write_checkpoint()
    notes = list(read_notes())
    return notes[-1] if notes else ""

