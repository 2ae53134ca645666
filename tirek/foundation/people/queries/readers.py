"""To whom something is told: addresses and languages for the post, and who it is that must hear of a right or a reset. For rooms that tell, not for pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Coalesce

from tirek.foundation.people.models import Account, RightRequest
from tirek.foundation.people.reach import able_to_confirm, as_uuid
from tirek.ground.rules.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whom a notice may reach: the account, its address, the language it is read in. Invented persons have no address that could be written to."""

    id: str
    address: str
    language: str
    invented: bool


def readers(account_ids: Iterable[object]) -> dict[str, Reader]:
    """The active accounts among these, by id. One query."""
    found = Account.objects.active().filter(pk__in=list(account_ids))
    return {str(one.pk): Reader(str(one.pk), one.email, one.language, one.demonstration) for one in found}


def reader(account_id: object) -> Reader | None:
    """The active account with this id; None for a closed one, and for what is no account (the house itself)."""
    try:
        key = as_uuid(account_id)
    except NotFound:
        return None
    return readers([key]).get(str(key))


def those_who_confirm(country: str, *but: str) -> tuple[str, ...]:
    """Who could be the second person in a country now, but for the named accounts, in a fixed order."""
    return tuple(sorted({str(key) for key in able_to_confirm(country)} - set(but)))


def asker_and_receiver(noun: str, subject: str, *, decided: bool) -> tuple[str, str]:
    """Who asked for the right about an invitation or an account that was asked for, or decided, last; and which account gets it. Empty where there is none."""
    if noun not in ("invitation", "account"):
        return "", ""
    about = {f"{noun}_id": as_uuid(subject)}
    last = Coalesce("confirmed_at", "refused_at", "lapsed_at") if decided else F("asked_at")
    row = RightRequest.objects.filter(**about).annotate(last=last).exclude(last=None).order_by("-last").first()
    return (str(row.asked_by_id), str(row.account_id or "")) if row else ("", "")
