"""Troubles: why a command could not go on, in one plain sentence with the remedy."""

import errno
import os
import pwd
import sys
from collections.abc import Callable

from tirek.project.instance import SettingRefused

FULL = "The disk is full. What was not finished was not kept; free space and run the command again."


class Trouble(Exception):
    """A command cannot go on; the message says why and what to do."""


class DatabaseRefused(Trouble):
    """The database that was given is not this instance's: nothing was written to it."""


def is_full(error: BaseException | None) -> bool:
    """Whether an error, or one behind it, says that the disk (or the quota) is full."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            return True
        if type(error).__name__ in {"OperationalError", "DiskFull"} and ("is full" in str(error) or "No space left" in str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def sentence_of(error: BaseException) -> str:
    """The sentence for what can happen anywhere (a full disk, a shut folder, a database that went away); nothing for a fault of our own."""
    if is_full(error):
        return FULL
    if isinstance(error, PermissionError) and error.filename:
        return f"The user {who()}, as whom this command runs, may not reach {error.filename}. Make it that user's own (chown -R {who()} FOLDER), or run this as the service's user."
    if type(error).__name__ == "OperationalError":
        reason = " ".join(str(error).split())[:300]
        return f"The database did not go on ({reason}). Check that it runs and run the command again."
    return ""


def who() -> str:
    """The user as whom this process runs."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def told(work: Callable[[], int | None]) -> int:
    """Does the work and returns its exit code; troubles are one plain sentence on the error stream."""
    try:
        code = int(work() or 0)
        if sys.stdout:  # nothing where whoever started us closed it
            sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read our words stopped reading; Python must not try to say the rest when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    except (Trouble, SettingRefused) as trouble:
        print(f"tirek: {trouble}", file=sys.stderr)
        return 3
    except Exception as error:
        sentence = sentence_of(error)
        if not sentence:
            raise
        print(f"tirek: {sentence}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
