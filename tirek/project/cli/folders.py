"""The instance's folder: that it can be written, that one supervisor at a time serves it, that no half restore lies in it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance

HANDLES: set[int] = set()
"""What holds folders in this process."""


def check_folder(instance: Instance) -> None:
    """The data folder exists and can be written, by its owner alone."""
    try:
        for folder in (instance.folder, instance.files, instance.checkpoints, instance.keys):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = instance.folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        remedy = "Give another folder with DATA_DIR=… or make this one writable."
        raise Trouble(f"The data folder {instance.folder} cannot be written ({error.strerror}). {remedy}") from error


def restore_mark(instance: Instance) -> Path:
    """The mark that a restore is under way; one that was interrupted leaves it behind."""
    return instance.folder / ".restoring"


def moved_mark(instance: Instance) -> Path:
    """The mark that the records moved to a server's database."""
    return instance.folder / ".moved"


def refuse_half_restored(instance: Instance) -> None:
    """Raises Trouble when a restore into this folder was interrupted, or its records moved to a server's database that is not given."""
    if moved_mark(instance).exists() and not instance.database_url:
        raise Trouble(f"The records of {instance.folder} moved to a server's database (tirek move): give it in DATABASE_URL.")
    if restore_mark(instance).exists():
        raise Trouble(f"A restore into {instance.folder} was interrupted. Run it again: tirek restore FILE")


@contextmanager
def leaving_nothing(instance: Instance, failing: type[BaseException] = BaseException) -> Iterator[None]:
    """Where the block fails so, an instance's folder that was not there before is taken away again, and those above it that were made for it."""
    made = [folder for folder in (instance.folder, *instance.folder.parents) if not folder.exists()]
    try:
        yield
    except failing:
        if made and instance.folder.exists() and not restore_mark(instance).exists():
            take_away(instance, made)
        raise


def take_away(instance: Instance, made: list[Path]) -> None:
    """Deletes the first of these folders whole unless another command holds it, and the others where they are empty."""
    try:
        with held(instance, "tidying"):
            shutil.rmtree(instance.folder)
        for folder in made[1:]:
            folder.rmdir()
    except (OSError, Trouble):
        return  # somebody else has come to use them: they are no longer ours to delete


@contextmanager
def held(instance: Instance, what: str) -> Iterator[str]:
    """Holds the folder for the block; raises Trouble when another command holds it. The system lets go when the process dies.

    Yields what a holder that was killed had left behind, or nothing.
    """
    path = instance.folder / ".held"
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            who = path.read_text().strip() or "another process"
            raise Trouble(f"The folder {instance.folder} is in use ({who}). End that first, or choose another with DATA_DIR=…") from error
        earlier = path.read_text()
        os.ftruncate(handle, 0)
        os.write(handle, f"tirek {what}, process {os.getpid()}, port {instance.port}".encode())
        HANDLES.add(handle)
        yield earlier
        os.ftruncate(handle, 0)
    finally:
        HANDLES.discard(handle)
        os.close(handle)


def let_go() -> None:
    """For a forked process: it does not hold what its parent holds, who goes on holding it."""
    while HANDLES:
        os.close(HANDLES.pop())
