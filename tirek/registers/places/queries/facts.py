"""A place as facts: what it is, was called, stood under, held. Frozen values, so that a face can ask them about any day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tirek.foundation.jurisdictions.pack import AuthorityOn
from tirek.foundation.jurisdictions.queries import authority, responsible_authority, successor_on, today
from tirek.foundation.ledger.once import once
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.revisions import revised
from tirek.ground.rules.spans import Span
from tirek.ground.rules.words import Words
from tirek.registers.places.models import CORRECTED, Place, PlaceMerge, PlacePopulation, PlaceQuerySet


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name and its days."""

    span: Span
    name: Words


@dataclass(frozen=True, slots=True)
class AuthoritySpan:
    """An authority's code and the days for which it was written down for this place."""

    span: Span
    authority: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many people on a day; None is not known. `minors` are among the others."""

    counted_on: date
    capacity: int | None
    male: int | None
    female: int | None
    unknown: int | None
    minors: int | None
    source: str

    @property
    def total(self) -> int | None:
        """All people whose number is known; None where none is."""
        known = [figure for figure in (self.male, self.female, self.unknown) if figure is not None]
        return sum(known) if known else None

    @property
    def partial(self) -> bool:
        """Whether men or women were counted and the others were not: then there are at least `total` people."""
        return (self.male is None) != (self.female is None)


@dataclass(frozen=True, slots=True)
class EventTie:
    """The code of an event of the pack, and why the place has to do with it."""

    event: str
    note: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The other place of a merge and the first day as one place. The name is today's."""

    place_id: UUID
    name: Words
    on: date


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Everything the register knows about one place. Spans are in order of date."""

    id: UUID
    country: str
    origin: str
    name: Words
    kind: str
    region: str
    address: str
    latitude: Decimal | None
    longitude: Decimal | None
    unofficial: bool
    unofficial_reason: str
    opened_on: date | None
    closed_on: date | None
    source: str
    names: tuple[NameSpan, ...] = ()
    authorities: tuple[AuthoritySpan, ...] = ()
    openings: tuple[Span, ...] = ()
    counts: tuple[Count, ...] = ()
    events: tuple[EventTie, ...] = ()
    merged_into: Merge | None = None
    merged_here: tuple[Merge, ...] = ()

    def authority_code_on(self, on: date) -> str:
        """The code of the authority on that day: the place's own row, else the pack's rule for the kind; followed by its successor.

        Empty where neither names one (unofficial places).
        """
        return authority_code(self.country, self.kind, self.authorities, on)

    def authority_on(self, on: date) -> AuthorityOn | None:
        """The authority as it stood on that day."""
        code = self.authority_code_on(on)
        return authority(self.country, code, on) if code else None

    def name_on(self, on: date) -> Words:
        """What the place was called on that day; today's name where nothing is written for the day."""
        return called(self.names, self.name, on)

    def open_on(self, on: date) -> bool:
        """Whether the place was working on that day."""
        return any(span.holds(on) for span in self.openings)

    @property
    def revision(self) -> str:
        """The sign of what a correction would write anew: whoever began from another is told."""
        return revised(self, CORRECTED)

    @property
    def is_open(self) -> bool:
        """Whether the place is working today."""
        return self.open_on(today(self.country))

    @property
    def last_count(self) -> Count | None:
        """The newest count."""
        return self.counts[-1] if self.counts else None

    def count_on(self, on: date) -> Count | None:
        """The newest count of that day or before."""
        return next((count for count in reversed(self.counts) if count.counted_on <= on), None)


@dataclass(frozen=True, slots=True)
class PlaceThen:
    """What a visit says of its place: name and authority of one day, kind and region of today."""

    name: Words
    kind: str
    region: str
    authority_code: str


@once
def place(place_id: object, *, by: Actor, country: str) -> PlaceFacts:
    """One place. Raises NotFound, also for what may not be seen. Cost: 7 queries."""
    try:
        wanted = place_id if isinstance(place_id, UUID) else UUID(str(place_id))
    except ValueError:
        raise NotFound() from None
    found = whole(Place.objects.visible_to(by, country).filter(pk=wanted)).first()
    if found is None:
        raise NotFound()
    return facts(found)


@once
def place_then(place_id: UUID, *, country: str, on: date) -> PlaceThen:
    """A place as it stood on a day; raises NotFound. For rooms that have already made sure that their reader may see what stands there. Cost: 3 queries."""
    row = Place.objects.filter(country=country, pk=place_id).prefetch_related("names", "authorities").first()
    if row is None:
        raise NotFound()
    return PlaceThen(called(names_of(row), row.name, on), row.kind, row.region, authority_code(country, row.kind, authorities_of(row), on))


def authority_code(country: str, kind: str, authorities: Iterable[AuthoritySpan], on: date) -> str:
    """Whose a place of the kind is on a day: by its own rows, else by the pack's rule; followed by the successor."""
    own = next((row.authority for row in authorities if row.span.holds(on)), "")
    if not own:
        rule = responsible_authority(country, kind, on)
        own = rule.code if rule else ""
    return successor_on(country, own, on) if own else ""


def called(names: Iterable[NameSpan], now: Words, on: date) -> Words:
    """The name of the day, else today's."""
    return next((row.name for row in names if row.span.holds(on)), now)


def names_of(row: Place) -> tuple[NameSpan, ...]:
    """The place's names in order of date."""
    return tuple(sorted((NameSpan(one.span, one.name) for one in row.names.all()), key=lambda one: one.span.first))


def authorities_of(row: Place) -> tuple[AuthoritySpan, ...]:
    """The place's own authorities in order of date."""
    return tuple(sorted((AuthoritySpan(one.span, one.authority) for one in row.authorities.all()), key=lambda one: one.span.first))


@once
def one_with(place_id: UUID, *, country: str) -> dict[UUID, date]:
    """The place itself, what it became a part of and what became a part of it, each with the first day from which both are one.

    Nothing for a place of another country. For rooms that have already made sure that their reader may see what stands there. Cost: two queries.
    """
    if not Place.objects.filter(pk=place_id, country=country).exists():
        return {}
    rows = PlaceMerge.objects.filter(country=country).values_list("place", "into", "on")
    into = {part: (larger, on) for part, larger, on in rows}
    found, part, since = parts_of(place_id, into), place_id, date.min
    while part in into:
        part, on = into[part]
        found[part] = since = max(since, on)
    return found


def parts_of(place_id: UUID, into: Mapping[UUID, tuple[UUID, date]]) -> dict[UUID, date]:
    """What became a part of the place, also by way of others, with the first day as a part of it."""
    found = {place_id: date.min}
    while new := {part: max(on, found[larger]) for part, (larger, on) in into.items() if larger in found and part not in found}:
        found.update(new)
    return found


def place_names(place_ids: Iterable[object]) -> dict[str, Words]:
    """Today's names by id as text. For rooms that have already made sure that their reader may see what stands at these places."""
    return {str(key): name for key, name in Place.objects.filter(pk__in=set(place_ids)).values_list("pk", "name")}


def whole(found: PlaceQuerySet) -> PlaceQuerySet:
    """The places with all rows of their history."""
    return found.prefetch_related("names", "authorities", "openings", "populations", "events", "merged_here__place", "merge__into")


def facts(row: Place) -> PlaceFacts:
    """A place with its history as frozen values."""
    merge: PlaceMerge | None = getattr(row, "merge", None)
    return PlaceFacts(
        id=row.pk, country=row.country, origin=row.origin, name=row.name, kind=row.kind, region=row.region, address=row.address,
        latitude=row.latitude, longitude=row.longitude, unofficial=row.unofficial, unofficial_reason=row.unofficial_reason,
        opened_on=row.opened_on, closed_on=row.closed_on, source=row.source,
        names=names_of(row), authorities=authorities_of(row),
        openings=tuple(sorted((one.span for one in row.openings.all()), key=lambda one: one.first)),
        counts=tuple(sorted((count(one) for one in row.populations.all()), key=lambda one: one.counted_on)),
        events=tuple(EventTie(one.event, one.note) for one in row.events.all()),
        merged_into=Merge(merge.into.pk, merge.into.name, merge.on) if merge else None,
        merged_here=tuple(Merge(one.place.pk, one.place.name, one.on) for one in row.merged_here.all()),
    )  # fmt: skip


def count(row: PlacePopulation) -> Count:
    """A count as a frozen value."""
    return Count(row.counted_on, row.capacity, row.male, row.female, row.unknown, row.minors, row.source)
