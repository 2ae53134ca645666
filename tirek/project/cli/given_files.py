"""Files that a command is given: regular ones within a limit, read whole; whatever else has a name (a device, a pipe, a folder) is refused."""

import os
import stat
from typing import BinaryIO

from tirek.project.cli.troubles import Trouble

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
