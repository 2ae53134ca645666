"""A database that was taken back to an earlier moment, while its checkpoints outside went on: put on record, and signed on from there.

The notes over entries that are not here any more are laid aside, never deleted: who kept one elsewhere finds it there, and the entry tells why.
"""

import os
from pathlib import Path

from tirek.foundation.ledger.checkpoints import SEPARATOR, log_path, newest_note, notes_up_to, open_with, read_notes, verifiers
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.writing import head_size
from tirek.ground.rules.actors import SYSTEM

TAKEN_BACK = "ledger.taken-back"


def laid_aside(size: int, covered: int) -> Path:
    """Where the notes lie that cover more than the `size` entries which were left of `covered`."""
    return log_path().with_name(f"taken-back-{size}-of-{covered}.log")


def newest_covered() -> int:
    """How many entries the last note of the file covers, or none. Raises CheckpointRefused for one that no key of this log signed."""
    last = newest_note()
    return open_with(verifiers(), last).size if last else 0


def put_on_record() -> tuple[int, int]:
    """Lays the notes aside that cover more than there is, and records it. Answers how many entries are left, and how many the notes covered.

    Interrupted, it is called again: the notes are copied before they leave the file. Raises ValueError where nothing was taken back, CheckpointRefused.
    """
    size, covered = head_size(), newest_covered()
    if covered <= size:
        raise ValueError
    kept = notes_up_to(size)
    beyond = "".join(note + SEPARATOR for note in read_notes()).encode()[len(kept) :]
    replaced(laid_aside(size, covered), beyond)
    with record("ledger.taken-back", by=SYSTEM, subject=("ledger", f"{size}/{covered}")):
        pass
    replaced(log_path(), kept)
    return size, covered


def replaced(path: Path, content: bytes) -> None:
    """A file is as it was or has the new content, on the disk."""
    draft = path.with_name(f".{path.name}.draft")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
