"""Bytes on the disk under their digest. A file is complete or absent, whatever killed the writer; it knows no table."""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from django.conf import settings

from tirek.ground.rules.refusals import Refusal

DIGEST = re.compile(r"[0-9a-f]{64}")
DAY = 86_400


class FileDamaged(Refusal):
    """The bytes on the disk are not those that were stored."""

    code = "file-damaged"
    message = "The stored file %(digest)s is missing or altered. Restore it from a backup and run “tirek ledger verify”."


def path_of(digest: str) -> Path:
    """Where the bytes with this SHA-256 (64 hex digits) lie."""
    return Path(settings.TIREK_DATA) / "files" / digest[:2] / digest


def keep(content: bytes) -> str:
    """Writes bytes durably (temporary file, fsync, rename, fsync of the folder) and returns their SHA-256 in hex."""
    digest = hashlib.sha256(content).hexdigest()
    target = path_of(digest)
    if target.exists() and target.stat().st_size == len(content):
        return digest
    write_durably(target.parent, lambda file: put(file, content), lambda draft: draft.replace(target))
    return digest


def put(file: IO[bytes], content: bytes) -> None:
    """All of it."""
    file.write(content)


def keep_written(write: Callable[[IO[bytes]], None]) -> tuple[str, int]:
    """Keeps what `write` writes into a file, piece by piece, as `keep` does: its SHA-256 and its size. What `write` raises leaves nothing behind."""
    told: list[tuple[str, int]] = []

    def settle(draft: Path) -> None:
        with draft.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        told.append((digest, draft.stat().st_size))
        path_of(digest).parent.mkdir(parents=True, exist_ok=True)
        draft.replace(path_of(digest))
        flush_folder(path_of(digest).parent)

    write_durably(Path(settings.TIREK_DATA) / "files", write, settle)
    return told[0]


def write_durably(folder: Path, write: Callable[[IO[bytes]], None], settle: Callable[[Path], object]) -> None:
    """A file on the disk before it has its name; of one that could not be finished nothing stays."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        settle(Path(draft))
    except BaseException:  # of a full disk most likely, or the work was cancelled: what was begun must not take room
        Path(draft).unlink(missing_ok=True)
        raise
    flush_folder(folder)


def clear_drafts(now: float) -> int:
    """Takes away what writers that were killed left unfinished, a day old or more: a living one writes minutes at most. Returns how many. Cost: one look into each folder."""
    files = Path(settings.TIREK_DATA) / "files"
    left = [each for each in (*files.glob("tmp*"), *files.glob("??/tmp*")) if now - each.stat().st_mtime >= DAY]
    for each in left:
        each.unlink(missing_ok=True)
    return len(left)


def flush_folder(folder: Path) -> None:
    """The names in a folder, on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fetch(digest: str) -> bytes:
    """The bytes with this digest; raises FileDamaged when they are missing or altered."""
    try:
        content = path_of(digest).read_bytes()
    except OSError as error:
        raise FileDamaged(digest=digest) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise FileDamaged(digest=digest)
    return content


def intact(digest: str) -> bool:
    """Whether the bytes with this digest lie there unaltered; reads in pieces. What is no digest names no file."""
    if not DIGEST.fullmatch(digest):
        return False
    try:
        with path_of(digest).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False
