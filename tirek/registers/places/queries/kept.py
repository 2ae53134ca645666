"""Passages of texts of the register that could name somebody and stay, each with its recorded reason."""

from collections.abc import Iterable
from uuid import UUID

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.registers.places.models import KeptPassage, Place, PlaceEvent, PlacePopulation


def kept_in_places(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's places (names, addresses, counts, ties), for those who see them. Cost: 5 queries."""
    rows = KeptPassage.objects.filter(country=country)
    abouts = [UUID(about) for about in rows.values_list("about", flat=True).distinct()]
    seen = Place.objects.visible_to(by, country)
    pages = {str(key): str(key) for key in seen.filter(pk__in=abouts).values_list("pk", flat=True)}
    for model in (PlacePopulation, PlaceEvent):
        pages |= {str(key): str(place) for key, place in model._default_manager.filter(pk__in=abouts, place__in=seen).values_list("pk", "place_id")}
    return tuple(kept_text("place", pages[row.about], row) for row in rows if row.about in pages)


def kept_about(abouts: Iterable[object]) -> tuple[KeptPassage, ...]:
    """What stays in texts of these rows, which lie in a room above; the caller has made sure that its reader may know of them."""
    return tuple(KeptPassage.objects.filter(about__in=[str(each) for each in abouts]))


def kept_text(sort: str, page: object, row: KeptPassage) -> KeptText:
    """A kept passage of a sort of text that is read on a page."""
    return KeptText(sort, str(page), row.reason, row.decided_by, row.decided_at, row.digest)
