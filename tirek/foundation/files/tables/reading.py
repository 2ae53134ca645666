"""Has a table read in a process apart. It may not know what a row means."""

import json
from dataclasses import asdict
from threading import BoundedSemaphore

from tirek.foundation.files.apart.running import Spent, Unanswered, answered
from tirek.foundation.files.tables.limits import TableLimits
from tirek.foundation.files.tables.refusals import BrokenTable, TablesBusy, TableTooMuchWork

PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from tirek.foundation.files.tables.child import main; main(sys.argv[2], sys.argv[3])"
_AT_ONCE = BoundedSemaphore(2)
"""Tables that one server process has read at the same time; more would take memory and processors from the pages."""
_PATIENCE = 10.0


def ask(content: bytes, sheet: int | None, limits: TableLimits) -> dict[str, object]:
    """What the process that reads tables answers about these bytes. Raises TablesBusy, TableTooMuchWork, BrokenTable."""
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise TablesBusy
    try:
        return answered(PROGRAM, [json.dumps(sheet), json.dumps(asdict(limits))], content, limits.wait, limits.answer)
    except Spent as error:
        raise TableTooMuchWork from error
    except Unanswered as error:
        raise BrokenTable from error
    finally:
        _AT_ONCE.release()
