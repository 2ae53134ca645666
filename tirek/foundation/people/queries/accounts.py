"""Accounts as their administrator and head see them, and as everybody sees his own."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q

from tirek.foundation.jurisdictions.queries import authority, country_name, role_titles, today
from tirek.foundation.jurisdictions.refusals import UnknownThing
from tirek.foundation.people.limits import counted_names, too_many_wrong_codes
from tirek.foundation.people.models import Account, FailedAttempts, RoleGrant
from tirek.foundation.people.policies import check_may_invite, may_administer
from tirek.foundation.people.reach import as_uuid, reachable
from tirek.foundation.people.ways import SECOND_FACTORS
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One grant with the country's words for it."""

    id: str
    role: str
    title: Words
    country: str
    country_name: Words
    authority: str
    authority_name: Words | None
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account in the list: its open roles in the country, whether it may sign in, whether it has a second factor."""

    id: str
    name: str
    login: str
    roles: tuple[RoleLine, ...]
    active: bool
    demonstration: bool
    second_factor: bool


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """One session: its number, when it began, from where."""

    id: int
    since: datetime
    address: str
    browser: str


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """One account with its grants, past ones too, and its security. Sessions and locks only for who administers."""

    id: str
    name: str
    login: str
    language: str
    active: bool
    demonstration: bool
    has_password: bool
    factors: frozenset[str]
    roles: tuple[RoleLine, ...]
    past_roles: tuple[RoleLine, ...]
    sessions: tuple[SessionFacts, ...]
    locked: bool
    joined_at: datetime


def accounts(*, by: Actor, country: str) -> tuple[AccountLine, ...]:
    """The accounts of a country by name, for its administrator and head; for everybody else NotAllowed. Three queries."""
    check_may_invite(by, country)
    rows = list(reachable(by, country).prefetch_related("grants").order_by("name"))
    secured = set(Authenticator.objects.filter(Q(type__in=SECOND_FACTORS) | Q(data__printed=True), user__in=rows).values_list("user_id", flat=True))
    return tuple(
        AccountLine(
            str(row.pk),
            row.name,
            row.email,
            open_roles(row, country),
            row.is_active,
            row.demonstration,
            row.pk in secured or row.demonstration,
        )
        for row in rows
    )


def account(account_id: object, *, by: Actor, country: str) -> AccountFacts:
    """One account of the country. Raises NotFound, also for who may not see accounts at all."""
    found = reachable(by, country).filter(pk=as_uuid(account_id)).first()
    if found is None:
        raise NotFound()
    return facts_of(found, country, whole=may_administer(by, country))


def own_account(*, by: Actor) -> AccountFacts:
    """The acting person's own account, with roles in all countries. Raises NotFound."""
    found = Account.objects.filter(pk=as_uuid(by.id)).first()
    if found is None:
        raise NotFound()
    return facts_of(found, "", whole=False)


def facts_of(row: Account, country: str, *, whole: bool) -> AccountFacts:
    """The facts of one account; sessions and locks only when whole."""
    grants = [grant for grant in row.grants.order_by("since") if not country or grant.country == country]
    sessions = UserSession.objects.purge_and_list(row) if whole else []
    failures = FailedAttempts.objects.filter(login__in=counted_names(row.email), count__gte=5)
    return AccountFacts(
        id=str(row.pk),
        name=row.name,
        login=row.email,
        language=row.language,
        active=row.is_active,
        demonstration=row.demonstration,
        has_password=row.has_usable_password(),
        factors=frozenset(Authenticator.objects.filter(user=row).values_list("type", flat=True)),
        roles=tuple(role_line(grant) for grant in grants if grant.until is None),
        past_roles=tuple(role_line(grant) for grant in grants if grant.until is not None),
        sessions=tuple(SessionFacts(one.pk, one.created_at, one.ip, one.user_agent) for one in sessions),
        locked=whole and (failures.exists() or too_many_wrong_codes(row.pk)),
        joined_at=row.joined_at,
    )


def open_roles(row: Account, country: str) -> tuple[RoleLine, ...]:
    """The roles in force in a country, from grants already fetched."""
    return tuple(role_line(grant) for grant in row.grants.all() if grant.until is None and grant.country == country)


def role_line(grant: RoleGrant) -> RoleLine:
    """A grant in the country's words; the authority by its name of today."""
    role = Role(grant.role)
    name = authority_name(grant.country, grant.authority) if grant.authority else None
    title = role_titles(grant.country).get(role, Words.of({"en": role.value}, "en"))
    return RoleLine(
        str(grant.pk), role.value, title, grant.country, country_name(grant.country), grant.authority, name, grant.since, grant.until
    )


def authority_name(country: str, code: str) -> Words:
    """The authority's name of today; a code that the pack no longer knows stands for itself, so that no list breaks by it."""
    try:
        return authority(country, code, today(country)).name
    except UnknownThing:
        return Words.of({"en": code}, "en")
