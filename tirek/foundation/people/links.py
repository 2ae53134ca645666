"""A one-time link as the person who made it sees it once: the secret is kept nowhere."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Link:
    """The invitation's id and the secret that stands in its address; no secret while a second person must confirm."""

    invitation_id: UUID
    secret: str
