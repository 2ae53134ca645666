"""Rights that wait for a second person, and those decided lately: for heads and administrators of a country, who may decide them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from tirek.foundation.jurisdictions.queries import role_titles
from tirek.foundation.people.models import Account, RightRequest, RightRequestQuerySet
from tirek.foundation.people.policies import check_may_confirm_right, check_may_invite, check_may_refuse_right, may_invite
from tirek.foundation.people.queries.accounts import names_of_bodies
from tirek.foundation.people.reach import actor_behind, as_uuid
from tirek.ground.rules.actors import NOBODY, Actor, Role
from tirek.ground.rules.open_texts import KeptText
from tirek.ground.rules.refusals import NotFound, Refusal
from tirek.ground.rules.words import Words

LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class RightFacts:
    """A right that was asked for: for whom, by whom, what became of it, and what the asking person may do. `account_id` is empty for an invitation.

    States: waiting, confirmed, refused, expired.
    """

    id: str
    account_id: str
    name: str
    login: str
    title: Words
    authority_name: Words | None
    asked_by: str
    asked_at: datetime
    expires_at: datetime
    state: str
    decided_by: str
    decided_at: datetime | None
    reason: str
    own: bool
    may_confirm: bool
    may_refuse: bool


def rights(*, by: Actor, country: str) -> tuple[RightFacts, ...]:
    """Rights asked for in the last 90 days, those that wait first, then the newest. Raises NotAllowed for who neither heads nor administers."""
    check_may_invite(by, country)
    found = rows(country).filter(asked_at__gte=timezone.now() - LATELY).order_by("-asked_at", "pk")[:200]
    return tuple(sorted(facts_of(found, by), key=lambda one: one.state != "waiting"))


def rights_to_decide(*, by: Actor, country: str) -> tuple[RightFacts, ...]:
    """Those that wait for a confirmation by this person, the oldest first; nothing for everybody else."""
    if not may_invite(by, country):
        return ()
    waiting = rows(country).open_at(timezone.now()).order_by("asked_at", "pk")
    return tuple(one for one in facts_of(waiting, by) if one.may_refuse and not one.own)


def right(request_id: object, *, by: Actor, country: str) -> RightFacts:
    """One right asked for. Raises NotFound, also for who may not see them at all."""
    found = rows(country).filter(pk=as_uuid(request_id)).first() if may_invite(by, country) else None
    if found is None:
        raise NotFound()
    return facts_of([found], by)[0]


def kept_in_rights(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """Passages that stay in why a right was refused, for those who give rights; nothing for everybody else."""
    found = rows(country).exclude(kept_because="") if may_invite(by, country) else ()
    return tuple(KeptText("right", str(row.pk), row.kept_because, str(row.refused_by_id or ""), row.refused_at or row.asked_at) for row in found)


def rows(country: str) -> RightRequestQuerySet:
    """The country's requests with their persons."""
    return RightRequest.objects.filter(country=country).select_related("account", "invitation", "asked_by", "confirmed_by", "refused_by")


def facts_of(found: Iterable[RightRequest], by: Actor) -> list[RightFacts]:
    """Requests as somebody sees them, in their order."""
    held = list(found)
    names = names_of_bodies((row.country, row.authority) for row in held)
    return [fact_of(row, names.get((row.country, row.authority)), by) for row in held]


def fact_of(row: RightRequest, name: Words | None, by: Actor) -> RightFacts:
    """One request, with the name of the body that it is about."""
    now, receiver = timezone.now(), row.account or row.invitation
    decider: Account | None = row.confirmed_by or row.refused_by
    return RightFacts(
        id=str(row.pk),
        account_id=str(row.account_id or ""),
        name=receiver.name if receiver else "",
        login=receiver.email if receiver else "",
        title=role_titles(row.country).get(Role(row.role), Words.of({"en": row.role}, "en")),
        authority_name=name,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        state=row.state_at(now),
        decided_by=decider.name if decider else "",
        decided_at=row.confirmed_at or row.refused_at,
        reason=row.reason,
        own=str(row.asked_by_id) == by.id,
        may_confirm=allowed(row, by, now, confirm=True),
        may_refuse=allowed(row, by, now, confirm=False),
    )


def allowed(row: RightRequest, by: Actor, now: datetime, *, confirm: bool) -> bool:
    """Whether this person may confirm, or refuse, the request now. The asker's rights cost one query, for those that wait alone."""
    try:
        if confirm:
            check_may_confirm_right(row, by, actor_behind(row.asked_by) if row.state_at(now) == "waiting" else NOBODY, now)
        else:
            check_may_refuse_right(row, by, now)
    except Refusal:
        return False
    return True
