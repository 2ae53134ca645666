"""The outline of a country that the operator gives: kept as it came, and thinned to what a page draws."""

from uuid import UUID

from django.utils import timezone

from tirek.foundation.files.services import store_file
from tirek.foundation.jurisdictions.queries import regions
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import newly_kept
from tirek.ground.rules.outlines import OutlineFault, Shape, read_outline
from tirek.registers.places.models import PARTS, Outline
from tirek.registers.places.policies import check_may_write_places
from tirek.registers.places.refusals import (
    NoOutline,
    OutlineNotInDegrees,
    OutlineOfOtherRegions,
    OutlineRefused,
    OutlineTooLarge,
    OutlineWithoutCollection,
    OutlineWithoutPolygon,
)

MEDIA = "application/geo+json"
REFUSED: dict[str, type[OutlineRefused]] = {
    "too-large": OutlineTooLarge,
    "too-many-points": OutlineTooLarge,
    "no-collection": OutlineWithoutCollection,
    "no-polygon": OutlineWithoutPolygon,
    "no-ring": OutlineWithoutPolygon,
    "not-degrees": OutlineNotInDegrees,
    "region-unknown": OutlineOfOtherRegions,
    "region-twice": OutlineOfOtherRegions,
}


def give_outline(*, content: bytes, source: str, country: str, by: Actor) -> Recorded[UUID]:
    """Puts an outline in force; the earlier ones stay in the record. `source` says whose it is: an organisation and its licence, never a person.

    Raises NotAllowed, an OutlineRefused, PassagesUndecided.
    """
    check_may_write_places(by, country)
    shapes = shapes_of(content, country)
    with record("outline.given", by=by, country=country) as entry:
        file = store_file(content=content, name="outline.geojson", media_type=MEDIA, country=country, by=by).value
        row = Outline(country=country, file=file, shapes=[plain(each) for each in shapes], source=source.strip(), given_at=timezone.now(), given_by=by.id)
        newly_kept(row.pk, (row.source,), "", set())
        row.save()
        entry.about("outline", row.pk)
        return entry.of(row.pk)


def take_outline_away(*, country: str, by: Actor) -> Recorded[UUID]:
    """Puts none in force: from then on points stand on a net of degrees. Raises NotAllowed, NoOutline."""
    check_may_write_places(by, country)
    newest = Outline.objects.filter(country=country).order_by("-given_at", "-pk").first()
    if newest is None or not newest.shapes:
        raise NoOutline
    with record("outline.taken-away", by=by, country=country) as entry:
        row = Outline(country=country, given_at=timezone.now(), given_by=by.id)
        row.save()
        entry.about("outline", row.pk)
        return entry.of(row.pk)


def shapes_of(content: bytes, country: str) -> tuple[Shape, ...]:
    """What the file draws. Raises an OutlineRefused that says what to mend."""
    try:
        return read_outline(content, {one.code for one in regions(country)})
    except OutlineFault as fault:
        raise REFUSED.get(fault.code, OutlineRefused)(where=str(fault.where), what=fault.what) from fault


def plain(shape: Shape) -> dict[str, object]:
    """A shape as the row holds it."""
    return {"region": shape.region, "rings": [[[round(longitude * PARTS), round(latitude * PARTS)] for longitude, latitude in ring] for ring in shape.rings]}
