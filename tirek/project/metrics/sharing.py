"""One count of many processes: each notes its own in a file of a folder in memory; whoever serves the metrics adds them up. It knows no Django."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tirek.project.instance import Instance, metrics_address

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""What prometheus-client reads when it is first imported: set before the house is loaded, of which all parts are forked."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108  a folder of our own within it, 0700


@contextmanager
def counted_together(instance: Instance) -> Iterator[None]:
    """Within the block the parts that are started count together, where metrics are wanted. One that a killed supervisor left is taken away first."""
    if metrics_address() is None:
        yield
        return
    folder = fresh_folder(instance)
    os.environ[SHARED] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(SHARED, None)
        shutil.rmtree(folder, ignore_errors=True)


def fresh_folder(instance: Instance) -> Path:
    """An empty folder that nobody else reads or writes. In memory: a full disk must not stop a web server that counts."""
    name = f"tirek-metrics-{os.getuid()}-{hashlib.sha256(str(instance.folder).encode()).hexdigest()[:16]}"
    if IN_MEMORY.is_dir():
        folder = IN_MEMORY / name
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(mode=0o700)
        except OSError:
            pass  # somebody else's of that name: another one is drawn
        else:
            return folder
    return Path(tempfile.mkdtemp(prefix="tirek-metrics-"))
