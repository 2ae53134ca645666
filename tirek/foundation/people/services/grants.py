"""Grants of roles: given and ended, each with its instant. They hold from the next request on."""

from datetime import datetime

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.bodies import check_body
from tirek.foundation.people.models import Account, RightRequest, RoleGrant
from tirek.foundation.people.policies import check_may_administer, check_not_own, check_role_fits, needs_second_person
from tirek.foundation.people.reach import account_for, as_uuid, lock_administrators, refuse_last_administrator
from tirek.foundation.people.refusals import RightAskedOrHeld, TwoPersonsForRight
from tirek.foundation.people.services.asking import open_request
from tirek.ground.rules.actors import SYSTEM, Actor, Role
from tirek.ground.rules.refusals import NotFound


def grant_role(
    *, account_id: object, role: Role, country: str, by: Actor, authority: str = "", origin: str = "entered"
) -> Recorded[RoleGrant]:
    """Gives an account a role in a country from now on; a grant that is already open is returned as it is.

    A person gives so only what needs no second person; the house at loading gives everything. Raises NotAllowed, OwnRights,
    TwoPersonsForRight, NotFound, AuthorityNeeded, AuthorityNotWanted, FacilityHasNoHead, AdministratorSeesNoContent, UnknownThing,
    FacilityUnknown, FacilityClosed.
    """
    with record("role.granted", by=by, subject=("account", account_id)) as entry:
        check_may_administer(by, country)
        check_not_own(by, account_id)
        if by != SYSTEM and needs_second_person(role, roles_held(account_id)):
            raise TwoPersonsForRight()
        return entry.of(open_grant(account_id, role, country, authority, origin))


def give_role(
    *, account_id: object, role: Role, country: str, by: Actor, authority: str = "", at: datetime | None = None
) -> Recorded[RightRequest] | Recorded[RoleGrant]:
    """Gives a role at once where one person may, else asks for it; nothing holds before a second person has confirmed.

    Raises what `grant_role` raises, and RightAskedOrHeld, NobodyCanConfirm.
    """
    if by == SYSTEM or not needs_second_person(role, roles_held(account_id)):
        return grant_role(account_id=account_id, role=role, country=country, by=by, authority=authority)
    with record("right.asked", by=by, subject=("account", account_id), country=country) as entry:
        account = account_for(account_id, country, by)
        check_not_own(by, account_id)
        check_grant(account, role, country, authority)
        wanted = {"account": account, "role": role.value, "authority": authority, "country": country}
        held = RoleGrant.objects.in_force().filter(**wanted)
        if held.exists() or RightRequest.objects.open_at(timezone.now()).filter(**wanted).exists():
            raise RightAskedOrHeld()
        return entry.of(open_request(RightRequest(**wanted), by, at))


def roles_held(account_id: object) -> list[str]:
    """The roles in force of an account, in all countries."""
    return list(RoleGrant.objects.in_force().filter(account_id=as_uuid(account_id)).values_list("role", flat=True))


def check_grant(account: Account | None, role: Role, country: str, authority: str) -> None:
    """Whether an account may hold a role at all. Raises NotFound, AuthorityNeeded, AuthorityNotWanted, AdministratorSeesNoContent, FacilityHasNoHead, UnknownThing, FacilityUnknown, FacilityClosed."""
    if account is None or (account.demonstration and country != "demo"):
        raise NotFound()
    check_role_fits(role, authority, roles_held(account.pk))
    if authority:
        check_body(country, authority)


def open_grant(account_id: object, role: Role, country: str, authority: str, origin: str = "entered") -> RoleGrant:
    """The open grant, made when there is none; inside an act of its caller, who has checked who asks."""
    account = Account.objects.select_for_update(no_key=True).filter(pk=as_uuid(account_id)).first()
    check_grant(account, role, country, authority)
    found = RoleGrant.objects.in_force().filter(
        account=account, role=role.value, country=country, authority=authority
    ).first()
    grant = found or RoleGrant(account=account, role=role.value, country=country, authority=authority, since=timezone.now(), origin=origin)
    grant.save()
    return grant


def end_grant(*, grant_id: object, country: str, by: Actor) -> Recorded[RoleGrant]:
    """Ends a role from now on. Raises NotAllowed, NotFound, OwnRights, LastAdministrator."""
    with record("role.ended", by=by, despite_alteration=True) as entry:
        check_may_administer(by, country)
        lock_administrators()
        grant = RoleGrant.objects.select_for_update(no_key=True).filter(pk=as_uuid(grant_id), country=country, until=None).first()
        if grant is None:
            raise NotFound()
        entry.about("account", grant.account_id)
        check_not_own(by, grant.account_id)
        if grant.role == Role.ADMINISTRATOR.value:
            refuse_last_administrator(grant.account, country)
        grant.until = timezone.now()
        grant.save()
        return entry.of(grant)
