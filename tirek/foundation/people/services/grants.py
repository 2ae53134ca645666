"""Grants of roles: given and ended, each with its instant. They hold from the next request on."""

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import authority_history
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.models import Account, RoleGrant
from tirek.foundation.people.policies import check_may_administer, check_not_own, check_role_fits
from tirek.foundation.people.reach import as_uuid, lock_administrators, refuse_last_administrator
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotFound


def grant_role(
    *, account_id: object, role: Role, country: str, by: Actor, authority: str = "", origin: str = "entered"
) -> Recorded[RoleGrant]:
    """Gives an account a role in a country from now on; a grant that is already open is returned as it is.

    Raises NotAllowed, OwnRights, NotFound, AuthorityNeeded, AuthorityNotWanted, AdministratorSeesNoContent, UnknownThing.
    """
    with record("role.granted", by=by, subject=("account", account_id)) as entry:
        check_may_administer(by, country)
        check_not_own(by, account_id)
        return entry.of(open_grant(account_id, role, country, authority, origin))


def open_grant(account_id: object, role: Role, country: str, authority: str, origin: str = "entered") -> RoleGrant:
    """The open grant, made when there is none; inside an act of its caller, who has checked who asks."""
    account = Account.objects.select_for_update().filter(pk=as_uuid(account_id)).first()
    if account is None or (account.demonstration and country != "demo"):
        raise NotFound()
    held = RoleGrant.objects.in_force(timezone.now()).filter(account=account)
    check_role_fits(role, authority, [grant.role for grant in held])
    if authority:
        authority_history(country, authority)
    found = held.filter(role=role.value, country=country, authority=authority).first()
    grant = found or RoleGrant(account=account, role=role.value, country=country, authority=authority, since=timezone.now(), origin=origin)
    grant.save()
    return grant


def end_grant(*, grant_id: object, country: str, by: Actor) -> Recorded[RoleGrant]:
    """Ends a role from now on. Raises NotAllowed, NotFound, OwnRights, LastAdministrator."""
    with record("role.ended", by=by) as entry:
        check_may_administer(by, country)
        lock_administrators()
        grant = RoleGrant.objects.select_for_update().filter(pk=as_uuid(grant_id), country=country, until=None).first()
        if grant is None:
            raise NotFound()
        entry.about("account", grant.account_id)
        check_not_own(by, grant.account_id)
        if grant.role == Role.ADMINISTRATOR.value:
            refuse_last_administrator(grant.account, country)
        grant.until = timezone.now()
        grant.save()
        return entry.of(grant)
