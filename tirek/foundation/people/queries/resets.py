"""Resets of factors: the open one of an account, and those of a country for who asks and confirms."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from tirek.foundation.people.models import FactorReset
from tirek.foundation.people.policies import RESET_WAIT, check_may_confirm, check_may_invite
from tirek.foundation.people.reach import as_uuid
from tirek.foundation.people.refusals import ResetNotUsable, SecondPersonNeeded
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotAllowed


@dataclass(frozen=True, slots=True)
class ResetFacts:
    """An open reset: whose, asked and confirmed by whom and when, from when on it can be done, and what the asking person may do."""

    id: str
    country: str
    account_id: str
    account_name: str
    asked_by: str
    asked_at: datetime
    confirmed_by: str
    ready_at: datetime | None
    may_confirm: bool
    may_complete: bool


def reset_of(account_id: object) -> ResetFacts | None:
    """The open reset of an account, for its owner's notice; None when there is none, which nearly every page of the desk learns by one short query."""
    found = open_rows().filter(account_id=as_uuid(account_id))
    row = found.first() if found.exists() else None
    return facts_of(row, None) if row else None


def resets(*, by: Actor, country: str) -> tuple[ResetFacts, ...]:
    """The country's open resets, oldest first, for administrator and head. Raises NotAllowed."""
    check_may_invite(by, country)
    return tuple(facts_of(row, by) for row in open_rows().filter(country=country).order_by("asked_at"))


def open_rows() -> "QuerySet[FactorReset]":
    """Resets neither stopped nor done, with their persons."""
    return FactorReset.objects.filter(stopped_at=None, done_at=None).select_related("account", "asked_by", "confirmed_by")


def facts_of(row: FactorReset, by: Actor | None) -> ResetFacts:
    """The reset as somebody sees it."""
    ready = row.confirmed_at + RESET_WAIT if row.confirmed_at else None
    two = {str(row.asked_by_id), str(row.confirmed_by_id)}
    return ResetFacts(
        str(row.pk),
        row.country,
        str(row.account_id),
        row.account.name,
        row.asked_by.name,
        row.asked_at,
        row.confirmed_by.name if row.confirmed_by else "",
        ready,
        by is not None and can_confirm(row, by),
        by is not None and ready is not None and timezone.now() >= ready and by.id in two,
    )


def can_confirm(row: FactorReset, by: Actor) -> bool:
    """Whether this person may be the second one."""
    try:
        check_may_confirm(row, by)
    except (NotAllowed, SecondPersonNeeded, ResetNotUsable):
        return False
    return True
