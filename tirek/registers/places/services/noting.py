"""What is noted about a place on a day: how many people it held, and which events it has to do with."""

from datetime import date
from uuid import UUID

from tirek.foundation.jurisdictions.queries import events
from tirek.foundation.ledger.services import Recorded, record
from tirek.foundation.ui.formats import day, number
from tirek.ground.rules.actors import Actor
from tirek.registers.places.models import PlaceEvent, PlacePopulation
from tirek.registers.places.refusals import AlreadyCounted, AlreadyTied, CountEmpty, CountWrong, EventUnknown
from tirek.registers.places.services.finding import place_for, refuse_ahead
from tirek.registers.places.services.keeping import keep_passages


def record_population(
    *,
    place_id: object,
    counted_on: date,
    by: Actor,
    capacity: int | None = None,
    male: int | None = None,
    female: int | None = None,
    unknown: int | None = None,
    minors: int | None = None,
    source: str = "",
    replaces_because: str = "",
    names_nobody: str = "",
) -> Recorded[UUID]:
    """A count of a day. What is not known stays None. `unknown` are people whose sex is not known; `minors` are among the others.

    A second count of the same day replaces the first only with a reason, which is kept beside the source.
    `names_nobody`: why passages of both stay that could name somebody.
    Raises NotFound, NotAllowed, DayAhead, CountEmpty, CountWrong, AlreadyCounted, PassagesUndecided.
    """
    with record("place.counted", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        refuse_ahead(counted_on, place.country)
        check_count(capacity, (male, female, unknown), minors)
        before = place.populations.filter(counted_on=counted_on).first()
        if before and not replaces_because.strip():
            raise AlreadyCounted(on=day(counted_on))
        row = before or PlacePopulation(place=place, country=place.country, origin=place.origin, counted_on=counted_on)
        row.capacity, row.male, row.female, row.unknown, row.minors = capacity, male, female, unknown, minors
        row.source = "\n".join(text.strip() for text in (source, replaces_because) if text.strip())
        keep_passages(about=row.pk, country=place.country, texts=(source, replaces_because), because=names_nobody, by=by)
        row.save()
        return entry.of(row.pk)


def check_count(capacity: int | None, people: tuple[int | None, ...], minors: int | None) -> None:
    """Raises CountEmpty, CountWrong."""
    if all(figure is None for figure in (capacity, minors, *people)):
        raise CountEmpty()
    known = [figure for figure in people if figure is not None]
    if minors is not None and known and None not in people[:2] and minors > sum(known):
        raise CountWrong(minors=number(minors), total=number(sum(known)))


def tie_to_event(*, place_id: object, event: str, by: Actor, note: str = "", names_nobody: str = "") -> Recorded[UUID]:
    """Says that a place has to do with an event of the pack. `names_nobody`: why passages of the note stay that could name somebody.

    Raises NotFound, NotAllowed, EventUnknown, AlreadyTied, PassagesUndecided.
    """
    with record("place.tied", by=by, subject=("place", place_id)) as entry:
        place = place_for(place_id, by)
        if event not in {one.id for one in events(place.country)}:
            raise EventUnknown()
        if place.events.filter(event=event).exists():
            raise AlreadyTied()
        row = PlaceEvent(place=place, country=place.country, origin=place.origin, event=event, note=note.strip())
        keep_passages(about=row.pk, country=place.country, texts=(row.note,), because=names_nobody, by=by)
        row.save()
        return entry.of(row.pk)
