"""Verifying the ledger as a job, for an auditor without a terminal."""

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.ledger.findings import Told
from tirek.foundation.ledger.verification import verify


def verify_ledger(arguments: Arguments, step: Step) -> Arguments:
    """Runs the verification and keeps its sentences (at most 200 faults, so that the answer stays readable)."""
    outcome = verify(progress=lambda done, total: step(done, total), reading=lambda done, total: step(done, total))
    return {
        "entries": outcome.entries,
        "rows": outcome.rows,
        "checkpoints": outcome.checkpoints,
        "files": outcome.files,
        "remarks": [kept(each) for each in outcome.remarks],
        "faults": [kept(fault.told) for fault in outcome.faults[:200]],
        "unseen": list(outcome.unseen),
    }


def kept(told: Told) -> list[object]:
    """A sentence as a job's outcome keeps it: the English text with its places, and what stands in them, so that each reader's language can say it."""
    return [told.message, dict(told.places)]
