"""Answers by year of the visit: counts over issued recommendations alone."""

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from tirek.followup.recommendations.models import Recommendation
from tirek.ground.rules.actors import Actor


def answered_by_year(*, by: Actor, country: str) -> dict[int, tuple[int, int]]:
    """By the year in which the visit began: how many visits have issued recommendations, and how many of them at least one answer. Cost: one query."""
    found = Recommendation.objects.issued_visible_to(by, country).order_by().annotate(year=ExtractYear("visit__starts_on")).values("year")
    rows = found.annotate(advised=Count("visit", distinct=True), answered=Count("visit", distinct=True, filter=~Q(word="none")))
    return {row["year"]: (row["advised"], row["answered"]) for row in rows}
