"""Making the keys anew by which what may say the same is found, as a job, after a start with other rules. It knows no rule."""

from tirek.followup.recommendations.keeping_keys import rebuild_keys
from tirek.foundation.jobs.kinds import Arguments, Step

KEYS = "recommendations.keys"


def keys_work(arguments: Arguments, step: Step) -> Arguments:
    """Makes all keys anew and says of how many recommendations."""
    return {"recommendations": rebuild_keys(lambda done, total: step(done, total))}
