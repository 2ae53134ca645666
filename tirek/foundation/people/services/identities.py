"""Identities at the ministry's sign-in service: linked to an account by its owner, and unlinked. None is ever made or found by an e-mail address."""

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.ending import end_all_sessions
from tirek.foundation.people.identities import digest_of_identity
from tirek.foundation.people.models import Account, OutsideIdentity
from tirek.foundation.people.reach import as_uuid
from tirek.foundation.people.refusals import IdentityTaken, LastWayIn
from tirek.foundation.people.ways import end_links, has_way_in
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed


def link_identity(*, issuer: str, subject: str, by: Actor, session: str = "") -> Recorded[OutsideIdentity]:
    """The acting person's own account can be entered by this identity from now on; one that it had is replaced.

    Of the identity only a digest is kept. With the first way in, links and other sessions end as for a factor. Raises IdentityTaken, NotAllowed.
    """
    with record("identity.linked", by=by, subject=("account", by.id)) as entry:
        account = Account.objects.select_for_update(no_key=True).get(pk=as_uuid(by.id))
        if account.demonstration or not account.is_active:
            raise NotAllowed()
        digest = digest_of_identity(issuer, subject)
        if OutsideIdentity.objects.filter(digest=digest).exclude(account=account).exists():
            raise IdentityTaken()
        row = OutsideIdentity.objects.filter(account=account).first() or OutsideIdentity(account=account, country=account.country)
        row.digest = digest
        row.save()
        if has_way_in(account) and end_links(account) and session:
            end_all_sessions(account, but=session)
        return entry.of(row)


def unlink_identity(*, by: Actor) -> Recorded[None]:
    """The acting person's own account is entered by no identity any more. Raises LastWayIn."""
    with record("identity.unlinked", by=by, subject=("account", by.id)) as entry:
        account = Account.objects.select_for_update(no_key=True).get(pk=as_uuid(by.id))
        had = has_way_in(account)
        OutsideIdentity.objects.filter(account=account).delete()
        if had and not has_way_in(account):
            raise LastWayIn()
        return entry.of(None)
