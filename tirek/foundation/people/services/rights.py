"""Rights that two persons give: confirmed or refused by the second, expired after 72 hours. Asking stands with grants and invitations."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.ledger.services import Draft, Recorded, record
from tirek.foundation.people.links import Link
from tirek.foundation.people.models import Account, Invitation, RightRequest
from tirek.foundation.people.policies import INVITATION_TERM, check_may_confirm_right, check_may_refuse_right
from tirek.foundation.people.reach import actor_behind, as_uuid, maker
from tirek.foundation.people.refusals import AddressTaken, ReasonNeeded, ReceiverClosed, RightDecided
from tirek.foundation.people.services.grants import open_grant
from tirek.foundation.people.services.invitations import new_link
from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.refusals import NotFound


def confirm_right(*, request_id: object, country: str, by: Actor) -> Recorded[Link | None]:
    """The second person confirms: the role holds from now on, or the invitation gets its link, shown to this person alone, once.

    Raises NotAllowed, NotFound, TwoPersonsForRight, RightDecided, AskerLostRight, ReceiverClosed, AddressTaken, and what a role may not fit.
    """
    with record("right.confirmed", by=by, country=country) as entry:
        request = locked(request_id, country, entry)
        asker = Account.objects.select_for_update(no_key=True).get(pk=request.asked_by_id)
        check_may_confirm_right(request, by, actor_behind(asker), timezone.now())
        request.confirmed_by, request.confirmed_at = maker(by), timezone.now()
        request.save()
        if request.invitation_id:
            return entry.of(link_of(request.invitation_id))
        receiver = Account.objects.select_for_update(no_key=True).filter(pk=as_uuid(request.account_id)).first()
        if receiver is None or not receiver.is_active:
            raise ReceiverClosed()
        open_grant(receiver.pk, Role(request.role), country, request.authority)
        return entry.of(None)


def link_of(invitation_id: UUID) -> Link:
    """The confirmed invitation's link: made only now, so that whoever asked never held it."""
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=invitation_id)
    if invitation.accepted_at or invitation.revoked_at:
        raise RightDecided()
    if Account.objects.filter(email=invitation.email).exists():
        raise AddressTaken()
    return new_link(invitation, INVITATION_TERM)


def refuse_right(*, request_id: object, country: str, reason: str, by: Actor, names_nobody: str = "") -> Recorded[RightRequest]:
    """The second person refuses and says why; whoever asked may take it back so. `names_nobody`: why passages stay that could name somebody.

    Raises NotAllowed, NotFound, RightDecided, ReasonNeeded, PassagesUndecided.
    """
    with record("right.refused", by=by, country=country, despite_alteration=True) as entry:
        request = locked(request_id, country, entry)
        check_may_refuse_right(request, by, timezone.now())
        if not reason.strip():
            raise ReasonNeeded()
        request.refused_by, request.refused_at, request.reason = maker(by), timezone.now(), reason.strip()
        request.kept_because = names_nobody.strip() if newly_kept(request.pk, (request.reason,), names_nobody, ()) else ""
        request.save()
        end_invitation(request)
        return entry.of(request)


def expire_rights() -> int:
    """Notes each request whose 72 hours have passed, with an entry of its own. Returns how many. Run by the clock."""
    overdue = RightRequest.objects.undecided().filter(expires_at__lte=timezone.now()).values_list("pk", "country")
    for key, country in list(overdue):
        with record("right.expired", by=SYSTEM, country=country, despite_alteration=True) as entry:
            request = locked(key, country, entry)
            if request.state_at(timezone.now()) == "expired" and request.lapsed_at is None:
                request.lapsed_at = timezone.now()
                request.save()
                end_invitation(request)
            entry.of(None)
    return len(overdue)


def end_invitation(request: RightRequest) -> None:
    """What nobody confirmed is withdrawn; it never had a link."""
    if request.invitation_id is None:
        return
    invitation = Invitation.objects.select_for_update(no_key=True).filter(pk=request.invitation_id, accepted_at=None, revoked_at=None).first()
    if invitation:
        invitation.revoked_at = timezone.now()
        invitation.save()


def locked(request_id: object, country: str, entry: Draft) -> RightRequest:
    """The request, locked; names in the entry what it is about. Raises NotFound."""
    found = RightRequest.objects.select_for_update(no_key=True).filter(pk=as_uuid(request_id), country=country).first()
    if found is None:
        raise NotFound()
    if found.invitation_id:
        entry.about("invitation", found.invitation_id)
    else:
        entry.about("account", found.account_id)
    return found
