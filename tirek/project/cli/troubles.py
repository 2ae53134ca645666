"""Troubles: why a command could not go on, in one plain sentence with the remedy."""

import errno

FULL = "The disk is full. What was not finished was not kept; free space and run the command again."


class Trouble(Exception):
    """A command cannot go on; the message says why and what to do."""


def sentence_of(error: BaseException) -> str:
    """The sentence for what can happen anywhere (a full disk, a database that went away); nothing for a fault of our own."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return FULL
    name, text = type(error).__name__, " ".join(str(error).split())
    if name == "OperationalError":
        return FULL if "full" in text else f"The database did not go on ({text[:300]}). Check that it runs and run the command again."
    return ""
