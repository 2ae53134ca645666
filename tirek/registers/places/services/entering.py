"""Registering a place and correcting what was entered wrongly."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tirek.foundation.jurisdictions.queries import authority_history, place_kind, region
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words
from tirek.registers.places.models import CORRECTABLE, Place, PlaceAuthority, PlaceName, PlaceOpening
from tirek.registers.places.policies import check_may_write_places
from tirek.registers.places.refusals import CoordinatesWrong, HistoryOverlaps, NameMissing, PlaceChanged, ReasonMissing
from tirek.registers.places.services.finding import in_order, place_for, refresh, words_of
from tirek.registers.places.services.keeping import keep_passages


def register_place(
    *,
    country: str,
    name: Words,
    kind: str,
    region: str,
    by: Actor,
    address: str = "",
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    unofficial: bool = False,
    unofficial_reason: str = "",
    opened_on: date | None = None,
    closed_on: date | None = None,
    authority: str = "",
    source: str = "",
    origin: str = "entered",
    names_nobody: str = "",
) -> Recorded[UUID]:
    """Enters a place; `closed_on` is its last day, `authority` stands only where it differs from the pack's rule for the kind.

    A kind of the pack's category "unofficial" makes the place unofficial. Answers its id.
    `names_nobody`: why passages stay that could name somebody.
    Raises NotAllowed, UnknownThing, NameMissing, ReasonMissing, CoordinatesWrong, DatesReversed, PassagesUndecided.
    """
    with record("place.registered", by=by, country=country) as entry:
        check_may_write_places(by, country)
        span = in_order(opened_on, closed_on)
        place = Place(
            country=country, origin=origin, name=name, kind=kind, region=region, address=address.strip(), latitude=latitude,
            longitude=longitude, unofficial=unofficial, unofficial_reason=unofficial_reason.strip(), source=source.strip(),
        )  # fmt: skip
        check_place(place)
        keep_passages(about=place.pk, country=country, texts=open_texts(place), because=names_nobody, by=by)
        place.save()
        entry.about("place", place.pk)
        PlaceName(place=place, country=country, origin=origin, name=name, since=None).save()
        PlaceOpening(place=place, country=country, origin=origin, since=span.since, until=span.until).save()
        if authority:
            authority_history(country, authority)
            PlaceAuthority(place=place, country=country, origin=origin, authority=authority).save()
        refresh(place)
        return entry.of(place.pk)


def correct_place(
    *, place_id: object, by: Actor, name: Words | None = None, opened_on: date | None = None, names_nobody: str = "",
    revision: str | None = None, **changes: Any,
) -> Recorded[UUID]:
    """Mends what was entered wrongly, without a new row of history: the present name's spelling, the first day, and the plain facts.

    `changes` are of CORRECTABLE; `names_nobody` as in `register_place`, of the texts that are not as they were.
    Raises NotFound, NotAllowed, UnknownThing, NameMissing, ReasonMissing, CoordinatesWrong, DatesReversed, PassagesUndecided.
    """
    with record("place.corrected", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        if revision not in (None, place.revision):
            raise PlaceChanged
        before = {as_told(text) for text in open_texts(place)}
        apply(place, changes)
        check_place(place)
        written = [text for text in (*open_texts(place), name) if text is not None and as_told(text) not in before]
        keep_passages(about=place.pk, country=place.country, texts=written, because=names_nobody, by=by)
        place.save()
        if name is not None:
            correct_name(place, name)
        if opened_on is not None:
            correct_opening(place, opened_on)
        refresh(place)
        return entry.of(place.pk)


def open_texts(place: Place) -> tuple[str | Words, ...]:
    """What of a place is written freely and could name somebody: its name too, which stands in reports and on lists."""
    return place.name, place.address, place.unofficial_reason, place.source


def as_told(text: str | Words) -> object:
    """What a text says, whatever is noted about its translations."""
    return text.texts if isinstance(text, Words) else text


def apply(place: Place, changes: Mapping[str, Any]) -> None:
    """Sets the plain facts; a name that is not one of them is a programming error."""
    unknown = set(changes) - set(CORRECTABLE)
    if unknown:
        raise TypeError(f"correct_place does not know {sorted(unknown)}")
    for field, value in changes.items():
        setattr(place, field, value.strip() if isinstance(value, str) else value)


def check_place(place: Place) -> None:
    """What every place must satisfy. Raises UnknownThing, NameMissing, ReasonMissing, CoordinatesWrong."""
    place.unofficial = place.unofficial or place_kind(place.country, place.kind).category == "unofficial"
    region(place.country, place.region)
    if not place.name:
        raise NameMissing()
    if place.unofficial and not place.unofficial_reason:
        raise ReasonMissing()
    pair = (place.latitude, place.longitude)
    if (None in pair) != (pair == (None, None)) or (pair != (None, None) and not on_map(*pair)):
        raise CoordinatesWrong()


def on_map(latitude: Decimal | None, longitude: Decimal | None) -> bool:
    """Whether the pair is a point."""
    return latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180


def correct_name(place: Place, name: Words) -> None:
    """The newest name's row, spelled anew. Raises NameMissing."""
    if not name:
        raise NameMissing()
    newest = max(place.names.all(), key=lambda row: row.span.first)
    newest.name = name
    newest.save()


def correct_opening(place: Place, opened_on: date) -> None:
    """The first day of the first opening. Raises DatesReversed, HistoryOverlaps."""
    first = min(place.openings.all(), key=lambda row: row.span.first)
    in_order(opened_on, first.until)
    if any(row.pk != first.pk and row.span.first <= opened_on for row in place.openings.all()):
        raise HistoryOverlaps(since=words_of(first.since), until=words_of(first.until))
    first.since = opened_on
    first.save()
