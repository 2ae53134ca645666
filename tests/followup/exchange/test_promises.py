"""What a body promised on its own page, by letter and by spreadsheet, and what its people are told of the clock: its own words alone, nothing that the mechanism verified."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.accounts import account_of
from tests.followup.exchange.making import ahead, focal, prepare, read, service_focal, service_head, shelter, stranger
from tests.followup.recommendations import making
from tests.people import head, minister, secretary
from tirek.followup.exchange import services
from tirek.followup.exchange.reminding import reminders
from tirek.followup.recommendations import queries
from tirek.followup.recommendations.queries import BodyFilters, Filters
from tirek.followup.recommendations.services import delegate
from tirek.foundation.jurisdictions.queries import due, work_calendar

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def promise(about, *days, word="accepted", by=service_head):
    steps = tuple(services.Plan(f"Шаг {number}", ahead(each)) for number, each in enumerate(days))
    prepare(about, word=word, by=by, steps=steps)
    services.send_reply(recommendation_id=about, country="demo", by=by, revision=1)


def working(on):
    return work_calendar("demo").working_day_from(on)


def over(by, on, **filters):
    return [each.id for each in queries.addressed(by=by, country="demo", today=on, filters=BodyFilters(doing_over=True, **filters))]


def mechanism(about):
    return queries.clocks_of(making.read(about), making.today())[0]


def test_the_last_step_of_a_sent_reply_is_the_day_and_a_draft_is_none(about):
    prepare(about, by=service_head, steps=(services.Plan("Закупить", ahead(10)), services.Plan("Установить", ahead(30))))
    assert mechanism(about) is None and read(about, by=service_focal).doing is None
    services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)
    assert (mechanism(about).day, mechanism(about).named) == (ahead(30), True)
    assert read(about, by=service_focal).doing == mechanism(about)


def test_a_later_reply_with_another_day_moves_it_and_one_without_steps_does_not(about):
    promise(about, 10)
    promise(about, 60, word="in_progress")
    assert mechanism(about).day == ahead(60)
    promise(about, word="in_progress")
    assert mechanism(about).day == ahead(60)


def test_what_a_body_reads_of_its_clock_stays_the_same_whatever_is_verified_until_it_is_told(about):
    promise(about, 10)
    before = (read(about, by=service_focal).doing, over(service_focal, ahead(40)), queries.promise_counts(by=service_focal, country="demo", today=ahead(40)))
    found = making.verify(about, "implemented")
    assert (read(about, by=service_focal).doing, over(service_focal, ahead(40)), queries.promise_counts(by=service_focal, country="demo", today=ahead(40))) == before
    assert mechanism(about) is None
    services.tell_verification(recommendation_id=about, country="demo", verification_id=found, by=secretary)
    assert read(about, by=service_focal).doing is None and over(service_focal, ahead(40)) == []


def test_its_people_are_reminded_though_the_mechanism_verified_and_no_more_once_they_were_told(about):
    for each in (service_focal, stranger):
        account_of(each)
    promise(about, 40)
    found = making.verify(about, "implemented")
    ends = working(ahead(40))
    assert {step for step in (-8, -7, -1, 0, 1, 2, 30, 31) if reminders("demo", ends + step * DAY).get(service_focal.id)} == {-7, 0, 1, 30}
    assert stranger.id not in reminders("demo", ends)
    services.tell_verification(recommendation_id=about, country="demo", verification_id=found, by=secretary)
    assert reminders("demo", ends) == {}


def test_the_list_counts_what_is_over_and_what_is_near_and_nobody_elses(about, ministry):
    promise(about, 40)
    ends = working(ahead(40))
    counts = [queries.promise_counts(by=service_focal, country="demo", today=on) for on in (ends - 8 * DAY, ends - 7 * DAY, ends, ends + DAY)]
    assert counts == [(0, 0), (0, 1), (0, 1), (1, 0)]
    assert over(service_focal, ends + DAY) == over(focal, ends + DAY) == [about]
    assert over(stranger, ends + DAY) == [] and over(service_focal, ends) == []


def test_a_body_that_is_only_asked_to_prepare_reads_no_day_that_the_one_above_named(ministry):
    making.answer(ministry, named_until=ahead(20))
    delegate(recommendation_id=ministry, country="demo", to="lum-prison-service", by=minister)
    assert read(ministry, by=shelter).doing.day == ahead(20)
    assert read(ministry, by=service_focal).doing is None and over(service_focal, ahead(60)) == []


def test_a_reply_of_the_last_second_of_a_day_and_one_a_second_later_run_from_different_days(about, monkeypatch):
    midnight = timezone.make_aware(datetime.combine(ahead(1), datetime.min.time()), timezone.get_fixed_timezone(300))
    for moment, day in ((midnight - timedelta(seconds=1), making.today()), (midnight, ahead(1))):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment.astimezone(UTC))
        prepare(about, by=service_head, word="claimed_implemented")
        services.send_reply(recommendation_id=about, country="demo", by=service_head, revision=1)
        promise(about)
        found = queries.clocks_of(making.read(about), day)[0]
        monkeypatch.undo()
        assert (found.day, found.clock.due) == (day, due("demo", "implementation", day))


def test_what_is_asked_of_the_list_of_the_mechanism_is_the_same_for_a_day_from_the_page(about):
    promise(about, 10)
    asked = {"by": head, "country": "demo", "today": ahead(40), "filters": Filters(doing_over=True)}
    assert [each.id for each in queries.recommendations(**asked)] == [about] and queries.counts(**asked).total == 1


