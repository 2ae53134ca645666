"""The people of a body are reminded of answers that fall due and of what they promised to carry out, on the same days as the mechanism's own. It is a number for each account, and no more."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from tirek.followup.recommendations.queries import bodies_doing_on, bodies_due_on
from tirek.followup.recommendations.reminding import STEPS
from tirek.foundation.people.queries import accounts_of_bodies


def reminders(country: str, today: date) -> Mapping[str, int]:
    """How many such days each account has. Cost: 3 queries, each of an index."""
    people = accounts_of_bodies(country)
    if not people:
        return {}
    found: Counter[str] = Counter()
    days = [today + timedelta(days=step) for step in STEPS]
    for chain, count in (*bodies_due_on(country, days, today), *bodies_doing_on(country, days, today)):
        for account in next((people[code] for code in chain if code in people), ()):
            found[account] += count
    return found
