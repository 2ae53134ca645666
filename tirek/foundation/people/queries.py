"""Reading accounts: the actor behind a request."""

from django.utils import timezone

from tirek.foundation.people.models import Account, Edition, RoleGrant
from tirek.ground.rules.actors import NOBODY, Actor, Grant, Role


def actor_of(account: object) -> Actor:
    """The actor that a signed-in account is at this moment; somebody without an account is NOBODY. One query."""
    if not isinstance(account, Account) or not account.is_active:
        return NOBODY
    grants = RoleGrant.objects.in_force(timezone.now()).filter(account=account)
    held = frozenset(Grant(Role(grant.role), grant.country, grant.authority or None) for grant in grants)
    return Actor(str(account.pk), held, account.name)


def edition_of_database() -> str:
    """ "demonstration", "main", or an empty string for a database that no edition was loaded into yet."""
    row = Edition.objects.filter(pk=1).first()
    return row.name if row else ""
