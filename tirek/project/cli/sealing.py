"""Backups encrypted to age recipients (age-encryption.org/v1): whoever steals the file, or the disk it lies on, reads nothing without the key.

The key is made once, kept away from this server, and brought to a restore alone. It knows no row and no member of an archive.
"""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from tirek.ground.seal import sealing
from tirek.ground.seal.keys import KeyRefused, key_of
from tirek.project.cli.given_files import check_source
from tirek.project.cli.steps import say
from tirek.project.cli.troubles import Trouble


def recipients(environ: Mapping[str, str] = os.environ) -> list[Any]:
    """To whom backups are encrypted: the public keys of TIREK_BACKUP_TO. Raises Trouble for one that is none."""
    found = []
    for told in filter(None, (each.strip() for each in environ.get("TIREK_BACKUP_TO", "").split(","))):
        try:
            found.append(key_of(told).recipient())
        except KeyRefused as error:
            raise Trouble(f"TIREK_BACKUP_TO has {told[:80]!r}, which is no age recipient. It begins with age1; tirek backup-key FILE makes a key and prints it.") from error
    return found


@contextmanager
def sealed(raw: BinaryIO, to: Sequence[Any]) -> Iterator[BinaryIO]:
    """What is written into the block's file reaches `raw` encrypted; without recipients as it is. Nothing of it touches a disk in clear."""
    if not to:
        yield raw
        return
    inside, outside = os.pipe()
    faults: list[BaseException] = []

    def encrypt() -> None:
        try:
            with os.fdopen(inside, "rb") as reader:
                sealing.seal(reader, raw, to)
        except BaseException as fault:  # noqa: BLE001  it is raised where the block ends
            faults.append(fault)

    thread = threading.Thread(target=encrypt, daemon=True)
    thread.start()
    try:
        with os.fdopen(outside, "wb") as writer:
            yield writer
    except BrokenPipeError:
        pass  # the encryption fell first: its own fault says why
    finally:
        thread.join()
    if faults:
        raise faults[0]


def is_sealed(source: Path) -> bool:
    """Whether a file is encrypted by age."""
    with source.open("rb") as file:
        return sealing.is_sealed(file.read(len(sealing.HEADER)))


@contextmanager
def opened(source: Path, folder: Path, environ: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """The archive in clear: the file itself, or a copy in the folder, decrypted with the key of TIREK_BACKUP_KEY and taken away again. Raises Trouble."""
    if not is_sealed(source):
        yield source
        return
    keys, plain = identities(environ), folder / "opened.tar.gz"
    try:
        with source.open("rb") as reader, os.fdopen(os.open(plain, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as writer:
            try:
                sealing.unseal(reader, writer, keys)
            except sealing.NotOpened as error:
                raise Trouble(f"{source} cannot be decrypted ({error}): the key of TIREK_BACKUP_KEY is not one of its recipients', or the file is damaged. Nothing was restored.") from error
        yield plain
    finally:
        plain.unlink(missing_ok=True)


def identities(environ: Mapping[str, str] = os.environ) -> list[Any]:
    """The secret keys of the file that TIREK_BACKUP_KEY names. Raises Trouble."""
    name = environ.get("TIREK_BACKUP_KEY", "")
    if not name:
        raise Trouble("The backup is encrypted. Bring its key to this machine and name the file: TIREK_BACKUP_KEY=… tirek restore FILE")
    check_source(Path(name))
    try:
        return sealing.secret_keys(Path(name).read_text().splitlines())
    except (OSError, ValueError, sealing.SecretRefused) as error:
        raise Trouble(f"The key file {name} cannot be read, or holds no age key ({type(error).__name__}).") from error


def make_key(name: str) -> int:
    """`tirek backup-key`: makes a key for backups, as age-keygen does; the secret goes into the file alone."""
    target = Path(name)
    secret, told = sealing.new_pair()
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"# public key: {told}\n{secret}\n")
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise Trouble(f"{target} exists already. Give a name that does not, so that no key is lost.") from error
    except OSError as error:
        raise Trouble(f"{target} cannot be written ({error.strerror}).") from error
    say(f"Key written: {target}. Bring it away from this server, to two places that do not burn together; without it no backup made for it can ever be read.")
    say(f"Give this to the server: TIREK_BACKUP_TO={told}")
    return 0
