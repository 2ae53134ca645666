"""The year of work: every visit as far as its story goes, then what became of the recommendations. It knows the order, not the texts."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from tirek.project.demonstration import followup, members, places, planning, reporting, seen, visits
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.told_visits import BEGUN, Visit


def load_year(done: Callable[[], None]) -> None:
    """Tells the visits that are not there yet and goes on with those that are; `done` is called after each. Again: changes nothing."""
    stands = visits.standing_entries()
    telling = Telling(places=places.places_by_code(), members=members.members_by_key(Telling()), visits=visits_by_code())
    for story in visits.stories():
        if story.code not in stands:
            with transaction.atomic():
                tell(story, telling)
        if story.reach == "reported":
            reporting.issue(story, telling.visits[story.code], telling)
        done()
    for story in visits.stories():
        followup.follow_up(story, telling)
    planning.tell_plan(telling)


def visits_by_code() -> dict[str, UUID]:
    """Ids of the told visits that stand, by what the files call them."""
    return {code: each.visit_id for code, each in visits.standing_entries().items() if each.visit_id}


def tell(story: Visit, telling: Telling) -> None:
    """One visit from its place in the plan to the signatures under its report."""
    visit = visits.plan(story, telling)
    if visit is None or story.reach not in BEGUN:
        return
    visits.begin(story, visit, telling)
    seen.tell(story, visit, telling)
    visits.end(story, visit, telling)
    reporting.draft(story, visit, telling)
