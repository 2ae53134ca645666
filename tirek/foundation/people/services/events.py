"""What happens at sign-in, written into the ledger: verbs and opaque ids only."""

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.secrets import veiled
from tirek.ground.rules.actors import NOBODY, Actor


def note_event(*, verb: str, country: str, by: Actor) -> Recorded[None]:
    """Something that a person did with his or her own account: signed in or out, added or removed a factor, changed the password."""
    with record(verb, by=by, subject=("account", by.id), country=country) as entry:
        return entry.of(None)


def note_wrong_code(*, account_id: object, country: str) -> Recorded[None]:
    """A wrong one-time code after a right password; of the account only a keyed digest of its id."""
    subject = ("account-digest", veiled(str(account_id), "account"))
    with record("account.code-failed", by=NOBODY, subject=subject, country=country) as entry:
        return entry.of(None)
