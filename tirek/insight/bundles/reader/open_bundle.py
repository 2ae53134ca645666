#!/usr/bin/env python3
"""Opens a sealed bundle of a National Preventive Mechanism on your own computer, off line.

    python3 open_bundle.py BUNDLE KEY FOLDER     checks the bundle and unpacks it into a new FOLDER; then open FOLDER/index.html
    python3 open_bundle.py --check BUNDLE KEY    checks it and writes nothing
    python3 open_bundle.py --fingerprint PUBLIC  prints the fingerprint of your public key (age1...), to be compared by telephone

KEY is your key file, as age-keygen writes it. Python 3.9 or newer, and one of these two: the Python package pyrage, or the command age
(https://age-encryption.org) or rage in your path. Nothing is sent anywhere. The bundle is decrypted into memory or a file without a name, not into a folder.

Instead of this program: `age -d -i KEY BUNDLE > bundle.zip`, and unpack the ZIP file; then nobody compares the files with the manifest.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO, Any

FORMAT = "tirek-bundle-1"
MANIFEST = "manifest.json"
NAME = re.compile(r"(?:[a-z0-9][a-z0-9._-]{0,99}/){0,3}[a-z0-9][a-z0-9._-]{0,99}")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
MOST_FILES = 5000
LONGEST_ENTRY = 600
END = 22 + 65_535
MOST_BYTES = 2_000_000_000
MOST_MANIFEST = 5_000_000
PIECE = 1 << 20
IN_MEMORY = 64 * PIECE


class Refused(Exception):
    """The bundle is not opened; the words say why."""


def fingerprint(public: str) -> str:
    """The beginning of the SHA-256 of a public key, in groups of four, as the mechanism sees it."""
    digest = hashlib.sha256(public.strip().lower().encode()).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def opened(bundle: str, key: str) -> IO[bytes]:
    """The ZIP file inside, in memory or in a file without a name. Raises Refused."""
    plain: Any = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the caller closes it
    try:
        import pyrage
    except ImportError:
        by_command(bundle, key, plain)
    else:
        by_library(pyrage, bundle, key, plain)
    plain.seek(0)
    return plain  # type: ignore[no-any-return]


def by_library(pyrage: Any, bundle: str, key: str, plain: IO[bytes]) -> None:
    """Decrypts with the package pyrage."""
    try:
        told = [line.strip() for line in Path(key).read_text(encoding="utf-8").splitlines()]
        keys = [pyrage.x25519.Identity.from_str(each) for each in told if each and not each.startswith("#")]
    except (OSError, ValueError, pyrage.IdentityError):
        raise Refused(f"The key file {key} cannot be read, or holds no key of age.") from None
    try:
        with Path(bundle).open("rb") as source:
            pyrage.decrypt_io(source, Limited(plain), keys)
    except TooLarge:
        raise Refused("The bundle is larger than any bundle can be. It was not opened.") from None
    except (OSError, pyrage.DecryptError):
        raise Refused("The bundle cannot be decrypted: it is not sealed to this key, or it is damaged.") from None


def by_command(bundle: str, key: str, plain: IO[bytes]) -> None:
    """Decrypts with the command age, or rage."""
    command = shutil.which("age") or shutil.which("rage")
    if command is None:
        raise Refused("Neither the Python package pyrage nor the command age is here. Install one of them: pip install pyrage, or https://age-encryption.org")
    into = Limited(plain)
    with subprocess.Popen([command, "-d", "-i", key, bundle], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as work:  # noqa: S603  no shell; the names are the caller's own files
        try:
            while piece := work.stdout.read(PIECE) if work.stdout else b"":
                into.write(piece)
        except TooLarge:
            work.kill()
            raise Refused("The bundle is larger than any bundle can be. It was not opened.") from None
    if work.returncode:
        raise Refused("The bundle cannot be decrypted: it is not sealed to this key, or it is damaged.")


class TooLarge(Exception):
    """More bytes than a bundle has."""


class Limited:
    """A file that takes no more than a bundle can have."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.left = file, MOST_BYTES

    def write(self, piece: bytes) -> int:
        """All of the piece, or TooLarge."""
        self.left -= len(piece)
        if self.left < 0:
            raise TooLarge
        self.file.write(piece)
        return len(piece)

    def flush(self) -> None:
        """As the file's own."""
        self.file.flush()


def check_number_of_files(plain: IO[bytes]) -> None:
    """Refuses an archive with more files than a bundle has before all of their names are read. What its end tells is believed in that alone. Raises Refused."""
    size = plain.seek(0, 2)
    plain.seek(max(0, size - END))
    told = plain.read()
    at = told.rfind(b"PK\x05\x06")
    if at < 0 or len(told) - at < 22:
        raise Refused("The bundle is damaged, or it is not a bundle.")
    if told[max(0, at - 20) : at].startswith(b"PK\x06\x07"):  # a second end, for archives larger than any bundle, would be believed before this one
        raise Refused("The bundle is packed otherwise than bundles are. Nothing was unpacked.")
    number, length = int.from_bytes(told[at + 10 : at + 12], "little"), int.from_bytes(told[at + 12 : at + 16], "little")
    if number > MOST_FILES or length > MOST_FILES * LONGEST_ENTRY:
        raise Refused("The bundle holds too many files, or one of them twice.")
    plain.seek(0)


def manifest_of(archive: zipfile.ZipFile) -> "tuple[dict[str, Any], dict[str, Any]]":
    """The manifest, if every name in the archive is safe and stands there once. Raises Refused."""
    names = [each.filename for each in archive.infolist()]
    if len(names) > MOST_FILES or len(set(names)) < len(names):
        raise Refused("The bundle holds too many files, or one of them twice.")
    for name in names:
        if not NAME.fullmatch(name) or any(RESERVED.match(part) for part in name.split("/")):
            raise Refused(f"The bundle holds a file with an unsafe name: {name[:100]!r}. Nothing was unpacked.")
    if MANIFEST not in names or archive.getinfo(MANIFEST).file_size > MOST_MANIFEST:
        raise Refused("The bundle has no manifest.")
    with archive.open(MANIFEST) as file:
        told = json.loads(file.read(MOST_MANIFEST + 1))
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("members"), list):
        raise Refused(f"The manifest is not of the format {FORMAT}.")
    listed = {each["name"]: each for each in told["members"]}
    if any(type(each["size"]) is not int or each["size"] < 0 for each in listed.values()):
        raise Refused("The manifest tells a size that no file can have. Nothing was unpacked.")
    if any(each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or each.flag_bits & 1 for each in archive.infolist()):
        raise Refused("The bundle holds a file that is packed otherwise than bundles are. Nothing was unpacked.")
    strange, lacking = sorted(set(names) - set(listed) - {MANIFEST}), sorted(set(listed) - set(names))
    if strange or lacking:
        told_of = [f"not in the manifest: {each}" for each in strange[:5]] + [f"missing: {each}" for each in lacking[:5]]
        raise Refused(f"Files and manifest differ: {'; '.join(told_of)}.")
    if sum(each["size"] for each in listed.values()) > MOST_BYTES:
        raise Refused("The files are larger than any bundle can be. Nothing was unpacked.")
    return told, listed


def checked(archive: zipfile.ZipFile, member: "dict[str, Any]", into: "IO[bytes] | None" = None) -> None:
    """Reads one file in pieces, no further than the manifest says it goes, and compares its digest. Raises Refused."""
    digest, left = hashlib.sha256(), member["size"]
    with archive.open(member["name"]) as source:
        while piece := source.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise Refused(f"The file {member['name']} is larger than the manifest says.")
            digest.update(piece)
            if into is not None:
                into.write(piece)
    if left or digest.hexdigest() != member["sha256"]:
        raise Refused(f"The file {member['name']} is not the one that the manifest names.")


def unpack(archive: zipfile.ZipFile, told: "dict[str, Any]", listed: "dict[str, Any]", folder: Path) -> None:
    """Every file into a folder that was not there; of a bundle that is refused on the way nothing stays."""
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        raise Refused(f"{folder} exists already. Give the name of a folder that does not.") from None
    try:
        for name, member in listed.items():
            path = folder.joinpath(*name.split("/"))
            path.parent.mkdir(0o700, parents=True, exist_ok=True)
            with path.open("xb") as file:
                checked(archive, member, file)
        (folder / MANIFEST).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def run(asked: "list[str]") -> str:
    """Does what is asked; returns the words to say."""
    if len(asked) == 2 and asked[0] == "--fingerprint":
        return fingerprint(asked[1])
    if len(asked) != 3:
        return __doc__ or ""
    checks = asked[0] == "--check"
    bundle, key = asked[1:] if checks else asked[:2]
    try:
        with opened(bundle, key) as plain:
            check_number_of_files(plain)
            with zipfile.ZipFile(plain) as archive:
                told, listed = manifest_of(archive)
                if checks:
                    for member in listed.values():
                        checked(archive, member)
                else:
                    unpack(archive, told, listed, Path(asked[2]))
    except (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, OverflowError, RecursionError, EOFError, RuntimeError):
        raise Refused("The bundle is damaged, or it is not a bundle.") from None
    done = "Every file is the one that the manifest names." if checks else f"Unpacked and compared with the manifest. Open {Path(asked[2]) / 'index.html'}"
    return f"{len(listed)} files, for {printable(told.get('for'))}, made on {printable(told.get('made_on'))}.\nSHA-256 of the sealed file: {digest_of(bundle)}\n{done}"


def printable(told: object) -> str:
    """What the manifest tells, without signs that a terminal would obey."""
    return "".join(each if each.isprintable() else "?" for each in str(told)[:200])


def digest_of(bundle: str) -> str:
    """SHA-256 of the sealed file, as the mechanism tells it by another way: it alone says who made the bundle."""
    digest = hashlib.sha256()
    with Path(bundle).open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


if __name__ == "__main__":
    try:
        print(run(sys.argv[1:]))  # noqa: T201
    except Refused as refused:
        sys.exit(f"open_bundle: {refused}")
    except OSError as fault:
        sys.exit(f"open_bundle: {fault}")
