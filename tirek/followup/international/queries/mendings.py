"""What stood in missions, steps, dues and contacts before they were mended. Of the log nothing is told to others."""

from collections.abc import Collection
from uuid import UUID

from tirek.followup.international.models import Mending, keeps_contacts, sees_reviews
from tirek.foundation.ledger.mending import MendedFacts, mendings_of
from tirek.ground.rules.actors import Actor


def mendings(things: Collection[UUID], *, by: Actor, country: str) -> dict[UUID, tuple[MendedFacts, ...]]:
    """Of things that the reader has already seen; those of contacts for whoever keeps their log alone. Cost: 1 query, 1 more for contacts."""
    if not things or not sees_reviews(by, country):
        return {}
    found = list(Mending.objects.filter(country=country, thing__in=things))
    log = any(each.noun == "contact" for each in found) and keeps_contacts(by, country)
    return mendings_of(each for each in found if each.noun != "contact" or log)
