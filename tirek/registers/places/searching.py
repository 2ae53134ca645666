"""What the search is told of places: their names, present and past, and their address. The mechanism's people of the country see them."""

from collections.abc import Collection, Iterable

from tirek.foundation.search.sorts import Said, Sort, Told, said_in
from tirek.ground.rules.actors import MECHANISM, Actor
from tirek.registers.places.models import Place, PlaceName


def told(keys: Collection[str]) -> Iterable[Told]:
    """Each place. Cost: 2 queries."""
    for row in Place.objects.filter(pk__in=keys).prefetch_related("names"):
        before = [each.name for each in row.names.all() if not each.name.same_as(row.name)]
        said = (*said_in("name", row.name, names=True), *(one for name in before for one in said_in("name-before", name, names=True)), Said("address", row.address))
        yield Told(str(row.pk), said, (f"mechanism.{row.country}",), row.opened_on)


def keys(after: str, size: int) -> list[str]:
    """Places in order of their ids."""
    rows = Place.objects.filter(pk__gt=after) if after else Place.objects.all()
    return [str(key) for key in rows.order_by("pk").values_list("pk", flat=True)[:size]]


def audiences(by: Actor, country: str) -> tuple[str, ...]:
    """The mechanism's own."""
    return (f"mechanism.{country}",) if by.has(*MECHANISM, country=country) else ()


def visible(keys: Collection[str], by: Actor, country: str) -> Collection[str]:
    """Those of the places that the actor sees. Cost: one query."""
    return {str(key) for key in Place.objects.visible_to(by, country).filter(pk__in=keys).values_list("pk", flat=True)}


PLACES = Sort(
    "place", "p", told, keys, audiences, visible,
    {"places.Place": lambda rows: rows, "places.PlaceName": lambda rows: PlaceName.objects.filter(pk__in=rows).values_list("place_id", flat=True)},
)  # fmt: skip
