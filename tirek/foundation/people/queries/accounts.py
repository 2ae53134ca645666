"""Accounts as their administrator and head see them, and as everybody sees his own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q

from tirek.foundation.jurisdictions.facilities import body_names
from tirek.foundation.jurisdictions.queries import country_name, role_titles, today
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
    """The accounts of a country by name, for its administrator and head; for everybody else NotAllowed. Three queries, and one where a facility has people."""
    check_may_invite(by, country)
    rows = list(reachable(by, country).prefetch_related("grants").order_by("name"))
    secured = set(Authenticator.objects.filter(Q(type__in=SECOND_FACTORS) | Q(data__printed=True), user__in=rows).values_list("user_id", flat=True))
    lines: dict[str, list[RoleLine]] = {}
    held = [grant for row in rows for grant in row.grants.all() if grant.until is None and grant.country == country]
    for grant, line in zip(held, role_lines(held), strict=True):
        lines.setdefault(str(grant.account_id), []).append(line)
    return tuple(
        AccountLine(
            str(row.pk),
            row.name,
            row.email,
            tuple(lines.get(str(row.pk), ())),
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
    lines = role_lines(grant for grant in row.grants.order_by("since") if not country or grant.country == country)
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
        roles=tuple(line for line in lines if line.until is None),
        past_roles=tuple(line for line in lines if line.until is not None),
        sessions=tuple(SessionFacts(one.pk, one.created_at, one.ip, one.user_agent) for one in sessions),
        locked=whole and (failures.exists() or too_many_wrong_codes(row.pk)),
        joined_at=row.joined_at,
    )


def role_lines(grants: Iterable[RoleGrant]) -> tuple[RoleLine, ...]:
    """Grants in their countries' words, in their order. Cost: one query for each country in which a facility is among them."""
    held = list(grants)
    names = names_of_bodies((each.country, each.authority) for each in held)
    return tuple(role_line(each, names.get((each.country, each.authority))) for each in held)


def role_line(grant: RoleGrant, name: Words | None) -> RoleLine:
    """A grant in the country's words; the body by its name of today."""
    return RoleLine(
        str(grant.pk), grant.role, role_title(grant), grant.country, country_name(grant.country), grant.authority, name, grant.since, grant.until
    )


def role_title(grant: RoleGrant) -> Words:
    """The country's word for the role."""
    return role_titles(grant.country).get(Role(grant.role), Words.of({"en": grant.role}, "en"))


def names_of_bodies(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Words]:
    """The names of today of countries' bodies; an empty code has none. For pages that have made sure that their reader may see who acts for whom. Cost: one query for each country with a facility."""
    codes: dict[str, set[str]] = {}
    for country, code in wanted:
        if code:
            codes.setdefault(country, set()).add(code)
    return {(country, code): name for country, held in codes.items() for code, name in body_names(country, held, today(country)).items()}
