"""The file of a backup: which members it may hold, writing them, and unpacking one that nobody vouches for.

The format stands in docs/reference/backup.md. It knows no table: rows are lines to it.
"""

import gzip
import hashlib
import io
import json
import re
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from tirek.project.cli.troubles import Trouble

T = TypeVar("T")
FORMAT = "tirek-backup-1"
MANIFEST = "manifest.json"
MEMBER = re.compile(r"manifest\.json|rows\.jsonl|checkpoints/(?:checkpoints\.log|verifiers\.txt)|files/([0-9a-f]{2})/\1[0-9a-f]{62}")
MANIFEST_LIMIT = 1_000_000
RESERVE = 32_000_000
"""Bytes that unpacking leaves free on the disk."""
PIECE = 65_536
"""The most that is read at a time. Of our own archives tarfile asks for less: one block of 512 bytes for a header, and a few where a file has over 8 GiB."""
BESIDES = 4
"""Members that are no files of the record: manifest, rows, and the two of the checkpoints."""


class Damaged(Exception):
    """The archive is not whole, or not one of ours; the words say why."""


class Narrow:
    """A stream of which nobody may ask more than PIECE bytes at once. tarfile reads an extended header whole, however long it says that it is: gigabytes of it in a
    megabyte of an archive would take the machine's memory."""

    def __init__(self, stream: gzip.GzipFile) -> None:
        self.stream = stream

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; raises Damaged when more are asked for than an archive of ours ever needs."""
        if not 0 <= size <= PIECE:
            raise Damaged("a header in it is longer than a backup's")
        return self.stream.read(size)

    def seek(self, to: int) -> int:
        """Goes there."""
        return self.stream.seek(to)

    def tell(self) -> int:
        """How far it was read."""
        return self.stream.tell()


def add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """One member from memory."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(content), 0o600
    archive.addfile(info, io.BytesIO(content))


def add_file(archive: tarfile.TarFile, name: str, path: Path) -> None:
    """One member from a file, without its owner and times."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = path.stat().st_size, 0o600
    with path.open("rb") as file:
        archive.addfile(info, file)


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpacks an archive into an empty folder, checks every byte, returns its manifest. Raises Trouble for anything else than a whole backup.

    Only the members of the format are taken, each once; none may be larger than what is free, or than the manifest says.
    """
    return read_archive(source, folder, checked_manifest)


def unpack_to_prove(source: Path, folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The same for a proof: what of it is not as the manifest says is returned in sentences, so that all of it can be named. Raises Trouble for what is no archive of the format."""
    return read_archive(source, folder, proved_manifest)


def read_archive(source: Path, folder: Path, judged: Callable[[Path], T]) -> T:
    """Unpacks the members and lets the rest be judged; raises Trouble."""
    try:
        with gzip.open(source) as stream, tarfile.TarFile(fileobj=Narrow(stream)) as archive:  # type: ignore[arg-type]
            most = BESIDES
            for number, member in enumerate(members(archive), 1):
                if number > most:
                    raise Damaged("it holds more files than its manifest counts")
                take(archive, member, folder)
                if member.name == MANIFEST:  # the first of them
                    most += manifest_in(folder)["files"]
            read_to_the_end(stream)
        return judged(folder)
    except (tarfile.TarError, zlib.error, OSError, EOFError, ValueError, KeyError, TypeError, RecursionError, Damaged) as error:
        raise Trouble(f"{source} is damaged or is not a backup of Tirek ({error or type(error).__name__}). Nothing was restored.") from error


def read_to_the_end(stream: gzip.GzipFile) -> None:
    """Lets the compressed stream check its own end: a file that was cut there is not whole. Raises Damaged when something else than the end of an archive follows."""
    if len(stream.read(PIECE)) == PIECE:
        raise Damaged("more follows after its end")


def members(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The members, the manifest first; raises Damaged for a name, kind or order that no backup has."""
    seen: set[str] = set()
    for member in archive:
        if not member.isreg() or not MEMBER.fullmatch(member.name):
            raise Damaged(f"it holds {member.name!r}, which no backup holds")
        if member.name in seen or bool(seen) == (member.name == MANIFEST):
            raise Damaged(f"{member.name!r} stands at the wrong place")
        if member.name == MANIFEST and member.size > MANIFEST_LIMIT:
            raise Damaged("its manifest is too large")
        seen.add(member.name)
        yield member


def take(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Writes one member under the folder; raises Damaged when it would fill the disk or is not as large as the manifest says."""
    if member.size > shutil.disk_usage(folder).free - RESERVE:
        raise Damaged(f"{member.name} has {member.size:,} bytes, more than is free on the disk")
    if member.name == "rows.jsonl":
        stated = manifest_in(folder).get("rows_bytes", member.size)
        if member.size != stated:
            raise Damaged(f"its rows have {member.size:,} bytes; the manifest says {stated:,}")
    content = archive.extractfile(member)
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("wb") as file:
        shutil.copyfileobj(content or io.BytesIO(), file, PIECE)


def manifest_in(folder: Path) -> dict[str, Any]:
    """The unpacked manifest; raises Damaged when it is of another format."""
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Damaged(f"it is not of the format {FORMAT}")
    datetime.fromisoformat(manifest["made_at"])
    handed = manifest.get("handed_over", {"entries": 0, "root": ""})
    kinds = {dict: ("rows",), str: ("edition", "made_at"), list: ("migrations",)}
    strange = [name for kind, names in kinds.items() for name in names if not isinstance(manifest[name], kind)]
    strange += ["rows"] if any(type(each) is not int for each in dict(manifest["rows"]).values()) else []
    strange += ["files"] if type(manifest["files"]) is not int else []
    strange += ["handed_over"] if not isinstance(handed, dict) or type(handed.get("entries")) is not int or not isinstance(handed.get("root"), str) else []
    if strange:
        raise Damaged(f"its manifest tells {strange[0]} otherwise than a backup does")
    return manifest


def proved_manifest(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The manifest, and what of the unpacked bytes is not as it says."""
    if not (folder / MANIFEST).exists() or not (folder / "rows.jsonl").exists():
        raise Damaged("it has no manifest, or no rows")
    manifest, found = manifest_in(folder), []
    if digest_of(folder / "rows.jsonl") != manifest["rows_sha256"]:
        found.append("The rows are not those that were written: their digest is another one.")
    files = sorted(folder.glob("files/??/*"))
    found += [f"The file {path.name} was altered." for path in files if digest_of(path) != path.name]
    if len(files) != manifest["files"]:
        found.append(f"{len(files)} files are here; {manifest['files']} were written.")
    return manifest, found


def checked_manifest(folder: Path) -> dict[str, Any]:
    """The manifest, after every unpacked byte was compared with its digest and the files were counted."""
    if not (folder / MANIFEST).exists():
        raise Damaged("it has no manifest")
    manifest = manifest_in(folder)
    if digest_of(folder / "rows.jsonl") != manifest["rows_sha256"]:
        raise Damaged("its rows are not those that were written")
    files = list(folder.glob("files/??/*"))
    wrong = [path.name for path in files if digest_of(path) != path.name]
    if wrong:
        raise Damaged(f"the file {wrong[0]} in it was altered")
    if len(files) != manifest["files"]:
        raise Damaged(f"it holds {len(files)} files; {manifest['files']} were written")
    return manifest
