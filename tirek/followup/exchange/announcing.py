"""Telling other systems that something passed about a recommendation, where the head of the mechanism decided so: its registered number and a page of the desk. It knows no word of what passed."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.webhooks.services import announce_inside

PAGE = "/desk/recommendations/{id}/"
"""Where the desk shows it; a face is above, so the address stands here as a text, and a test holds it to the face's."""


def tell(event: str, recommendation_id: UUID, number: str, country: str) -> None:
    """In the transaction of what passed, so that nothing is told that did not happen."""
    announce_inside(event=event, country=country, number=number, page=PAGE.format(id=recommendation_id), at=timezone.now())
