"""Why a job did not succeed: one sentence that each reader's language can say, with what stands in it for its owner alone."""

import errno
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from tirek.ground.rules.refusals import Refusal

ELSEWHERE = "…"
"""What an administrator reads where the sentence names something: a place, a file, a day."""
FAULT = _("The work stopped because of a fault on our side (%(fault)s). The server’s log says where. Try again; if it happens once more, tell whoever looks after the server.")
FULL = _("The server’s disk is full. Free space, then try again: what was finished before stays.")
INTERRUPTED = _("The work was interrupted too often: each time the process that did it ended before it was done. Look whether the server runs out of memory, then try again.")


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence as an English msgid with its places, as a refusal has them."""

    message: str
    plural: str = ""
    counts: str = ""
    params: dict[str, object] = field(default_factory=dict)

    def without_content(self) -> "Failure":
        """The same for somebody who sees no content: a number that decides between one and many stays, a kind of fault too."""
        kept = {self.counts, "fault"}
        return Failure(self.message, self.plural, self.counts, {name: value if name in kept else ELSEWHERE for name, value in self.params.items()})


def of_refusal(refusal: Refusal) -> dict[str, Any]:
    """A refusal as a job keeps it."""
    places = {name: {"day": value.isoformat()} if isinstance(value, date) else value if isinstance(value, int) else str(value) for name, value in refusal.params.items()}
    return {"message": refusal.message, "plural": refusal.plural, "counts": refusal.counts, "places": places}


def of_fault(error: BaseException) -> dict[str, Any]:
    """A fault: its kind, never its message, which may hold what somebody wrote."""
    if full(error):
        return {"message": FULL}
    return {"message": FAULT, "places": {"fault": type(error).__name__}}


def full(error: BaseException | None) -> bool:
    """Whether the disk, or a quota, had no room."""
    while error is not None:
        if (isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}) or (type(error).__name__ in {"OperationalError", "DiskFull"} and "full" in str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def read(kept: dict[str, Any] | None, fault: str) -> Failure | None:
    """The failure that a row keeps; of a row of an earlier version its English sentence alone."""
    if kept:
        places = {name: date.fromisoformat(value["day"][:10]) if isinstance(value, dict) else value for name, value in kept.get("places", {}).items()}
        return Failure(kept["message"], kept.get("plural", ""), kept.get("counts", ""), places)
    return Failure(fault) if fault else None
