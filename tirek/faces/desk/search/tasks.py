"""Making the index of the search anew as a job, after a start with other rules."""

from tirek.foundation.jobs.kinds import Arguments, Step
from tirek.foundation.search.services import rebuild


def rebuild_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes the index anew and says of how many things it said otherwise."""
    return {"changed": rebuild(lambda done, total: step(done, total))}
