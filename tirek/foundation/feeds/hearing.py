"""What ends all addresses of a person: the account is closed, its factors are taken away, or an administrator ends its sessions (a lost telephone). It closes no account."""

from tirek.foundation.feeds.services import end_all_addresses
from tirek.foundation.ledger.hearing import Act, hear


def connect() -> None:
    """Registers them; called when Django is ready."""
    hear(["account.disabled", "reset.done"], way_in_closed)
    hear(["session.ended"], sessions_ended)


def way_in_closed(act: Act) -> None:
    """Whoever may not enter any more reads nothing from outside either, also when the account is opened again."""
    end_all_addresses(account_id=act.subject)


def sessions_ended(act: Act) -> None:
    """Of another person's account: all ways in end. One's own session on one machine says nothing of the telephone."""
    if act.actor != act.subject:
        end_all_addresses(account_id=act.subject)
