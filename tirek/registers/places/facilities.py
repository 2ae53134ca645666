"""Places as bodies that have people of their own on the authorities' page: official ones, by their code, with name and region of today. It knows no account and no recommendation."""

from datetime import date

from django.db.models import Exists, OuterRef

from tirek.foundation.jurisdictions.facilities import Facility
from tirek.foundation.ledger.once import once
from tirek.ground.rules.bodies import facility_code, place_of
from tirek.registers.places.models import Place, PlaceOpening, holding
from tirek.registers.places.ordering import BY_NAME


@once
def told(country: str, on: date, codes: frozenset[str] | None) -> tuple[Facility, ...]:
    """Of these codes, or, for None, all that work on the day, by name. A place known only because somebody was held there is no body. Cost: one query."""
    found = Place.objects.filter(country=country, unofficial=False)
    if codes is None:
        found = found.open_on(on)
    else:
        found = found.filter(pk__in=[key for code in codes if (key := place_of(code)) is not None])
    works = Exists(PlaceOpening.objects.filter(holding(on), place=OuterRef("pk")))
    rows = found.annotate(works=works).order_by(*BY_NAME).values_list("pk", "name", "region", "works")
    return tuple(Facility(facility_code(key), name, region, works) for key, name, region, works in rows)
