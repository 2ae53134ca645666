"""What can go wrong with a job that somebody cancels or tries again."""

from tirek.ground.rules.refusals import Refusal


class JobNotOpen(Refusal):
    """It is over: there is nothing to stop."""

    code = "job-not-open"
    message = "This job is over already, so there is nothing to cancel."


class JobNotEnded(Refusal):
    """It waits or runs, or it did what it was asked for."""

    code = "job-not-ended"
    message = "Only a job that did not succeed or was cancelled can be tried again."
