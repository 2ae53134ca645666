"""Reset of an account's factors: asked by the administrator, confirmed by a second person, done after 24 hours, stopped at any time before."""

from datetime import datetime

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.links import Link
from tirek.foundation.people.models import Account, FactorReset, Invitation
from tirek.foundation.people.policies import (
    INVITATION_TERM,
    check_may_confirm,
    check_may_invite,
    check_not_own,
    check_ready,
    may_stop,
)
from tirek.foundation.people.reach import account_for, as_uuid, maker
from tirek.foundation.people.refusals import ResetNotUsable, ResetOpen
from tirek.foundation.people.services.invitations import new_link
from tirek.foundation.people.ways import end_links, strip
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed, NotFound


def ask_reset(*, account_id: object, country: str, by: Actor, at: datetime | None = None) -> Recorded[FactorReset]:
    """The administrator asks; nothing changes yet. Raises NotAllowed, NotFound, OwnRights, ResetOpen."""
    with record("reset.asked", by=by, subject=("account", account_id), country=country) as entry:
        account = account_for(account_id, country, by)
        check_not_own(by, account_id)
        if FactorReset.objects.filter(account=account, stopped_at=None, done_at=None).exists():
            raise ResetOpen()
        reset = FactorReset(country=country, account=account, asked_by=maker(by), asked_at=at or timezone.now())
        reset.save()
        return entry.of(reset)


def confirm_reset(*, reset_id: object, country: str, by: Actor, at: datetime | None = None) -> Recorded[FactorReset]:
    """The second person confirms; 24 hours begin. Raises NotAllowed, NotFound, SecondPersonNeeded, ResetNotUsable."""
    with record("reset.confirmed", by=by, country=country) as entry:
        reset = locked(reset_id, country)
        entry.about("account", reset.account_id)
        check_may_confirm(reset, by)
        reset.confirmed_by, reset.confirmed_at = maker(by), at or timezone.now()
        reset.save()
        return entry.of(reset)


def stop_reset(*, reset_id: object, country: str, by: Actor) -> Recorded[FactorReset]:
    """The owner, or one of those who could confirm, stops it for good. Raises NotFound, NotAllowed, ResetNotUsable."""
    with record("reset.stopped", by=by, country=country, despite_alteration=True) as entry:
        reset = locked(reset_id, country)
        entry.about("account", reset.account_id)
        if not reset.open:
            raise ResetNotUsable()
        if not may_stop(reset, by):
            raise NotAllowed()
        reset.stopped_by, reset.stopped_at = maker(by), timezone.now()
        reset.save()
        return entry.of(reset)


def complete_reset(*, reset_id: object, country: str, by: Actor) -> Recorded[Link]:
    """Takes away password, passkeys and codes, ends the sessions and makes a new link, shown once to one of the two persons.

    Raises NotFound, NotAllowed, ResetNotUsable, ResetTooEarly.
    """
    with record("reset.done", by=by, country=country) as entry:
        reset = locked(reset_id, country)
        entry.about("account", reset.account_id)
        check_may_invite(by, country)
        if by.id not in {str(reset.asked_by_id), str(reset.confirmed_by_id)}:
            raise NotAllowed()
        check_ready(reset, timezone.now())
        account = Account.objects.select_for_update(no_key=True).get(pk=reset.account_id)
        end_links(account)  # an older link must not come alive again because the account has no way in now
        strip(account)
        reset.done_at = timezone.now()
        reset.save()
        return entry.of(new_link(return_of(account, country, by), INVITATION_TERM))


def return_of(account: Account, country: str, by: Actor) -> Invitation:
    """The link that lets the owner in again; it gives no role."""
    words = {"email": account.email, "name": account.name, "language": account.language}
    return Invitation(kind=Invitation.RETURN, country=country, account=account, made_by=maker(by), **words)


def locked(reset_id: object, country: str) -> FactorReset:
    """The reset, locked. Raises NotFound."""
    found = FactorReset.objects.select_for_update(no_key=True).filter(pk=as_uuid(reset_id), country=country).first()
    if found is None:
        raise NotFound()
    return found
