"""Writing accounts: the only way that accounts and grants of roles come to be and end."""

from django.utils import timezone

from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.people.models import Account, Edition, RoleGrant
from tirek.ground.rules.actors import Actor, Role


def create_account(
    *, email: str, name: str, language: str, country: str, password: str | None, by: Actor, demonstration: bool = False
) -> Recorded[Account]:
    """A new account without any role. Without a password it can sign in only after an invitation is accepted."""
    with record("account.created", by=by) as entry:
        account = Account(email=email.strip().lower(), name=name, language=language, country=country, demonstration=demonstration)
        account.set_password(password)
        account.save()
        entry.about("account", account.pk)
        return entry.of(account)


def grant_role(
    *, account_id: object, role: Role, country: str, by: Actor, authority: str = "", origin: str = "entered"
) -> Recorded[RoleGrant]:
    """Gives an account a role in a country from now on; a grant that is already open is returned as it is."""
    with record("role.granted", by=by, subject=("account", account_id)) as entry:
        open_grants = RoleGrant.objects.filter(account_id=account_id, role=role, country=country, authority=authority, until=None)
        grant = open_grants.first() or RoleGrant(
            account_id=account_id, role=role.value, country=country, authority=authority, since=timezone.now(), origin=origin
        )
        grant.save()
        return entry.of(grant)


def mark_edition(*, edition: str) -> None:
    """Marks a new database as "demonstration" or "main"; a mark that stands is never changed. Not an act of a person, so no entry."""
    Edition.objects.get_or_create(pk=1, defaults={"name": edition})
