"""Identities at the ministry's sign-in service: whose account one opens."""

from tirek.foundation.people.identities import digest_of_identity
from tirek.foundation.people.models import Account, OutsideIdentity
from tirek.foundation.people.reach import as_uuid


def account_by_identity(issuer: str, subject: str) -> Account | None:
    """The open account that this identity was linked to, never a demonstration person's."""
    found = OutsideIdentity.objects.filter(digest=digest_of_identity(issuer, subject), account__is_active=True, account__demonstration=False)
    row = found.select_related("account").first()
    return row.account if row else None


def has_identity(account_id: object) -> bool:
    """Whether an account has one linked."""
    return OutsideIdentity.objects.filter(account_id=as_uuid(account_id)).exists()
