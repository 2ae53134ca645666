"""How many of somebody's tasks are late or today's: the number that a morning's mail may hold, counted from what the own page shows."""

from tirek.faces.desk.home.roles import has_tasks
from tirek.faces.desk.home.things import Asked
from tirek.faces.desk.home.views import gathered, own_visits
from tirek.foundation.jurisdictions.queries import in_zone, today
from tirek.foundation.people.queries import rights_to_decide
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.task_order import Urgency, grouped


def waiting(person: Actor) -> int:
    """In all countries of the person; for an administrator the rights that wait for a second person."""
    return sum(waiting_in(country, person) for country in sorted(person.countries))


def waiting_in(country: str, person: Actor) -> int:
    """In one country, by its own clock."""
    with in_zone(country):
        asked = Asked(person, country, today(country))
        if not has_tasks(asked):
            return sum(each.may_confirm for each in rights_to_decide(by=person, country=country))
        tasks = gathered(asked, own_visits(asked))
        return sum(len(things) for urgency, things in grouped(tasks, asked.today) if urgency in (Urgency.OVERDUE, Urgency.TODAY))
