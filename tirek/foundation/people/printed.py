"""Printed one-time codes: a second factor for people of authorities into whose buildings no telephone may be brought. Each code works once; the paper is the factor.

They lie sealed as recovery codes do, and are asked for as those are. Stands below services and queries.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from tirek.foundation.people.models import Account, RoleGrant
from tirek.foundation.people.sealing import seal
from tirek.ground.rules.actors import ANSWERING, Role

COUNT, DIGITS = 40, 16
FEW = 6
"""So many left, or fewer, are told of at each visit."""
THEIRS = ANSWERING | {Role.RECEIVER}


def may_print(account: object) -> bool:
    """Whether an account may have them: it has a password, and every role that it holds is one of an authority's. Cost: one query."""
    if not isinstance(account, Account):
        return False
    held = set(RoleGrant.objects.in_force().filter(account=account).values_list("role", flat=True))
    return account.has_usable_password() and bool(held) and held <= {role.value for role in THEIRS}


def is_printed(factor: Authenticator) -> bool:
    """Whether a set of codes is a factor of its own and has a code left."""
    return factor.type == Authenticator.Type.RECOVERY_CODES and bool(factor.data.get("printed")) and bool(factor.data.get("migrated_codes"))


def printed_left(account: object) -> int | None:
    """How many printed codes an account has left; None where it has no such set. Cost: one query."""
    if not isinstance(account, Account):
        return None
    found = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(found.data.get("migrated_codes", [])) if found is not None and found.data.get("printed") else None


def printed_set(account: object) -> int:
    """Which set an account has, by a number that says nothing else; 0 where it has none. Cost: one query."""
    if not isinstance(account, Account):
        return 0
    found = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return found.pk if found is not None and found.data.get("printed") else 0


@contextmanager
def keeping_printed(account: object) -> Iterator[None]:
    """Keeps a printed set whatever becomes of the other factors meanwhile: codes that only help out go with the factor that they help out for, printed ones are a factor of their own."""
    with transaction.atomic():
        held = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES, data__printed=True).first() if isinstance(account, Account) else None
        yield
        if held is not None and not Authenticator.objects.filter(pk=held.pk).exists():
            Authenticator.objects.create(user=held.user, type=Authenticator.Type.RECOVERY_CODES, data=held.data)


def print_codes(account: Account) -> tuple[str, ...]:
    """A new set; an earlier one, and recovery codes, stop working. The codes are known to nobody but whoever is shown them now."""
    codes = tuple("".join(secrets.choice("0123456789") for _place in range(DIGITS)) for _code in range(COUNT))
    with transaction.atomic():
        Account.objects.select_for_update(no_key=True).get(pk=account.pk)
        Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
        data = {"printed": True, "migrated_codes": [seal(code) for code in codes], "viewed_at": timezone.now().timestamp()}
        Authenticator.objects.create(user=account, type=Authenticator.Type.RECOVERY_CODES, data=data)
    return codes
