"""What happens to a place over time: other names, other authorities, closing, reopening, becoming a part of another."""

from datetime import date
from uuid import UUID

from tirek.foundation.jurisdictions.queries import authority_history
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.spans import DAY
from tirek.ground.rules.words import Words
from tirek.registers.places.models import Place, PlaceAuthority, PlaceMerge, PlaceName, PlaceOpening
from tirek.registers.places.refusals import AlreadyClosed, AlreadyOpen, MergedWithItself, NameMissing, NothingNew
from tirek.registers.places.services.finding import in_order, make_room, place_for, refresh, refuse_ahead, refuse_merged
from tirek.registers.places.services.keeping import keep_passages


def rename_place(
    *, place_id: object, name: Words, since: date | None, by: Actor, until: date | None = None, names_nobody: str = ""
) -> Recorded[UUID]:
    """Another name from `since` (to `until`, for a name of the past); the name before it ends the day before.

    `names_nobody`: why passages of the name stay that could name somebody; what was decided about this place is not asked again.
    Raises NotFound, NotAllowed, NameMissing, DatesReversed, DayAhead, HistoryOverlaps, NothingNew, MergedAway, PassagesUndecided.
    """
    with record("place.renamed", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        span = in_order(since, until)
        refuse_merged(place, since)
        if since is not None:
            refuse_ahead(since, place.country)
        if not name:
            raise NameMissing()
        rows = list(place.names.all())
        if any(row.name.texts == name.texts and row.span.holds(since or span.last) for row in rows):
            raise NothingNew()
        make_room(rows, span)
        keep_passages(about=place.pk, country=place.country, texts=(name,), because=names_nobody, by=by)
        PlaceName(place=place, country=place.country, origin=place.origin, name=name, since=since, until=until).save()
        refresh(place)
        return entry.of(place.pk)


def change_authority(*, place_id: object, authority: str, since: date | None, by: Actor, until: date | None = None) -> Recorded[UUID]:
    """Another authority from `since`; the one before it ends the day before. Days without a row follow the pack's rule for the kind.

    Raises NotFound, NotAllowed, UnknownThing, DatesReversed, HistoryOverlaps, NothingNew, MergedAway.
    """
    with record("place.authority-changed", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        span = in_order(since, until)
        refuse_merged(place, since)
        authority_history(place.country, authority)
        rows = list(place.authorities.all())
        if any(row.authority == authority and row.span.holds(since or span.last) for row in rows):
            raise NothingNew()
        make_room(rows, span)
        PlaceAuthority(place=place, country=place.country, origin=place.origin, authority=authority, since=since, until=until).save()
        return entry.of(place.pk)


def close_place(*, place_id: object, on: date, by: Actor) -> Recorded[UUID]:
    """Closes a place; `on` is its last day. Raises NotFound, NotAllowed, AlreadyClosed, MergedAway."""
    with record("place.closed", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        refuse_merged(place, on)
        end_opening(place, on)
        refresh(place)
        return entry.of(place.pk)


def end_opening(place: Place, last: date) -> None:
    """Ends the open span on its last day. Raises AlreadyClosed when the place was not open on that day or closed already."""
    row = next((row for row in place.openings.all() if row.until is None and row.span.holds(last)), None)
    if row is None:
        raise AlreadyClosed(on=day(last))
    row.until = last
    row.save()


def reopen_place(*, place_id: object, on: date, by: Actor) -> Recorded[UUID]:
    """Opens a closed place again; `on` is its first day. Raises NotFound, NotAllowed, AlreadyOpen, MergedAway."""
    with record("place.reopened", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        refuse_merged(place, on)
        if any(row.span.last >= on for row in place.openings.all()):
            raise AlreadyOpen(on=day(on))
        PlaceOpening(place=place, country=place.country, origin=place.origin, since=on).save()
        refresh(place)
        return entry.of(place.pk)


def merge_places(*, place_id: object, into_id: object, on: date, by: Actor) -> Recorded[UUID]:
    """Makes a place a part of another from the day `on`; it closes the day before. Its record stays.

    Raises NotFound, NotAllowed, MergedWithItself, MergedAway, AlreadyOpen.
    """
    with record("place.merged", by=by, subject=("place", place_id)) as entry:
        place, into = two_places(place_id, into_id, by)
        if place.pk == into.pk:
            raise MergedWithItself()
        if into.country != place.country:
            raise NotFound()
        for each in (place, into):
            refuse_merged(each, date.max)
        leave(place, on)
        PlaceMerge(place=place, country=place.country, origin=place.origin, into=into, on=on).save()
        refresh(place)
        return entry.of(place.pk)


def leave(place: Place, on: date) -> None:
    """Ends the span that reaches the day, on the day before. Raises AlreadyOpen when the place opened on that day or later."""
    for row in place.openings.all():
        if row.since is not None and row.since >= on:
            raise AlreadyOpen(on=day(on))
        if row.span.last >= on:
            row.until = on - DAY
            row.save()


def two_places(place_id: object, into_id: object, by: Actor) -> tuple[Place, Place]:
    """Both places, locked in the order of their ids, so that two people merging crosswise wait and do not block each other."""
    found = {str(each): place_for(each, by) for each in sorted({str(place_id), str(into_id)})}
    return found[str(place_id)], found[str(into_id)]
