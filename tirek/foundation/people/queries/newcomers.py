"""Roles that open content and were taken up lately: for those who must notice one that nobody asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from tirek.foundation.people.models import Account, Invitation, RoleGrant
from tirek.foundation.people.policies import may_invite
from tirek.foundation.people.queries.accounts import role_title
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.words import Words

LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class NewRole:
    """Who has which role since when, and who invited the account; nobody where it came without an invitation."""

    account_id: str
    name: str
    title: Words
    since: datetime
    invited_by: str


def new_roles(*, by: Actor, country: str) -> tuple[NewRole, ...]:
    """The roles of the last 14 days that open content, newest first, for head and administrator; nothing for everybody else. Two queries.

    Administrators open no content, and demonstration persons are nobody: neither is told.
    """
    if not may_invite(by, country):
        return ()
    now = timezone.now()
    grants = RoleGrant.objects.in_force().filter(country=country, since__gte=now - LATELY, account__demonstration=False)
    found = list(grants.exclude(role=Role.ADMINISTRATOR.value).exclude(account_id=by.id).select_related("account").order_by("-since", "pk"))
    hosts = invited_by(each.account for each in found)
    return tuple(NewRole(str(each.account_id), each.account.name, role_title(each), each.since, hosts.get(each.account, "")) for each in found)


def invited_alone_by(*, by: Actor, country: str) -> str:
    """For 14 days, to a head whose invitation no second person confirmed: the name of whoever made it; else nothing. One query for a head."""
    if not by.has(Role.HEAD, country=country):
        return ""
    own = Invitation.objects.filter(kind=Invitation.JOIN, account_id=by.id, country=country, role=Role.HEAD.value, made_by__isnull=False)
    lately = own.filter(accepted_at__gte=timezone.now() - LATELY).exclude(requests__confirmed_at__isnull=False)
    found = lately.select_related("made_by").first()
    return found.made_by.name if found and found.made_by else ""


def invited_by(accounts: Iterable[Account]) -> dict[Account, str]:
    """By account, the name of whoever invited it."""
    joined = Invitation.objects.filter(kind=Invitation.JOIN, account__in=list(accounts), made_by__isnull=False).select_related("account", "made_by")
    return {each.account: each.made_by.name for each in joined if each.account and each.made_by}
