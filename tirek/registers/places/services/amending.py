"""What a sheet of the register does to a place: mends the entry as it stands, and takes away what it made itself. Where history would be hidden, it refuses."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.queries import authority_history
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.sheet_refusals import NotBySheet, StillUsed
from tirek.registers.places.models import CORRECTABLE, KeptPassage, Place, PlaceAuthority, PlaceMerge, PlacePopulation
from tirek.registers.places.refusals import SameRegion
from tirek.registers.places.services.entering import apply, as_told, check_place, correct_name, open_texts
from tirek.registers.places.services.finding import in_order, place_for, refresh
from tirek.registers.places.services.keeping import keep_passages
from tirek.registers.places.services.noting import check_count

FIGURES = ("capacity", "male", "female", "unknown", "minors")


def amend_place(*, place_id: UUID, changes: Mapping[str, Any], by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Mends what a sheet says otherwise: `name`, plain facts, `opened_on`, `closed_on`, `authority`; None empties.

    A place whose openings or authorities changed over time is refused for these: a sheet has no day for it.
    Raises NotFound, NotAllowed, NotBySheet, UnknownThing, NameMissing, ReasonMissing, CoordinatesWrong, DatesReversed, PassagesUndecided.
    """
    with record("place.corrected", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        before = {as_told(text) for text in open_texts(place)}
        texts = ("address", "unofficial_reason", "source")
        apply(place, {key: "" if value is None and key in texts else value for key, value in changes.items() if key in CORRECTABLE})
        if "unofficial_reason" in changes:
            place.unofficial = bool(place.unofficial_reason)
        check_place(place)
        name = changes.get("name")
        written = [text for text in (*open_texts(place), name) if text is not None and as_told(text) not in before]
        keep_passages(about=place.pk, country=place.country, texts=written, because=names_nobody, by=by)
        place.save()
        if name is not None:
            correct_name(place, name)
        amend_days(place, changes)
        if "authority" in changes:
            amend_authority(place, changes["authority"])
        refresh(place)
        return entry.of(place.pk)


def correct_region(*, place_id: UUID, region: str, by: Actor) -> Recorded[UUID]:
    """Mends the region of a place. Raises NotFound, NotAllowed, UnknownThing, SameRegion."""
    with record("place.corrected", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        if place.region == region:
            raise SameRegion
        place.region = region
        check_place(place)
        place.save()
        return entry.of(place.pk)


def amend_days(place: Place, changes: Mapping[str, date | None]) -> None:
    """The first and the last day of a place that was open once. Raises NotBySheet, DatesReversed."""
    if not {"opened_on", "closed_on"} & set(changes):
        return
    rows = list(place.openings.all())
    if len(rows) != 1 or PlaceMerge.objects.filter(place=place).exists():
        raise NotBySheet
    row = rows[0]
    row.since, row.until = changes.get("opened_on", row.since), changes.get("closed_on", row.until)
    in_order(row.since, row.until)
    row.save()


def amend_authority(place: Place, authority: str | None) -> None:
    """The authority of a place that had one at most. Raises NotBySheet, UnknownThing."""
    rows = list(place.authorities.all())
    if len(rows) > 1 or any(row.since or row.until for row in rows):
        raise NotBySheet
    if authority:
        authority_history(place.country, authority)
        row = rows[0] if rows else PlaceAuthority(place=place, country=place.country, origin=place.origin)
        row.authority = authority
        row.save()
    elif rows:
        rows[0].delete()


def unregister_place(*, place_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a place out of the register about which nothing else was entered. Raises NotFound, NotAllowed, StillUsed; what visits hang on, the database refuses."""
    with record("place.unregistered", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        if any(len(each.all()) > 1 for each in (place.names, place.openings, place.authorities)):
            raise StillUsed
        for rows in (place.names, place.openings, place.authorities, KeptPassage.objects.filter(about=str(place.pk))):
            for row in rows.all():
                row.delete()
        place.delete()
        return entry.of(None)


def amend_population(*, count_id: UUID, changes: Mapping[str, Any], by: Actor, names_nobody: str = "") -> Recorded[UUID]:
    """Writes figures or the source of a count anew; None empties. The sheet that says so is the reason.

    Raises NotFound, NotAllowed, CountEmpty, CountWrong, PassagesUndecided.
    """
    with record("place.counted", by=by, subject=("count", count_id)) as entry:
        row = count_for(count_id, by)
        for key, value in changes.items():
            setattr(row, key, ("" if value is None else value.strip()) if key == "source" else value)
        check_count(row.capacity, (row.male, row.female, row.unknown), row.minors)
        keep_passages(about=row.pk, country=row.country, texts=(row.source,) if "source" in changes else (), because=names_nobody, by=by)
        row.save()
        return entry.of(row.pk)


def remove_population(*, count_id: UUID, by: Actor) -> Recorded[None]:
    """Takes a count away that a sheet made. Raises NotFound, NotAllowed."""
    with record("place.count-removed", by=by, subject=("count", count_id)) as entry:
        row = count_for(count_id, by)
        for passage in KeptPassage.objects.filter(about=str(row.pk)):
            passage.delete()
        row.delete()
        return entry.of(None)


def count_for(count_id: UUID, by: Actor) -> PlacePopulation:
    """The locked count, for somebody who may write its place. Raises NotFound, NotAllowed."""
    row = PlacePopulation.objects.filter(pk=count_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound
    place_for(row.place_id, by)
    return row
