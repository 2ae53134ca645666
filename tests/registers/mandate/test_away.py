"""Days on which members are away: who enters them, what crosses, and who sees them."""

from datetime import date

import pytest

from tests import world
from tests.people import analyst, conflicted, doctor, foreigner, head, leader, member, secretary
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.registers.mandate.away import absences, absences_of
from tirek.registers.mandate.refusals import AbsenceCrosses, AbsenceTooLong, TermReversed
from tirek.registers.mandate.services import enter_absence, take_back_absence

pytestmark = pytest.mark.django_db
DAYS = {"since": date(2026, 5, 4), "until": date(2026, 5, 8)}


def seen(by):
    return [(one.since, one.until) for one in absences(by=by, country="demo", first=date(2026, 5, 8), last=date(2026, 6, 1))]


def test_a_member_enters_own_days_and_the_office_anybodys_and_nobody_says_why():
    team = world.members()
    made = enter_absence(member_id=team["member"], **DAYS, by=member).value
    enter_absence(member_id=team["doctor"], **DAYS, by=secretary)
    for person, error in ((leader, NotAllowed), (analyst, NotFound), (foreigner, NotFound)):
        with pytest.raises(error):
            enter_absence(member_id=team["conflicted"], **DAYS, by=person)
        with pytest.raises(error):
            take_back_absence(absence_id=made, by=person)
    assert len(seen(head)) == len(seen(conflicted)) == 2 and seen(analyst) == seen(foreigner) == []
    take_back_absence(absence_id=made, by=member)
    assert len(seen(head)) == 1 and absences_of(team["member"], by=doctor, country="demo") == ()
    with pytest.raises(NotFound):
        take_back_absence(absence_id=made, by=member)


def test_days_that_cross_run_backwards_or_last_for_more_than_a_year_are_refused():
    team = world.members()
    enter_absence(member_id=team["member"], **DAYS, by=member)
    wrong = {AbsenceCrosses: (date(2026, 5, 8), date(2026, 5, 9)), TermReversed: (date(2026, 6, 2), date(2026, 6, 1)), AbsenceTooLong: (date(2026, 6, 2), date(2027, 6, 9))}
    for error, (since, until) in wrong.items():
        with pytest.raises(error):
            enter_absence(member_id=team["member"], since=since, until=until, by=member)
    enter_absence(member_id=team["member"], since=date(2026, 5, 9), until=date(2026, 5, 9), by=member)
