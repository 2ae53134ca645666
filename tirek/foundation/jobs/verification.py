"""Verifying the ledger as a job, for an auditor without a terminal."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from django.db import connection

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.ledger.findings import Findings, Told
from tirek.foundation.ledger.verification import verify

OFTEN = 1.0
"""Seconds between two looks at how far the verification is."""


class Stopped(Exception):
    """Ends a verification that nobody wants any more."""


@dataclass(slots=True)
class Apart:
    """A verification on a thread and a connection of its own: it reads in one view, in which the job's progress cannot be written."""

    at: tuple[int, int] = (0, 0)
    stop: bool = False

    def tell(self, done: int, total: int) -> None:
        """Keeps how far it is; raises Stopped."""
        if self.stop:
            raise Stopped
        self.at = (done, total)

    def work(self) -> Findings:
        """Verifies, and gives its connection back."""
        try:
            return verify(progress=self.tell, reading=self.tell)
        finally:
            connection.close()

    def outcome(self, step: Step) -> Findings:
        """Waits for the end and tells the job of each step. Raises what the step raises (Cancelled), or what went wrong."""
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="verification") as threads:
            found = threads.submit(self.work)
            try:
                while not wait([found], timeout=OFTEN).done:
                    step(*self.at)
            finally:
                self.stop = True
            step(*self.at)
            return found.result()


def verify_ledger(arguments: Arguments, step: Step) -> Arguments:
    """Runs the verification and keeps its sentences (at most 200 faults, so that the answer stays readable)."""
    within = connection.in_atomic_block  # a transaction under way is the view itself, and another connection would not see into it
    outcome = verify(progress=lambda done, total: step(done, total), reading=lambda done, total: step(done, total)) if within else Apart().outcome(step)
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
