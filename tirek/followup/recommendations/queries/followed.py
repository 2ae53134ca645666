"""What falls due of the recommendations that a person follows up: for the person's own calendar, which programs outside the house read. Numbers and days alone."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tirek.followup.recommendations.queries.due import awaited_answers, look_clock, looks_due
from tirek.ground.rules.actors import Actor

MOST = 200
"""Of each sort: whoever follows up more works from the list."""


@dataclass(frozen=True, slots=True)
class FollowedDay:
    """The day on which an answer (`answer`) or a verification (`verification`) of a recommendation falls due."""

    id: UUID
    number: str
    what: str
    on: date


def followed_days(*, by: Actor, country: str, first: date, last: date, today: date) -> tuple[FollowedDay, ...]:
    """Those from `first` to `last`, the earliest first. Cost: two queries."""
    awaited = awaited_answers(by, country, last).filter(caretaker=by.id, due_on__gte=first).order_by("due_on", "number")
    found = [FollowedDay(key, number, "answer", on) for key, number, on in awaited.values_list("pk", "number", "due_on")[:MOST] if on]
    looks = looks_due(by, country, today, last).filter(caretaker=by.id).order_by("-waiting__since", "number")
    for key, number, since in looks.values_list("pk", "number", "waiting__since")[:MOST]:
        clock = look_clock(country, since, today)
        if clock and first <= clock.due <= last:
            found.append(FollowedDay(key, number, "verification", clock.due))
    return tuple(sorted(found, key=lambda each: (each.on, each.number, each.what)))
