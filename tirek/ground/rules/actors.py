"""Actors: who asks. An opaque id and the roles held in countries; no name is needed to decide anything."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The roles that a person can hold in one country's mechanism or beside it."""

    HEAD = "head"
    SECRETARIAT = "secretariat"
    LEADER = "leader"
    MEMBER = "member"
    MEDIC = "medic"
    ANALYST = "analyst"
    FOCAL_POINT = "focal_point"
    BODY_HEAD = "body_head"
    RECEIVER = "receiver"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


OFFICE = frozenset({Role.HEAD, Role.SECRETARIAT})
VISITORS = frozenset({Role.LEADER, Role.MEMBER, Role.MEDIC})
MECHANISM = OFFICE | VISITORS | {Role.ANALYST}
ANSWERING = frozenset({Role.FOCAL_POINT, Role.BODY_HEAD})
"""Who acts for an authority to which something is addressed: the one drafts, the other approves what is sent."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in one country; a focal point, the head of a body or a receiver acts for one authority (its code in the pack)."""

    role: Role
    country: str
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The person or program that acts. `id` is opaque (it is what the ledger keeps); `name` is for the screen only."""

    id: str
    grants: frozenset[Grant] = frozenset()
    name: str = field(default="", compare=False)

    def has(self, *roles: Role, country: str) -> bool:
        """Whether the actor holds at least one of the roles in that country."""
        return any(grant.role in roles and grant.country == country for grant in self.grants)

    def roles_in(self, country: str) -> frozenset[Role]:
        """All roles held in a country."""
        return frozenset(grant.role for grant in self.grants if grant.country == country)

    def authorities_in(self, country: str, *roles: Role) -> frozenset[str]:
        """Codes of the authorities for which the actor acts in a country, in one of these roles; in any without."""
        return frozenset(grant.authority for grant in self.grants if grant.country == country and grant.authority and (not roles or grant.role in roles))

    @property
    def countries(self) -> frozenset[str]:
        """Countries in which the actor holds any role."""
        return frozenset(grant.country for grant in self.grants)


SYSTEM = Actor(id="system")
PUBLIC = Actor(id="public")
"""Whoever sends a form of the public pages: the house asks for no account there and knows of nobody who it was."""
NOBODY = Actor(id="")
