"""Entering a mission or a review that no pack tells of. What a pack tells it does not touch."""

from datetime import date
from uuid import UUID

from tirek.followup.international.models import PROCEDURES, Review
from tirek.followup.international.policies import check_may_enter
from tirek.followup.international.refusals import DaysOfAnotherYear, DaysTurned, ReviewUnclear
from tirek.followup.recommendations.texts import passages
from tirek.foundation.jurisdictions.queries import today
from tirek.foundation.ledger.services import Recorded, record
from tirek.ground.rules.actors import Actor
from tirek.ground.rules.words import Words

EARLIEST = 1950


def enter_review(
    *, country: str, procedure: str, body: Words, name: Words, year: int, by: Actor, first_day: date | None = None, last_day: date | None = None, joint: bool = False,
    confirmed: bool = False,
) -> Recorded[UUID]:  # fmt: skip
    """A mission or a review; `joint`: the mechanism took part in visits of the delegation. `confirmed`: the writer has looked at what in its names could name a person.

    Raises NotAllowed, ReviewUnclear, DaysTurned, DaysOfAnotherYear, PassagesUndecided.
    """
    with record("international.review-entered", by=by, country=country) as act:
        check_may_enter(by, country)
        check_review(country, procedure=procedure, body=body, name=name, year=year, first_day=first_day, last_day=last_day)
        act.purpose = passages(body, name, confirmed=confirmed)
        row = Review(country=country, procedure=procedure, body=body, name=name, year=year, first_day=first_day, last_day=last_day or first_day, joint=joint)
        row.save()
        act.about("review", row.pk)
        return act.of(row.pk)


def check_review(country: str, *, procedure: str, body: Words, name: Words, year: int, first_day: date | None, last_day: date | None, joint: bool = False) -> None:
    """Raises ReviewUnclear, DaysTurned, DaysOfAnotherYear."""
    if procedure not in PROCEDURES or not EARLIEST <= year <= today(country).year + 1 or not body or not name:
        raise ReviewUnclear
    if first_day and last_day and last_day < first_day:
        raise DaysTurned
    if (last_day and not first_day) or (first_day and year not in (first_day.year, (last_day or first_day).year)):
        raise DaysOfAnotherYear
