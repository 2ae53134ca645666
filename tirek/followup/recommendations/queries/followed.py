"""What falls due of the recommendations that a person follows up: for the person's own calendar, which programs outside the house read. Numbers and days alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tirek.followup.recommendations.models import Looked, sees_issued
from tirek.followup.recommendations.queries.clocks import again_end, again_until, doing_end, doing_until, doings
from tirek.followup.recommendations.queries.due import awaited_answers, look_clock, looks_due
from tirek.ground.rules.actors import Actor

DAY = timedelta(days=1)
MOST = 200
"""Of each sort: whoever follows up more works from the list."""


@dataclass(frozen=True, slots=True)
class FollowedDay:
    """The day on which an answer (`answer`), a verification (`verification`), carrying out (`doing`) or another look (`again`) of a recommendation falls due."""

    id: UUID
    number: str
    what: str
    on: date


def followed_days(*, by: Actor, country: str, first: date, last: date, today: date) -> tuple[FollowedDay, ...]:
    """Those from `first` to `last`, the earliest first. Cost: four queries."""
    awaited = awaited_answers(by, country, last).filter(caretaker=by.id, due_on__gte=first).order_by("due_on", "number")
    found = [FollowedDay(key, number, "answer", on) for key, number, on in awaited.values_list("pk", "number", "due_on")[:MOST] if on]
    looks = looks_due(by, country, today, last).filter(caretaker=by.id).order_by("-waiting__since", "number")
    for key, number, since in looks.values_list("pk", "number", "waiting__since")[:MOST]:
        clock = look_clock(country, since, today)
        if clock and first <= clock.due <= last:
            found.append(FollowedDay(key, number, "verification", clock.due))
    own = {"recommendation__caretaker": by.id, "country": country}
    doing = doings(by, country).filter(doing_until(country, last), **own).exclude(doing_until(country, first - DAY)).select_related("recommendation")
    found += [FollowedDay(each.pk, each.recommendation.number, "doing", on) for each in doing[:MOST] if (on := doing_end(each))]
    ages = Looked.objects.filter(again_until(country, last), **own).exclude(again_until(country, first - DAY)).select_related("recommendation")
    found += [FollowedDay(each.pk, each.recommendation.number, "again", on) for each in ages[:MOST] if sees_issued(by, country) and (on := again_end(each))]
    return tuple(sorted(found, key=lambda each: (each.on, each.number, each.what)))
