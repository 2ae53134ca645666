"""Of which days of recommendations somebody is reminded: an answer, a verification, carrying out or another look that falls due in a week, today, or fell due yesterday or thirty days ago.

Whoever follows a recommendation up is reminded of it; of those in nobody's care the office is. It is a number for each account, and no more.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from tirek.followup.recommendations.models import Looked, Recommendation
from tirek.followup.recommendations.queries.clocks import again_on, doing_on, looks_on, told_of
from tirek.foundation.people.queries import account_roles
from tirek.ground.rules.actors import OFFICE

STEPS = (7, 0, -1, -30)
"""Days before the day, and after it."""


def reminders(country: str, today: date) -> Mapping[str, int]:
    """How many such days each account has. Cost: 5 queries, each of an index."""
    days = [today + timedelta(days=step) for step in STEPS]
    issued = Recommendation.objects.filter(country=country, state="issued").order_by()
    carers = [
        *issued.filter(word="none", due_on__in=days).values_list("caretaker", flat=True),
        *issued.filter(looks_on(country, days, "waiting__"), waiting__country=country).values_list("caretaker", flat=True),
        *told_of(country).filter(doing_on(country, days)).values_list("recommendation__caretaker", flat=True),
        *Looked.objects.filter(again_on(country, days), country=country).values_list("recommendation__caretaker", flat=True),
    ]
    return shared(Counter(carers), country)


def shared(carers: Counter[str], country: str) -> Mapping[str, int]:
    """By account: what is in nobody's care, or in that of somebody who serves no more, is the office's, each of whom is told."""
    serving = account_roles(country)
    found = Counter({account: count for account, count in carers.items() if account in serving})
    orphaned = carers.total() - found.total()
    for account, roles in serving.items() if orphaned else ():
        found[account] += orphaned if roles & OFFICE else 0
    return found
