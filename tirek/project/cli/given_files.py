"""Files that a command is given, to read or to write: regular ones; whatever else has a name (a device, a pipe, a folder) is refused, and so is what the user
as whom the command runs may not reach. On a server that is the service's own, and not root who typed it.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from tirek.project.cli.troubles import Trouble, who

MEGABYTE = 1_000_000


def bytes_of(name: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; never waits for a pipe or reads a device. Raises Trouble."""
    try:
        with opened(name) as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}.") from error
    if len(data) > limit:
        raise Trouble(f"{name} is larger than {limit / MEGABYTE:g} MB, which is the most that is read. Give the part that you need.")
    return data


def opened(name: str) -> BinaryIO:
    """A regular file, open for reading; what it is, is asked of the very thing that was opened. Raises Trouble, OSError."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Trouble(f"{name} is no regular file (it is a folder, a device or a pipe). Give a file that lies on the disk.")
    return os.fdopen(descriptor, "rb")


def check_source(path: Path) -> None:
    """Raises Trouble unless it is a regular file that this user may read."""
    told = found(path)
    if told is None or not stat.S_ISREG(told.st_mode):
        raise Trouble(f"There is no file {path}.")
    if not os.access(path, os.R_OK):
        raise Trouble(f"The user {who()}, as whom this command runs, may not read {path}. {remedy()}")


def check_place(path: Path) -> None:
    """Raises Trouble unless a new file can be begun there by this user."""
    if found(path) is not None:
        raise Trouble(f"{path} exists already. Give a name that does not, so that no backup is overwritten.")
    folder = found(path.parent)
    if folder is None or not stat.S_ISDIR(folder.st_mode):
        raise Trouble(f"The folder {path.parent} does not exist. Make it first.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise Trouble(f"The user {who()}, as whom this command runs, may not write into {path.parent}. {remedy()}")


def found(path: Path) -> os.stat_result | None:
    """What lies there, or None. Raises Trouble where this user may not look."""
    try:
        return path.stat()
    except PermissionError as error:
        raise Trouble(f"The user {who()}, as whom this command runs, may not look into {path.parent}. {remedy()}") from error
    except OSError:
        return None


def remedy() -> str:
    """How a file comes where this user reaches it."""
    return f"Choose a folder of that user's own; root brings a file there by: install -m 600 -o {who()} FILE FOLDER"
