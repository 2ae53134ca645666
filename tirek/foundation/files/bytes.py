"""Bytes on the disk under their digest. A file is complete or absent, whatever killed the writer; it knows no table."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

from tirek.ground.rules.refusals import Refusal

DIGEST = re.compile(r"[0-9a-f]{64}")


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
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(target)
    except OSError:  # of a full disk most likely: what was begun must not take room
        Path(draft).unlink()
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return digest


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
