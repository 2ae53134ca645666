"""Which acts are told of, and to whom. Each is heard in its own transaction: no notice without its act, no act without its notice."""

from tirek.foundation.jobs.kinds import hear_of_ends
from tirek.foundation.ledger.hearing import Act, hear
from tirek.foundation.notices.kinds import CONFIRM, DECIDED, JOB, RESET, WEBHOOK
from tirek.foundation.notices.services import tell
from tirek.foundation.people.queries import asker_and_receiver, those_who_confirm


def connect() -> None:
    """Registers all of them; called when Django is ready."""
    hear(["reset.asked"], reset_asked)
    hear(["reset.confirmed"], reset_confirmed)
    hear(["identity.linked", "identity.unlinked", "factor.added", "factor.removed", "factor.renewed", "account.password-changed"], way_in_changed)
    hear(["right.asked"], right_asked)
    hear(["right.confirmed", "right.refused", "right.expired"], right_decided)
    hear(["webhook.stopped-by-house"], webhook_stopped)
    hear_of_ends(job_ended)


def reset_asked(act: Act) -> None:
    """The owner hears of it, and whoever can confirm it."""
    tell([act.subject], RESET)
    tell(those_who_confirm(act.country, act.actor, act.subject), CONFIRM)


def reset_confirmed(act: Act) -> None:
    """The owner has 24 hours to stop it."""
    tell([act.subject], RESET)


def way_in_changed(act: Act) -> None:
    """The owner hears of every change of how the account is entered: whoever made it sat at an open session, and may be somebody else."""
    tell([act.subject], RESET)


def right_asked(act: Act) -> None:
    """Whoever can be the second person hears of it: neither who asked nor who gets it."""
    _, receiver = asker_and_receiver(act.noun, act.subject, decided=False)
    tell(those_who_confirm(act.country, act.actor, receiver), CONFIRM)


def right_decided(act: Act) -> None:
    """Whoever asked hears that it was decided, or that nobody did in time; not who took it back."""
    asker, _ = asker_and_receiver(act.noun, act.subject, decided=True)
    if asker != act.actor:
        tell([asker], DECIDED)


def webhook_stopped(act: Act) -> None:
    """Who administers or heads the country hears that another system is told no more."""
    tell(those_who_confirm(act.country), WEBHOOK)


def job_ended(owner: str, state: str) -> None:
    """Whoever started it hears that it ended; not who cancelled it."""
    if state != "cancelled":
        tell([owner], JOB)
