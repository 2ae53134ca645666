"""Checkpoints: signed tree heads in an append-only file outside the database. The signing key lies in a 0600 file outside the backup.

It knows the tree's nodes and no room's rows.
"""

import base64
import binascii
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from tirek.foundation.ledger.acts import opened
from tirek.foundation.ledger.key_files import KeyRefused, draw_once, open_to_others
from tirek.foundation.ledger.models import Head
from tirek.foundation.ledger.writing import read_node
from tirek.ground.proof.checkpoint import Checkpoint, CheckpointRefused, Signer, Verifier
from tirek.ground.proof.tree import root_at

SEPARATOR = "\n\n=\n"
SEED = 32
NOTE = 1024


def origin() -> str:
    """The log's name in its checkpoints: the instance's own, without a host name unless the operator set one."""
    return "tirek/" + ("demonstration" if settings.TIREK_DEMO else "main")


def key_path() -> Path:
    """The file of the signing key."""
    return Path(settings.TIREK_DATA) / "keys" / "ledger.key"


def signing_key() -> bytes:
    """The Ed25519 seed (32 bytes) of this instance, made on first use in a 0600 file; raises KeyRefused for a damaged or open one."""
    path = key_path()
    if not path.exists():
        draw_once(path, base64.b64encode(os.urandom(SEED)))
    if open_to_others(path):
        raise KeyRefused(f"The ledger's signing key {path} can be read by others. Run: chmod 600 {path}")
    try:
        seed = base64.b64decode(path.read_bytes(), validate=True)
    except (binascii.Error, OSError):
        seed = b""
    if len(seed) != SEED:
        remedy = "Bring it back from your copy of the keys; without it, move it away and a new key will sign from now on."
        raise KeyRefused(f"The ledger's signing key {path} is damaged or cannot be read. {remedy}")
    return seed


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
    """Openers for every key that has signed this log, our own among them; raises CheckpointRefused when the file of keys is damaged."""
    path = verifiers_path()
    noted = path.read_text(encoding="utf-8", errors="replace").split() if path.exists() else []
    own = [Signer(origin(), signing_key()).verifier()] if key_path().exists() else []
    return [*own, *(Verifier.of_key(line) for line in noted)]


def log_path() -> Path:
    """The append-only file."""
    return Path(settings.TIREK_DATA) / "checkpoints" / "checkpoints.log"


def write_checkpoint() -> Checkpoint | None:
    """Signs the present head and appends it durably, if entries have come since the last one; None when nothing is new.

    Never inside another transaction: what is rolled back later must not be in a checkpoint. Cost: O(log n) reads and the last note.
    """
    with transaction.atomic(durable=True), opened():
        head = Head.objects.select_for_update().get_or_create(pk=1)[0]
        mend_end(log_path())
        if head.size <= last_size(log_path()):
            return None
        checkpoint = Checkpoint(origin(), head.size, root_at(head.size, read_node))
        append_note(signer().sign(checkpoint))
        head.notes += 1
        head.save()
    return checkpoint


def append_note(note: str) -> None:
    """Appends one note and forces it to the disk; a note that does not fit on the disk leaves nothing behind."""
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        size = file.tell()
        try:
            file.write((note + SEPARATOR).encode())
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), size)
            raise


def last_size(path: Path) -> int:
    """How many entries the newest note covers; none when there is no note or somebody altered it (verification tells of that)."""
    note = last_note(path)
    try:
        return open_with(verifiers(), note).size if note else 0
    except CheckpointRefused:
        return 0


def mend_end(path: Path) -> None:
    """Keeps the next note from growing onto a last one that a crash cut short: that one was never counted and goes.

    Anything else at the end is somebody's doing: it stays as evidence, closed off, and verification tells of it.
    """
    content, mark = tail(path) if path.exists() else b"", SEPARATOR.encode()
    torn = content[content.rfind(mark) + len(mark) :] if mark in content else content
    if not torn:
        return
    begun = f"{origin()}\n".encode()
    if torn.startswith(begun[: len(torn)]) and len(torn) < NOTE:
        os.truncate(path, path.stat().st_size - len(torn))
    else:
        append_note("")


def last_note(path: Path) -> str:
    """The newest whole note, or nothing; reads the file's end alone."""
    parts = tail(path).decode(errors="replace").split(SEPARATOR) if path.exists() else []
    return parts[-2] if len(parts) > 1 else ""


def newest_note() -> str:
    """The newest note of this instance, or nothing; for a page that offers it to be copied elsewhere."""
    return last_note(log_path())


def tail(path: Path, length: int = 8 * NOTE) -> bytes:
    """The last bytes of a file: more than two notes have."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - length))
        return file.read()


def read_notes() -> Iterator[str]:
    """The notes in the file, oldest first. A last note that a crash cut short is left out."""
    if log_path().exists():
        parts = log_path().read_bytes().decode(errors="replace").split(SEPARATOR)
        yield from parts[:-1]


def notes_up_to(size: int) -> bytes:
    """The beginning of the file: every note before the first that covers more than `size` entries. For a backup of so many entries."""
    kept = []
    for note in read_notes():
        stated = note.split("\n")[1:2]
        if stated and stated[0].isdecimal() and int(stated[0]) > size:
            break
        kept.append(note + SEPARATOR)
    return "".join(kept).encode()


def open_with(known: list[Verifier], note: str) -> Checkpoint:
    """Opens a note with whichever known key signed it; raises CheckpointRefused when none did."""
    for verifier in known:
        if verifier.signed(note):
            return verifier.open(note)
    raise CheckpointRefused(f"The note over {note.split(chr(10))[1:2]} entries is signed by no key of this log.")


def present_checkpoint() -> str:
    """A freshly signed note over all entries so far (also appended to the file): what goes into a report.

    Call it before the transaction that stores it, never inside.
    """
    write_checkpoint()
    return newest_note()
