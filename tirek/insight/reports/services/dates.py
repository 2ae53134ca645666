"""Days that services of reports compare: nothing is dated in the future, nothing before the visit's end."""

from datetime import date

from tirek.foundation.jurisdictions.queries import today
from tirek.records.visits.queries import VisitFacts


def last_day(visit: VisitFacts) -> date:
    """The day on which the visit ended."""
    return today(visit.country, visit.ended_at) if visit.ended_at else visit.ends_on
