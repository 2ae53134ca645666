"""Who may do what with accounts, and what their state allows. Pure answers over actors, rows and instants."""

from collections.abc import Collection
from datetime import datetime, timedelta

from tirek.foundation.people.models import FactorReset, RightRequest
from tirek.foundation.people.refusals import (
    AdministratorSeesNoContent,
    AskerLostRight,
    AuthorityNeeded,
    AuthorityNotWanted,
    BodyBesideMechanism,
    FacilityHasNoHead,
    OwnRights,
    ResetNotUsable,
    ResetTooEarly,
    RightDecided,
    SecondPersonNeeded,
    TwoPersonsForRight,
)
from tirek.ground.rules.actors import MECHANISM, SYSTEM, Actor, Role
from tirek.ground.rules.bodies import is_facility
from tirek.ground.rules.refusals import NotAllowed

INVITATION_TERM = timedelta(hours=72)
SET_UP_TERM = timedelta(minutes=30)
RESET_WAIT = timedelta(hours=24)
CONFIRMING_TERM = timedelta(hours=72)
INSIDE = frozenset(role.value for role in MECHANISM | {Role.AUDITOR})
"""Who reads what a body must not, or keeps watch over both."""
FOR_AN_AUTHORITY = frozenset({Role.FOCAL_POINT, Role.BODY_HEAD, Role.RECEIVER})


def may_administer(by: Actor, country: str) -> bool:
    """Grants, accounts, sessions: the country's administrator, or the house itself at loading."""
    return by == SYSTEM or by.has(Role.ADMINISTRATOR, country=country)


def may_invite(by: Actor, country: str) -> bool:
    """Invitations and the list of accounts: administrator and head."""
    return may_administer(by, country) or by.has(Role.HEAD, country=country)


def check_may_administer(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_administer(by, country):
        raise NotAllowed()


def check_may_invite(by: Actor, country: str) -> None:
    """Raises NotAllowed."""
    if not may_invite(by, country):
        raise NotAllowed()


def check_not_own(by: Actor, account_id: object) -> None:
    """Nobody changes his own rights. Raises OwnRights."""
    if by.id == str(account_id):
        raise OwnRights()


def check_role_fits(role: Role, authority: str, held: Collection[str]) -> None:
    """A role's authority stands exactly where it must, the administrator holds no other role anywhere, and nobody acts for an
    authority beside the mechanism. A facility, whose code is a place's, has a focal point and no other.

    `held` are the roles in force of the account. Raises AuthorityNeeded, AuthorityNotWanted, FacilityHasNoHead, BodyBesideMechanism, AdministratorSeesNoContent.
    """
    if role in FOR_AN_AUTHORITY and not authority:
        raise AuthorityNeeded()
    if authority and role not in FOR_AN_AUTHORITY:
        raise AuthorityNotWanted()
    if is_facility(authority) and role != Role.FOCAL_POINT:
        raise FacilityHasNoHead()
    others = set(held) - {role.value}
    if (role in FOR_AN_AUTHORITY and others & INSIDE) or (role.value in INSIDE and others & {each.value for each in FOR_AN_AUTHORITY}):
        raise BodyBesideMechanism()
    if others and (role == Role.ADMINISTRATOR or Role.ADMINISTRATOR.value in others):
        raise AdministratorSeesNoContent()


def needs_second_person(role: Role, held: Collection[str]) -> bool:
    """Whether a role holds only once a second person confirmed it: every role but the auditor's, and that one too beside another role.

    The administrator's opens no content, but whoever has it confirms: alone, one could make a second person of himself.
    `held` are the roles in force of the account.
    """
    return role != Role.AUDITOR or bool(set(held) - {role.value})


def check_may_confirm_right(request: RightRequest, by: Actor, asker: Actor, now: datetime) -> None:
    """Head or another administrator, neither the one who asked nor the one who gets it, while the asker could still ask.

    Raises NotAllowed, TwoPersonsForRight, RightDecided, AskerLostRight.
    """
    check_may_invite(by, request.country)
    if by.id in {str(request.asked_by_id), str(request.account_id)}:
        raise TwoPersonsForRight()
    if request.state_at(now) != "waiting":
        raise RightDecided()
    may_still_ask = may_invite if request.invitation_id else may_administer
    if not may_still_ask(asker, request.country):
        raise AskerLostRight()


def check_may_refuse_right(request: RightRequest, by: Actor, now: datetime) -> None:
    """Whoever administers or heads the country may refuse it, and the one who asked may take it back; never the one who gets it."""
    check_may_invite(by, request.country)
    if by.id == str(request.account_id):
        raise TwoPersonsForRight()
    if request.state_at(now) != "waiting":
        raise RightDecided()


def check_may_confirm(reset: FactorReset, by: Actor) -> None:
    """The second person: head or another administrator, neither the one who asked nor the owner."""
    check_may_invite(by, reset.country)
    if by.id in {str(reset.asked_by_id), str(reset.account_id)}:
        raise SecondPersonNeeded()
    if not reset.open or reset.confirmed_at is not None:
        raise ResetNotUsable()


def may_stop(reset: FactorReset, by: Actor) -> bool:
    """The owner and the two persons of the reset may stop it; so may whoever could confirm it."""
    named = {str(reset.account_id), str(reset.asked_by_id), str(reset.confirmed_by_id)}
    return reset.open and (by.id in named or may_invite(by, reset.country))


def check_ready(reset: FactorReset, now: datetime) -> None:
    """Confirmed at least 24 hours ago and not stopped. Raises ResetNotUsable, ResetTooEarly."""
    if not reset.open or reset.confirmed_at is None:
        raise ResetNotUsable()
    if now < reset.confirmed_at + RESET_WAIT:
        raise ResetTooEarly()


def waiting_time(failures: int) -> timedelta:
    """How long a source waits after so many failures on one name: none up to four, then 1, 2, 4, 8, at most 15 minutes."""
    if failures < 5:
        return timedelta(0)
    return min(timedelta(minutes=2 ** min(failures - 5, 5)), timedelta(minutes=15))
