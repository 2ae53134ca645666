"""Invitations: made, withdrawn, accepted once. Of a link's secret only its SHA-256 is kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import pack
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.bodies import check_body
from tirek.foundation.people.links import Link
from tirek.foundation.people.models import Account, AccountQuerySet, Invitation, InvitationQuerySet, RightRequest, RoleGrant
from tirek.foundation.people.policies import INVITATION_TERM, SET_UP_TERM, check_may_invite, check_role_fits, needs_second_person
from tirek.foundation.people.reach import as_uuid, lock_administrators, maker, never_led_by_others, two_confirm
from tirek.foundation.people.refusals import AddressTaken, InvitationClosed, InvitationNotUsable, SecondPersonThere, SetUpDone
from tirek.foundation.people.secrets import digest_of, new_link_secret
from tirek.foundation.people.services.asking import open_request
from tirek.foundation.people.services.grants import open_grant
from tirek.foundation.people.ways import end_links, has_way_in, still_opens, strip
from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotFound


def invite(
    *, email: str, name: str, language: str, country: str, role: Role, by: Actor, authority: str = "", at: datetime | None = None
) -> Recorded[Link]:
    """Invites somebody to an account with one role. The link holds 72 hours and is shown to one person alone, once.

    Where a second person must confirm, the answer has no secret: the link is made at the confirmation. Only a country that never had a
    head gets its first one from the administrator alone; the entry says so. Raises NotAllowed, AddressTaken, AuthorityNeeded,
    AuthorityNotWanted, FacilityHasNoHead, UnknownThing, FacilityUnknown, FacilityClosed, NobodyCanConfirm.
    """
    with record("invitation.made", by=by, country=country) as entry:
        check_may_invite(by, country)
        check_role_fits(role, authority, ())
        if authority:
            check_body(country, authority)
        if Account.objects.filter(email=email.strip().lower()).exists():
            raise AddressTaken()
        words = {"email": email.strip().lower(), "name": name.strip(), "language": language, "role": role.value, "authority": authority}
        invitation = Invitation(kind=Invitation.JOIN, country=country, made_by=maker(by), **words)
        entry.about("invitation", invitation.pk)
        if by == SYSTEM or not needs_second_person(role, ()):
            return entry.of(new_link(invitation, INVITATION_TERM, at))
        if is_first_head(role, country, by):
            entry.verb = "invitation.made-alone"
            withdraw_all(Invitation.objects.open_at(timezone.now()).filter(country=country, role=Role.HEAD.value))
            return entry.of(new_link(invitation, INVITATION_TERM, at))
        entry.verb = "right.asked"
        new_link(invitation, INVITATION_TERM, at)  # its secret is thrown away: nobody holds a link before the confirmation
        open_request(RightRequest(country=country, invitation=invitation, role=role.value, authority=authority), by, at)
        return entry.of(Link(invitation.pk, ""))


def is_first_head(role: Role, country: str, by: Actor) -> bool:
    """Whether this would be the first head of a country that only its one administrator has ever led."""
    return role == Role.HEAD and by.has(Role.ADMINISTRATOR, country=country) and never_led_by_others(country, by.id)


def new_link(invitation: Invitation, term: timedelta, at: datetime | None = None) -> Link:
    """Gives a new invitation its secret and its term and saves it; inside an act of its caller."""
    secret = new_link_secret()
    invitation.digest = digest_of(secret)
    invitation.made_at = at or timezone.now()
    invitation.expires_at = invitation.made_at + term
    invitation.save()
    return Link(invitation.pk, secret)


def revoke_invitation(*, invitation_id: object, country: str, by: Actor) -> Recorded[Invitation]:
    """Withdraws an open invitation. Raises NotAllowed, NotFound, InvitationClosed."""
    with record("invitation.withdrawn", by=by, subject=("invitation", invitation_id), country=country, despite_alteration=True) as entry:
        check_may_invite(by, country)
        found = Invitation.objects.select_for_update(no_key=True).filter(pk=as_uuid(invitation_id), country=country).first()
        if found is None:
            raise NotFound()
        if found.accepted_at or found.revoked_at or found.expires_at <= timezone.now():
            raise InvitationClosed()
        found.revoked_at = timezone.now()
        found.save()
        for request in RightRequest.objects.undecided().filter(invitation=found).select_for_update(no_key=True):
            request.refused_by, request.refused_at = maker(by), timezone.now()
            request.save()
        return entry.of(found)


def accept_invitation(*, secret: str, password: str | None, language: str = "") -> Recorded[Account]:
    """Makes the account (or, after a reset, opens it again) with its role. Without a password only a passkey will open it.

    Until the account has a usable way in, the same link lets its holder choose again, for that account alone; what was begun before
    ends. Whoever holds the secret acts, so no actor is given. Raises InvitationNotUsable, AddressTaken.
    """
    with record("invitation.accepted", by=SYSTEM) as entry:
        invitation = usable(secret, Invitation.JOIN, Invitation.RETURN)
        again = invitation.account is not None
        if not again:
            check_agreed(invitation)
            if Account.objects.filter(email=invitation.email).exists():
                raise AddressTaken()
        account = begun_again(invitation) or Account(email=invitation.email, name=invitation.name, country=invitation.country)
        give_password(account, password, language or invitation.language)
        if invitation.role and not again:
            open_grant(account.pk, Role(invitation.role), invitation.country, invitation.authority)
        close(invitation, account)
        entry.about("account", account.pk)
        entry.actor = str(account.pk)
        return entry.of(account)


def usable(secret: str, *kinds: str) -> Invitation:
    """The locked invitation with this secret that still opens. Raises InvitationNotUsable, the same for unknown, used, withdrawn and old."""
    found = Invitation.objects.within_term(timezone.now()).select_for_update(no_key=True).filter(digest=digest_of(secret), kind__in=kinds).first()
    if found is None or not still_opens(found):
        raise InvitationNotUsable()
    return found


def begun_again(invitation: Invitation) -> Account | None:
    """The account that a link made already and that never got a way in: locked, and freed of what an earlier holder began."""
    if invitation.account_id is None:
        return None
    account = Account.objects.select_for_update(no_key=True).get(pk=invitation.account_id)
    strip(account)
    return account


def give_password(account: Account, password: str | None, language: str) -> None:
    """Saves the account with the chosen way to sign in; without a password a passkey must follow."""
    account.language = language
    account.set_password(password)
    account.save()


def check_agreed(invitation: Invitation) -> None:
    """Whether as many persons stand behind an invitation as its role needs. Raises InvitationNotUsable.

    The first head's link dies when somebody else came to lead the country meanwhile.
    """
    made_by = invitation.made_by_id
    if made_by is None or not invitation.role or not needs_second_person(Role(invitation.role), ()):
        return
    if invitation.requests.filter(confirmed_at__isnull=False).exists():
        return
    lock_administrators()  # two who accept at once come in one after the other, so that only one of them is the first
    if invitation.role != Role.HEAD.value or not never_led_by_others(invitation.country, made_by):
        raise InvitationNotUsable()


def close(invitation: Invitation, account: Account) -> None:
    """The link has been used, and from now on is this account's alone."""
    invitation.accepted_at, invitation.account = invitation.accepted_at or timezone.now(), account
    invitation.save()


def make_setup_link(*, country: str = "", at: datetime | None = None) -> Recorded[Link]:
    """A link of 30 minutes to make the first administrator; earlier ones end. Raises SetUpDone when an administrator can sign in.

    With a country: to make a further administrator of it where fewer than two persons could confirm a right. Raises SecondPersonThere,
    UnknownCountry. Only the terminal calls it.
    """
    with record("set-up.link-made", by=SYSTEM, country=country) as entry:
        refuse_when_set_up(country)
        withdraw_all(Invitation.objects.within_term(timezone.now()).filter(kind=Invitation.SET_UP))
        return entry.of(new_link(Invitation(kind=Invitation.SET_UP, country=country, role=Role.ADMINISTRATOR.value), SET_UP_TERM, at))


def withdraw_all(earlier: InvitationQuerySet) -> None:
    """Ends links that a new one replaces."""
    for one in earlier.select_for_update(no_key=True):
        one.revoked_at = timezone.now()
        one.save()


def refuse_when_set_up(country: str) -> None:
    """Raises SetUpDone when an administrator can sign in; for one country SecondPersonThere when two persons could confirm rights in it.

    An administrator who broke off before the second factor does not count, or nobody could ever come in.
    """
    if country:
        pack(country)
        if two_confirm(country):
            raise SecondPersonThere()
    elif any(has_way_in(account) for account in administrators()):
        raise SetUpDone()


def administrators() -> AccountQuerySet:
    """The active accounts that administer any country now."""
    held = RoleGrant.objects.in_force().filter(role=Role.ADMINISTRATOR.value)
    return Account.objects.active().filter(pk__in=held.values("account_id"))


def accept_set_up(
    *, secret: str, email: str, name: str, language: str, countries: Iterable[str], password: str | None
) -> Recorded[Account]:
    """Makes the first administrator, of the chosen countries, or one more of the link's country.

    While that account has no way in, the link goes on for it alone and nothing but the way to sign in is chosen again.
    Raises InvitationNotUsable, SetUpDone, SecondPersonThere, AddressTaken, UnknownCountry.
    """
    with record("set-up.done", by=SYSTEM) as entry:
        invitation = usable(secret, Invitation.SET_UP)
        refuse_when_set_up(invitation.country)
        account = begun_again(invitation)
        chosen: list[str] = []
        if account is None:
            chosen = [pack(country).head.country for country in ([invitation.country] if invitation.country else countries)]
            account = broken_off(email) or Account(email=email.strip().lower(), country=chosen[0])
            account.name = name.strip()
        give_password(account, password, language)
        for country in chosen:
            open_grant(account.pk, Role.ADMINISTRATOR, country, "")
        close(invitation, account)
        entry.about("account", account.pk)
        return entry.of(account)


def broken_off(email: str) -> Account | None:
    """The administrator of this address who broke off an earlier set-up before any way in: freed of it. Raises AddressTaken for anybody else."""
    account = Account.objects.select_for_update(no_key=True).filter(email=email.strip().lower()).first()
    if account is None:
        return None
    if has_way_in(account) or not administrators().filter(pk=account.pk).exists():
        raise AddressTaken()
    end_links(account)
    strip(account)
    return account
