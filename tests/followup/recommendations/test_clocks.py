"""The clocks of carrying out and of looking again: what the body named or else the pack's term; what was verified ages. Each row kept beside is made by the acts themselves."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import world
from tests.accounts import account_of
from tests.followup.recommendations import making
from tests.people import analyst, focal, head, member, nobody, secretary
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.queries import Filters, followed_days
from tirek.followup.recommendations.queries.clocks import end_within, within
from tirek.followup.recommendations.refusals import NamedBeforeLetter
from tirek.followup.recommendations.reminding import reminders
from tirek.followup.recommendations.services import hand_over, withdraw
from tirek.foundation.jurisdictions.queries import due, holidays_within, work_calendar

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ahead(days):
    return making.today() + days * DAY


def clocks(about, on=None):
    return queries.clocks_of(making.read(about), on or making.today())


def listed(on, by=head, **filters):
    return [each.id for each in queries.recommendations(by=by, country="demo", today=on, filters=Filters(**filters))]


def counted(on, by=head, **filters):
    return queries.counts(by=by, country="demo", today=on, filters=Filters(**filters)).total


def working(on):
    return work_calendar("demo").working_day_from(on)


def test_the_day_that_the_letter_names_is_the_clock_and_stands_beside_the_answer(issued):
    making.answer(issued, named_until=ahead(40))
    doing, _looked = clocks(issued)
    assert (doing.day, doing.named, doing.clock.due, doing.authority) == (ahead(40), True, working(ahead(40)), "lum-prison-service")
    assert making.read(issued).answers[-1].named_until == ahead(40)


def test_without_a_day_the_packs_term_runs_from_the_receipt_of_the_first_promise(issued):
    making.answer(issued, days=30)
    making.answer(issued, "in_progress", days=3)
    doing, _looked = clocks(issued)
    assert (doing.day, doing.named, doing.clock.due) == (making.ago(30), False, due("demo", "implementation", making.ago(30)))


@given(st.lists(st.integers(5, 90), min_size=2, max_size=5, unique=True))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_of_answers_of_one_day_the_one_that_was_entered_last_holds(issued, days):
    with transaction.atomic():
        for day in days:
            making.answer(issued, named_until=ahead(day))
        told = making.read(issued).answers
        assert [each.named_until for each in told] == [ahead(day) for day in days] and clocks(issued)[0].day == ahead(days[-1])
        transaction.set_rollback(True)


@pytest.mark.parametrize("word", ["acknowledged", "rejected", "claimed_implemented"])
def test_a_day_beside_a_word_that_promises_nothing_is_not_kept(issued, word):
    making.answer(issued, word, named_until=ahead(40))
    assert clocks(issued)[0] is None and making.read(issued).answers[-1].named_until is None


def test_a_letter_names_no_day_that_was_over_when_it_was_written(issued):
    with pytest.raises(NamedBeforeLetter):
        making.answer(issued, days=3, named_until=making.ago(4))
    making.answer(issued, days=3, named_until=making.ago(3))


def test_it_is_over_on_the_day_after_and_not_on_the_day_itself(issued):
    making.answer(issued, named_until=ahead(40))
    last = working(ahead(40))
    assert listed(last, doing_over=True) == [] and counted(last, doing_over=True) == 0
    assert listed(last + DAY, doing_over=True) == [issued] and counted(last + DAY, doing_over=True) == 1
    assert [clocks(issued, on)[0].clock.overdue for on in (last, last + DAY)] == [False, True]


def test_a_day_on_a_holiday_is_over_after_the_next_working_day(issued):
    holiday = next(day for day in sorted(holidays_within("demo", ahead(7), ahead(400))) if work_calendar("demo").is_off(day))
    making.answer(issued, named_until=holiday)
    ends = working(holiday)
    assert ends > holiday and clocks(issued)[0].clock.due == ends
    assert [on for on in (holiday, holiday + DAY, ends, ends + DAY) if listed(on, doing_over=True)] == [ends + DAY]
    assert [each.clock.due for each in queries.due_doings(by=head, country="demo", today=making.today(), until=ends, size=9)] == [ends]


def test_what_is_withdrawn_after_an_answer_has_no_clock_any_more(issued):
    making.answer(issued, named_until=ahead(3))
    making.verify(issued, "not_implemented")
    withdraw(recommendation_id=issued, reason="Помещение закрыто.", by=head)
    assert clocks(issued) == (None, None)
    assert not listed(ahead(900), doing_over=True) and not listed(ahead(900), again=True) and reminders("demo", ahead(3)) == {}


def test_what_was_verified_as_done_is_no_longer_to_be_carried_out_though_the_word_stays(issued):
    making.answer(issued, named_until=ahead(3))
    making.verify(issued, "partially_implemented", days=1)
    assert listed(ahead(30), doing_over=True) == [issued]
    making.verify(issued, "implemented")
    assert listed(ahead(30), doing_over=True) == [] and clocks(issued)[0] is None
    assert queries.due_doing_count(by=head, country="demo", until=ahead(30)) == 0


@pytest.mark.parametrize("outcome", ["implemented", "partially_implemented", "not_implemented"])
def test_a_verified_fact_is_due_for_another_look_after_the_packs_time_for_what_was_found(issued, outcome):
    making.verify(issued, outcome, days=2)
    ends = due("demo", f"again-{outcome}", making.ago(2))
    assert (clocks(issued)[1].day, clocks(issued)[1].clock.due) == (making.ago(2), ends)
    assert [clocks(issued, on)[1].due for on in (ends - DAY, ends)] == [False, True]
    assert listed(ends - DAY, again=True) == [] and listed(ends, again=True) == [issued]
    assert [queries.again_count(by=head, country="demo", today=on) for on in (ends - DAY, ends)] == [0, 1]


def test_not_carried_out_is_looked_at_sooner_and_no_longer_needed_never(issued):
    making.verify(issued, "not_implemented", days=1)
    sooner = clocks(issued)[1].clock.due
    making.verify(issued, "implemented")
    assert clocks(issued)[1].clock.due > sooner
    making.verify(issued, "obsolete")
    assert clocks(issued)[1] is None and listed(ahead(4000), again=True) == []


def test_a_look_entered_late_does_not_make_the_fact_older(issued):
    making.verify(issued, "implemented", days=5)
    making.verify(issued, "not_implemented", days=30)
    assert (clocks(issued)[1].outcome, clocks(issued)[1].day) == ("implemented", making.ago(5))


def test_the_list_tells_both_clocks_of_its_lines_and_the_cut_stays(issued):
    making.answer(issued, named_until=ahead(3))
    making.verify(issued, "not_implemented")
    (line,) = queries.recommendations(by=head, country="demo", today=making.today(), size=5)
    assert (line.doing.day, line.looked.day) == (ahead(3), making.today())
    later = ahead(900)
    for stranger in (nobody, focal):
        assert not listed(later, by=stranger, doing_over=True) and not counted(later, by=stranger, again=True)
        assert queries.again_count(by=stranger, country="demo", today=later) == queries.due_doing_count(by=stranger, country="demo", until=later) == 0
        assert queries.again_at(world.prison(), by=stranger, country="demo", today=later) is None


def test_whoever_plans_a_visit_there_sees_what_to_look_at_again_the_oldest_first(db):
    place, team = world.prison(), world.members()
    issued = making.issued(world.concluded(place, team))
    second = making.issued(world.concluded(place, team), number="Р-2")
    for made, days in ((issued, 10), (second, 20)):
        making.verify(made, "not_implemented", days=days)
    lines, count = queries.again_at(place, by=head, country="demo", today=ahead(400))
    assert ([each.id for each in lines], count) == ([second, issued], 2)
    assert queries.again_at(place, by=head, country="demo", today=ahead(400), size=1)[1] == 2
    assert queries.again_at(world.prison("Другой дом"), by=head, country="demo", today=ahead(400)) is None
    assert queries.again_at(place, by=head, country="demo", today=making.today()) is None


def told(last, who):
    return {step for step in (-8, -7, -1, 0, 1, 2, 30, 31) if reminders("demo", last + step * DAY).get(who.id)}


def test_whoever_follows_it_up_is_reminded_a_week_before_on_the_day_the_day_after_and_thirty_days_after(issued):
    for each in (head, member, analyst):
        account_of(each)
    hand_over(recommendation_id=issued, caretaker=member.id, by=secretary)
    making.answer(issued, named_until=ahead(40))
    making.verify(issued, "not_implemented")
    ends = working(ahead(40))
    look = due("demo", "again-not_implemented", making.today())
    assert told(ends, member) == told(look, member) == {-7, 0, 1, 30}
    assert told(ends, analyst) == set()


def test_the_own_calendar_has_both_days_once_each(issued):
    account_of(member)
    hand_over(recommendation_id=issued, caretaker=member.id, by=secretary)
    making.answer(issued, "in_progress", named_until=ahead(40))
    making.verify(issued, "not_implemented")
    found = followed_days(by=member, country="demo", first=ahead(-1), last=ahead(400), today=making.today())
    days = {each.what: each.on for each in found}
    assert days == {"doing": working(ahead(40)), "again": due("demo", "again-not_implemented", making.today())}
    assert [each.what for each in followed_days(by=member, country="demo", first=days["again"], last=days["again"], today=making.today())] == ["again"]


def test_a_country_whose_pack_lays_down_no_time_has_no_clock_and_no_error():
    assert end_within([], "term", date(2026, 1, 1)) is None
    assert str(within("sort", "day", [("term", ())])) == "(AND: ('pk__in', []))"


def test_what_waits_to_be_looked_at_is_no_second_task_unless_the_body_named_a_day(issued):
    making.answer(issued, days=2)
    asked = {"by": head, "country": "demo", "until": ahead(900)}
    assert queries.due_doing_count(**asked) == 0 and listed(ahead(900), doing_over=True) == [issued]
    making.verify(issued, "not_implemented", days=1)
    assert queries.due_doing_count(**asked) == 1
    making.answer(issued, "in_progress", named_until=ahead(9))
    assert [each.doing.named for each in queries.due_doings(**asked, today=making.today(), size=9)] == [True]
