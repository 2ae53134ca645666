"""Telling the places of Lumeria: each whole in one transaction, so that a load that was killed goes on where it stopped."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.project.demonstration import told
from tirek.project.demonstration.reading import list_of
from tirek.project.demonstration.telling import COUNTRY, Telling, standing_places
from tirek.registers.places import services
from tirek.registers.places.queries import place

INVENTED = "Вымысел для демонстрации"


def stories() -> tuple[told.Place, ...]:
    """All places of the told country."""
    return list_of("places.yaml", told.Place)


def load_places(done: Callable[[], None]) -> None:
    """Enters the places that are not there yet, by the secretariat; then the merges. `done` is called after each."""
    telling = Telling()
    known = standing_places()
    for story in stories():
        if story.name.in_("ru") not in known:
            with transaction.atomic():
                tell(story, telling)
        done()
    ids = places_by_code()
    for story in stories():
        if story.merged and place(ids[story.code], by=telling.actor("secretary"), country=COUNTRY).merged_into is None:
            services.merge_places(
                place_id=ids[story.code], into_id=ids[story.merged.into], on=story.merged.on, by=telling.actor("secretary")
            )


def places_by_code() -> dict[str, UUID]:
    """Ids of the told places that stand, by their code in the files."""
    known = standing_places()
    return {story.code: known[story.name.in_("ru")] for story in stories() if story.name.in_("ru") in known}


def tell(story: told.Place, telling: Telling) -> None:
    """One place with its history."""
    by = telling.actor("secretary")
    first, *later = story.authorities or (None,)
    place_id = services.register_place(
        country=COUNTRY, name=story.first_name or story.name, kind=story.kind, region=story.region, by=by, address=story.address,
        unofficial_reason=story.unofficial_reason, opened_on=story.opened, source=INVENTED,
    ).value  # fmt: skip
    for name in story.names:
        services.rename_place(place_id=place_id, name=name.name, since=name.since, by=by)
    for under in filter(None, (first, *later)):
        services.change_authority(place_id=place_id, authority=under.authority, since=under.since, by=by)
    count(place_id, story, telling)
    if story.tie:
        services.tie_to_event(place_id=place_id, event=story.tie.event, note=story.tie.note, by=by)
    if story.closed:
        services.close_place(place_id=place_id, on=story.closed, by=by)
    if story.reopened:
        services.reopen_place(place_id=place_id, on=story.reopened, by=by)


def count(place_id: UUID, story: told.Place, telling: Telling) -> None:
    """The counts of a place; one whose day is still ahead is left out."""
    for each in story.counts:
        on = each.on or telling.january(each.back or 0)
        if on <= telling.today:
            services.record_population(
                place_id=place_id, counted_on=on, by=telling.actor("secretary"), capacity=each.capacity, male=each.male,
                female=each.female, unknown=each.unknown, minors=each.minors, source=INVENTED,
            )  # fmt: skip
