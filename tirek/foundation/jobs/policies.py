"""What a job's state allows."""

from tirek.foundation.jobs.refusals import JobNotEnded, JobNotOpen

AGAIN = frozenset({"failed", "cancelled"})


def can_cancel(state: str) -> bool:
    """Whether there is something to stop."""
    return state in {"queued", "running"}


def check_cancel(state: str) -> None:
    """Raises JobNotOpen."""
    if not can_cancel(state):
        raise JobNotOpen


def can_retry(state: str) -> bool:
    """Whether it may be tried again."""
    return state in AGAIN


def check_retry(state: str) -> None:
    """Raises JobNotEnded."""
    if not can_retry(state):
        raise JobNotEnded
