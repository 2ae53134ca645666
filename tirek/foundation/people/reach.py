"""Which accounts somebody who administers a country reaches. Stands below services and queries; decides by rows, writes nothing."""

from uuid import UUID

from django.db.models import Q

from tirek.foundation.people.models import Account, AccountQuerySet, RoleGrant
from tirek.foundation.people.policies import check_may_administer, may_invite
from tirek.foundation.people.refusals import LastAdministrator
from tirek.foundation.people.ways import has_way_in
from tirek.ground.rules.actors import NOBODY, SYSTEM, Actor, Grant, Role
from tirek.ground.rules.refusals import NotFound

CONFIRMING = (Role.HEAD.value, Role.ADMINISTRATOR.value)


def reachable(by: Actor, country: str) -> AccountQuerySet:
    """Accounts of a country (their own country, or a grant in it, past ones too), for its administrator and head; else none."""
    if not may_invite(by, country):
        return Account.objects.none()
    return Account.objects.filter(Q(country=country) | Q(grants__country=country)).distinct()


def account_for(account_id: object, country: str, by: Actor) -> Account:
    """The locked account for a change by the country's administrator. Raises NotAllowed, NotFound."""
    check_may_administer(by, country)
    found = Account.objects.filter(pk__in=reachable(by, country).filter(pk=as_uuid(account_id)).values("pk")).select_for_update(no_key=True).first()
    if found is None:
        raise NotFound()
    return found


def actor_behind(account: Account) -> Actor:
    """The actor that an account is at this moment; NOBODY when it is closed. One query."""
    if not account.is_active:
        return NOBODY
    grants = RoleGrant.objects.in_force().filter(account=account)
    held = frozenset(Grant(Role(grant.role), grant.country, grant.authority or None) for grant in grants)
    return Actor(str(account.pk), held, account.name)


def maker(by: Actor) -> Account | None:
    """The account behind the actor; the house itself has none."""
    return None if by == SYSTEM else Account.objects.filter(pk=by.id).first()


def able_to_confirm(country: str) -> set[UUID]:
    """The active accounts that head or administer a country now."""
    able = RoleGrant.objects.in_force().filter(country=country, role__in=CONFIRMING, account__is_active=True)
    return set(able.values_list("account_id", flat=True))


def somebody_else_confirms(country: str, *but: object) -> bool:
    """Whether anybody but the named accounts could be a second person in a country now."""
    return bool(able_to_confirm(country) - set(but))


def two_confirm(country: str) -> bool:
    """Whether a right could be given in a country: one asks, another confirms. Who cannot sign in can do neither."""
    return sum(has_way_in(account) for account in Account.objects.filter(pk__in=able_to_confirm(country))) > 1


def never_led_by_others(country: str, but: object) -> bool:
    """Whether nobody but one account was ever head or administrator of a country: then, and only then, it waits for its first head.

    Past roles and closed accounts count, or an administrator could first end the head and then invite "the first".
    """
    return not RoleGrant.objects.filter(country=country, role__in=CONFIRMING).exclude(account_id=as_uuid(but)).exists()


def as_uuid(text: object) -> UUID:
    """The id; raises NotFound for what is none."""
    try:
        return text if isinstance(text, UUID) else UUID(str(text))
    except ValueError:
        raise NotFound() from None


def lock_administrators() -> None:
    """Lines up everything that could take an administrator away: all open grants of the role, locked in one order, before any other row."""
    open_grants = RoleGrant.objects.filter(role=Role.ADMINISTRATOR.value, until=None)
    list(open_grants.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))


def refuse_last_administrator(account: Account, country: str = "") -> None:
    """Raises LastAdministrator when the account is the only active administrator of a country (of any of its countries if none is named).

    The caller has locked the administrators first.
    """
    grants = RoleGrant.objects.in_force().filter(role=Role.ADMINISTRATOR.value)
    countries = {country} if country else set(grants.filter(account=account).values_list("country", flat=True))
    for one in countries:
        here = set(grants.filter(country=one, account__is_active=True).values_list("account_id", flat=True))
        if here == {account.pk}:
            raise LastAdministrator()
