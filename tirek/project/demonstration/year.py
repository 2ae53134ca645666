"""The year of work: every visit as far as its story goes. It knows the order, not the texts."""

from collections.abc import Callable

from django.db import transaction

from tirek.project.demonstration import seen, visits
from tirek.project.demonstration.telling import Telling
from tirek.project.demonstration.told_visits import BEGUN, Visit


def load_year(done: Callable[[], None]) -> None:
    """Tells the visits that are not there yet; `done` is called after each. Again: changes nothing."""
    telling = Telling()
    for story in visits.stories():
        if story.code not in visits.standing_entries():
            with transaction.atomic():
                tell(story, telling)
        done()


def tell(story: Visit, telling: Telling) -> None:
    """One visit from its place in the plan to its end."""
    _, visit = visits.plan(story, telling)
    if visit is None or story.reach not in BEGUN:
        return
    visits.begin(story, visit, telling)
    seen.tell(story, visit, telling)
    visits.end(story, visit, telling)
