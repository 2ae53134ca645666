"""On whatever day the demonstration is loaded, its days are in order: the services would refuse them otherwise."""

from datetime import date, timedelta

import pytest

from tirek.foundation.jurisdictions.queries import due
from tirek.project.demonstration.reporting import after
from tirek.project.demonstration.telling import COUNTRY, Telling
from tirek.project.demonstration.told_visits import ENDED
from tirek.project.demonstration.visits import days_of, stories

pytestmark = pytest.mark.pure
DAYS = [date(2026, 11, 25) + timedelta(days=step) for step in range(0, 366)]
BY_CODE = {story.code: story for story in stories()}


def wrong(today: date) -> list[str]:
    """What would be out of order if the demonstration were loaded on that day."""
    telling, found, issued = Telling(today=today), [], {}
    for story in stories():
        if story.hours_ago:
            continue
        first, last = days_of(story, telling)
        if not first <= last or (story.reach in ENDED and last > today) or (story.reach == "planned" and first <= today):
            found.append(f"{story.code}: {first} to {last}")
        told = story.report
        if told is None or told.frozen_after is None:
            continue
        frozen = after(story, told.frozen_after, telling)
        signed = [after(story, each.after, telling) for each in told.signed]
        if not last <= frozen <= min(signed) or max(signed) > today:
            found.append(f"{story.code}: ended {last}, frozen {frozen}, signed {signed}")
        if told.missing and today <= due(COUNTRY, "signature", frozen):
            found.append(f"{story.code}: a signature is missing before its term is over")
        if told.issued_after is not None:
            issued[story.code] = after(story, told.issued_after, telling)
            if not max(signed) <= issued[story.code] <= today:
                found.append(f"{story.code}: signed {signed}, issued {issued[story.code]}")
    return found + [line for code, on in issued.items() for line in followed(code, on, telling)]


def followed(code: str, issued: date, telling: Telling) -> list[str]:
    """Answers and verifications that would be dated before the issue, before each other, or in the future."""
    found = []
    for told in BY_CODE[code].recommendations:
        days = [day for each in told.answers for day in (telling.day(each.said), telling.day(each.received))]
        days = [issued, *days, telling.today]
        checks = [(issued, telling.day(each.day), telling.today) for each in told.verifications]
        if days != sorted(days) or any(not before <= day <= today for before, day, today in checks):
            found.append(f"{told.code}: {days} {checks}")
        for each in told.verifications:
            if each.visit and telling.day(each.day) < days_of(BY_CODE[each.visit], telling)[0]:
                found.append(f"{told.code}: verified before the visit {each.visit}")
    return found


@pytest.mark.parametrize("month", range(12))
def test_every_day_of_a_year_is_a_good_day_to_load(month):
    assert [line for day in DAYS[month * 30 : (month + 1) * 30 + 6] for line in wrong(day)] == []
