"""Invitations: the list for who invites, and the one behind a link for who holds it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tirek.foundation.jurisdictions.facilities import body_names
from tirek.foundation.jurisdictions.queries import role_titles, today
from tirek.foundation.people.models import Invitation
from tirek.foundation.people.policies import check_may_invite
from tirek.foundation.people.queries.signing_in import actor_of
from tirek.foundation.people.secrets import digest_of
from tirek.foundation.people.ways import still_opens
from tirek.ground.rules.actors import Actor, Role
from tirek.ground.rules.doors import door_of, doors_of
from tirek.ground.rules.words import Words


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """One invitation in the list. States: waiting (for a second person), open, accepted, withdrawn, expired."""

    id: str
    kind: str
    email: str
    name: str
    title: Words | None
    state: str
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """What the holder of a link is shown: for whom it is, which role and authority, whether it returns somebody after a reset.

    `doors` are the faces by which the person comes in (`ground/rules/doors`).
    `alone` names who invited the first head without a second person; it is empty for everybody else.
    """

    kind: str
    email: str
    name: str
    language: str
    title: Words | None
    authority_name: Words | None
    alone: str
    doors: frozenset[str]


def invitations(*, by: Actor, country: str) -> tuple[InvitationLine, ...]:
    """The country's invitations, newest first, for administrator and head. Raises NotAllowed."""
    check_may_invite(by, country)
    return tuple(
        InvitationLine(str(row.pk), row.kind, row.email, row.name, title_of(row), state_of(row), row.made_at, row.expires_at)
        for row in Invitation.objects.filter(country=country).prefetch_related("requests").order_by("-made_at")[:200]
    )


def invitation_behind(secret: str) -> InvitationFacts | None:
    """The open invitation of a link, or None; used, withdrawn, old and invented links are not told apart."""
    row = row_behind(secret, Invitation.JOIN, Invitation.RETURN)
    if row is None:
        return None
    name = body_names(row.country, [row.authority], today(row.country))[row.authority] if row.authority else None
    return InvitationFacts(row.kind, row.email, row.name, row.language, title_of(row), name, alone(row), doors_behind(row))


def set_up_behind(secret: str) -> bool:
    """Whether a link still sets the house up."""
    return row_behind(secret, Invitation.SET_UP) is not None


def set_up_account(secret: str) -> str:
    """The address of the account that a link to set up made already and that has no way in yet; else an empty string."""
    row = row_behind(secret, Invitation.SET_UP)
    return row.account.email if row and row.account else ""


def set_up_country(secret: str) -> str:
    """The one country for which a link makes a further administrator; nothing for the link that sets the whole house up."""
    row = row_behind(secret, Invitation.SET_UP)
    return row.country if row else ""


def set_up_waits() -> bool:
    """Whether a link to set up is still open."""
    rows = Invitation.objects.within_term(timezone.now()).filter(kind=Invitation.SET_UP).select_related("account")
    return any(still_opens(row) for row in rows)


def row_behind(secret: str, *kinds: str) -> Invitation | None:
    """The invitation of one of these kinds that this secret still opens."""
    rows = Invitation.objects.within_term(timezone.now()).filter(digest=digest_of(secret), kind__in=kinds)
    row = rows.select_related("account", "made_by").first()
    return row if row and still_opens(row) else None


def doors_behind(row: Invitation) -> frozenset[str]:
    """The faces of whoever a link is for: of the invited role, or of the account that comes back. One query for the latter."""
    return frozenset({door_of(Role(row.role))}) if row.role else doors_of(actor_of(row.account))


def title_of(row: Invitation) -> Words | None:
    """The country's word for the role."""
    return role_titles(row.country).get(Role(row.role)) if row.role and row.country else None


def alone(row: Invitation) -> str:
    """Who invited a head without a second person, or nothing."""
    if row.role != Role.HEAD.value or row.made_by is None or row.requests.exists():
        return ""
    return row.made_by.name


def state_of(row: Invitation) -> str:
    """waiting, open, accepted, withdrawn or expired."""
    if row.accepted_at:
        return "accepted"
    if row.revoked_at:
        return "withdrawn"
    if row.expires_at <= timezone.now():
        return "expired"
    return "waiting" if any(one.confirmed_at is None for one in row.requests.all()) else "open"
