"""What became of the recommendations that were issued in some days: counts alone, each with what it is a part of."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.queries.rates import in_force
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.rates import SILENT


@dataclass(frozen=True, slots=True)
class IssuedCounts:
    """Of those issued in the days: all, and how many of them say what an earlier report said; of those in force whose day of the answer is past, how many there
    are and have an answer; of the visits that these came of, how many there are and have at least one. That a letter was received is no answer.
    """

    issued: int
    repeating: int
    due: int
    answered: int
    due_visits: int
    answered_visits: int


def issued_counts(*, by: Actor, country: str, since: date, until: date, today: date) -> IssuedCounts:
    """The counts of what was issued in these days, as it stands today. Cost: 3 queries."""
    mine = Recommendation.objects.issued_visible_to(by, country).filter(issued_on__gte=since, issued_on__lte=until).order_by()
    said = ~Q(word__in=SILENT)
    due = in_force(by, country, since, until).filter(due_on__lt=today).aggregate(
        due=Count("pk"), answered=Count("pk", filter=said),
        due_visits=Count("visit", distinct=True), answered_visits=Count("visit", distinct=True, filter=said),
    )  # fmt: skip
    return IssuedCounts(issued=mine.count(), repeating=mine.filter(thread_place__place__gt=1).count(), **due)


def overdue_counts(*, by: Actor, country: str, today: date) -> tuple[int, int]:
    """Of all in force whose day of the answer is past, whenever they were issued: how many have no word at all, not even that the letter came, and how many there are. Cost: one query of an index."""
    found = in_force(by, country, None, None).filter(due_on__lt=today).aggregate(silent=Count("pk", filter=Q(word="none")), due=Count("pk"))
    return found["silent"], found["due"]
