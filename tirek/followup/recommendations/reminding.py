"""Of which days of recommendations somebody is reminded: an answer or a verification that falls due in a week, today, or fell due yesterday or thirty days ago.

Whoever follows a recommendation up is reminded of it; of those in nobody's care the office is. It is a number for each account, and no more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tirek.followup.recommendations.models import Recommendation
from tirek.followup.recommendations.queries.due import look_clock
from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import OFFICE

STEPS = (7, 0, -1, -30)
"""Days before the day, and after it."""
FARTHEST = 4 * 366


def reminders(country: str, today: date) -> Mapping[str, int]:
    """How many such days each account has. Cost: 3 queries, each of an index."""
    days = [today + timedelta(days=step) for step in STEPS]
    issued = Recommendation.objects.filter(country=country, state="issued").order_by()
    carers = [
        *issued.filter(word="none", due_on__in=days).values_list("caretaker", flat=True),
        *issued.filter(waiting__country=country, waiting__since__in=list(sinces(country, days, today))).values_list("caretaker", flat=True),
    ]
    return shared(Counter(carers), country)


def sinces(country: str, days: Iterable[date], today: date) -> Iterable[date]:
    """The days from which a verification falls due on one of these."""
    wanted = set(days)
    for back in range(FARTHEST):
        since = today - timedelta(days=back)
        ends = look_clock(country, since, today)
        if ends and ends.due in wanted:
            yield since


def shared(carers: Counter[str], country: str) -> Mapping[str, int]:
    """By account: what is in nobody's care, or in that of somebody who serves no more, is the office's, each of whom is told."""
    serving = account_roles(country)
    found = Counter({account: count for account, count in carers.items() if account in serving})
    orphaned = carers.total() - found.total()
    for account, roles in serving.items() if orphaned else ():
        found[account] += orphaned if roles & OFFICE else 0
    return found
