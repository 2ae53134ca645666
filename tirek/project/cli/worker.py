"""The worker's process: takes jobs from the database, steps back behind the web server, and ends once it has grown large. It knows no kind of work.

Drawing and typesetting keep in memory what they made; no collection gives it back to the system. The supervisor makes an ended worker anew in a moment.
"""

import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

BACK = 10
"""How far the worker steps back, in the steps of nice(2)."""
LARGEST = 300_000_000
"""Bytes of memory after a job with which a worker ends to be made anew."""


def work() -> None:
    """Takes tasks until it is told to end: typesetting must not make a person wait."""
    import django
    from django.core.management import call_command

    os.nice(BACK)
    django.setup()
    from django_tasks.signals import task_finished

    task_finished.connect(end_when_large)
    call_command("db_worker", interval=1, verbosity=0, startup_delay=False)


def end_when_large(**_finished: object) -> None:
    """After a job: asks the worker to end where it has grown too large. What it was doing is recorded already, and the next job waits for the next worker."""
    if memory() > LARGEST:
        os.kill(os.getpid(), signal.SIGTERM)


def memory() -> int:
    """Bytes that this process takes of the machine, its share of what it has in common with others counted in part (PSS); on systems without that its peak."""
    with suppress(OSError):
        for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
