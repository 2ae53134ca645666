"""Making a set of printed codes, by the owner of the account alone. It asks no code and signs nobody in."""

from uuid import UUID

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.models import Account
from tirek.foundation.people.printed import may_print, print_codes
from tirek.foundation.people.ways import end_links
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound


def make_printed_codes(*, by: Actor, session: str = "") -> Recorded[tuple[str, ...]]:
    """Forty codes for the own account, told once. The links that led to the account end with it, and every session but the named one. Raises NotFound, NotAllowed.

    For accounts that hold roles of authorities alone: the mechanism's own people have telephones, keys, and more to lose.
    """
    try:
        account = Account.objects.active().filter(pk=UUID(by.id)).first()
    except ValueError:
        account = None
    if account is None:
        raise NotFound
    if not may_print(account):
        raise NotAllowed
    with record("factor.added", by=by, subject=("account", by.id), country=account.country) as entry:
        codes = print_codes(account)
        if end_links(account) and session:
            end_all_sessions(account, but=session)
        return entry.of(codes)
