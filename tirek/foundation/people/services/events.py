"""What happens at sign-in, written into the ledger: verbs and opaque ids only."""

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.models import Account
from tirek.foundation.people.secrets import veiled
from tirek.foundation.people.ways import end_links, has_way_in
from tirek.ground.rules.actors import NOBODY, Actor


def note_event(*, verb: str, country: str, by: Actor, session: str = "") -> Recorded[None]:
    """Something that a person did with his or her own account: signed in or out, added or removed a factor, changed the password.

    As soon as the account has a usable way in, the links that led to it end for good, whatever becomes of that way later, and so does
    every session but the named one: another holder of the link may have begun it a moment ago.
    """
    with record(verb, by=by, subject=("account", by.id), country=country, despite_alteration=True) as entry:
        account = Account.objects.filter(pk=by.id).first()
        if account is not None and has_way_in(account) and end_links(account) and session:
            end_all_sessions(account, but=session)
        return entry.of(None)


def note_wrong_code(*, account_id: object, country: str) -> Recorded[None]:
    """A wrong one-time code after a right password; of the account only a keyed digest of its id."""
    subject = ("account-digest", veiled(str(account_id), "account"))
    with record("account.code-failed", by=NOBODY, subject=subject, country=country) as entry:
        return entry.of(None)
