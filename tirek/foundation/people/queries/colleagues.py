"""Colleagues by name: whom one may choose for a task, and who did something. Never an address, never a right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tirek.foundation.people.models import Account, RoleGrant
from tirek.ground.rules.actors import ANSWERING, MECHANISM, OFFICE, VISITORS, Actor, Role
from tirek.ground.rules.refusals import NotAllowed


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account that may be chosen: its id and its name."""

    id: str
    name: str


def colleagues(*, by: Actor, country: str, roles: Iterable[Role] = OFFICE | VISITORS) -> tuple[Colleague, ...]:
    """Active accounts that hold one of the roles in the country today, by name. For the office and those who visit; else NotAllowed."""
    if not by.has(*OFFICE, *VISITORS, country=country):
        raise NotAllowed()
    wanted = [role.value for role in roles]
    held = RoleGrant.objects.in_force().filter(country=country, role__in=wanted).values("account_id")
    found = Account.objects.active().filter(pk__in=held).order_by("name", "pk").values_list("pk", "name")
    return tuple(Colleague(str(key), name) for key, name in found)


def account_roles(country: str, roles: Iterable[Role] = MECHANISM) -> dict[str, frozenset[Role]]:
    """Which of the mechanism's roles each active account holds in the country today, by account id. For counting, not for pages. One query."""
    found = RoleGrant.objects.in_force().filter(country=country, role__in=[role.value for role in roles], account__in=Account.objects.active())
    held: dict[str, frozenset[Role]] = {}
    for key, role in found.values_list("account_id", "role"):
        held[str(key)] = held.get(str(key), frozenset()) | {Role(role)}
    return held


def accounts_of_bodies(country: str, *roles: Role) -> dict[str, tuple[str, ...]]:
    """The active accounts that act for each authority today, by its code; in one of the roles, else as focal point or head. For telling, not for pages. One query."""
    wanted = [role.value for role in roles or ANSWERING]
    found = RoleGrant.objects.in_force().filter(country=country, role__in=wanted, account__in=Account.objects.active()).order_by("account_id")
    held: dict[str, tuple[str, ...]] = {}
    for key, code in found.values_list("account_id", "authority"):
        held[code] = (*held.get(code, ()), *([] if str(key) in held.get(code, ()) else [str(key)]))
    return held


def in_service(country: str) -> "QuerySet[RoleGrant, Any]":
    """The ids of active accounts that hold one of the mechanism's roles in the country today, to be asked for within another question. No query of its own."""
    held = RoleGrant.objects.in_force().filter(country=country, role__in=[role.value for role in MECHANISM], account__in=Account.objects.active())
    return held.values("account_id")


def names_of(account_ids: Iterable[str]) -> dict[str, str]:
    """Names by account id. For pages that have already made sure that their reader may see what these people did. One query."""
    wanted = {each for each in account_ids if each and each != "system"}
    return {str(key): name for key, name in Account.objects.filter(pk__in=wanted).values_list("pk", "name")} if wanted else {}
