"""Verifying the ledger as a job, for an auditor without a terminal."""

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.ledger.verification import verify


def verify_ledger(arguments: Arguments, step: Step) -> Arguments:
    """Runs the verification and keeps its sentences (at most 200 faults, so that the answer stays readable)."""
    outcome = verify(progress=lambda done, total: step(done, total), reading=lambda done, total: step(done, total))
    return {
        "entries": outcome.entries,
        "rows": outcome.rows,
        "checkpoints": outcome.checkpoints,
        "files": outcome.files,
        "remarks": list(outcome.remarks),
        "faults": [fault.sentence for fault in outcome.faults[:200]],
        "unseen": list(outcome.unseen),
    }
