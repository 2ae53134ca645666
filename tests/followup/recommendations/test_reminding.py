"""Reminders of days: a week before, on the day, the day after, thirty days after; to whoever watches over them, as a number and no more."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from tests.accounts import account_of
from tests.followup.recommendations import making
from tests.people import analyst, deputy, head, leader, member, secretary
from tirek.followup.recommendations.reminding import reminders
from tirek.followup.recommendations.services import hand_over, move_due
from tirek.foundation.jurisdictions.queries import due
from tirek.foundation.notices import reminding
from tirek.foundation.notices.letters import sentences
from tirek.foundation.notices.models import Notice
from tirek.foundation.notices.services import write_reminders
from tirek.foundation.people.services import disable_account
from tirek.ground.rules.actors import SYSTEM

pytestmark = pytest.mark.django_db
BOTH = {"head": 1, "deputy": 1, "secretary": 1}
"""The office, each of whom is told."""
LUMERIA = timezone.get_fixed_timezone(300)


@pytest.fixture
def due_in_ten(issued):
    """Its answer falls due in ten days."""
    for each in (head, secretary, leader, member, analyst):
        account_of(each)
    on = making.today() + timedelta(days=10)
    move_due(recommendation_id=issued, due_on=on, reason="Просили время.", by=secretary)
    return issued, on


def counts(on):
    found = reminders("demo", on)
    return {who.name: number for who in (head, deputy, secretary, leader, member, analyst) if (number := found.get(who.id, 0))}


def morning(on, hour=8):
    return datetime.combine(on, time(hour), LUMERIA).astimezone(UTC)


def test_the_office_is_reminded_of_what_is_in_nobodys_care_on_four_days_alone(due_in_ten):
    _made, on = due_in_ten
    told = {step: counts(on + timedelta(days=step)) for step in range(-9, 41)}
    assert {step: found for step, found in told.items() if found} == dict.fromkeys((-7, 0, 1, 30), BOTH)


def test_whoever_follows_it_up_is_reminded_instead_and_after_that_the_office_again(due_in_ten):
    made, on = due_in_ten
    hand_over(recommendation_id=made, caretaker=member.id, by=secretary)
    assert counts(on) == {"member": 1}
    disable_account(account_id=member.id, country="demo", by=SYSTEM)
    assert counts(on) == BOTH


def test_an_answer_ends_its_reminders_and_begins_those_of_the_verification(due_in_ten):
    made, on = due_in_ten
    making.answer(made, "claimed_implemented")
    assert counts(on) == {}
    ends = due("demo", "verification", making.today())
    told = {step: found for step in range(-40, 41) if (found := counts(ends + timedelta(days=step)))}
    assert told == dict.fromkeys((-7, 0, 1, 30), BOTH)
    making.verify(made, "implemented")
    assert counts(ends) == {}


def test_everybody_is_told_once_a_morning_on_the_own_page(due_in_ten, monkeypatch):
    monkeypatch.setattr(reminding, "_sources", [reminders])
    _made, on = due_in_ten
    assert write_reminders(morning(on, hour=6)) == 0
    assert [write_reminders(morning(on) + timedelta(minutes=10 * step)) for step in range(3)] == [3, 0, 0]
    assert {(str(each.account_id), each.kind, each.count) for each in Notice.objects.filter(kind="reminder")} == {(who.id, "reminder", 1) for who in (head, deputy, secretary)}
    assert write_reminders(morning(on + timedelta(days=1))) == 3 and write_reminders(morning(on + timedelta(days=2))) == 0


def test_what_goes_wrong_in_one_country_keeps_no_other_from_being_told(due_in_ten, monkeypatch):
    _made, on = due_in_ten
    monkeypatch.setattr(reminding, "_sources", [lambda country, today: reminders(country, today) if country == "demo" else 1 // 0])
    assert write_reminders(morning(on)) == 3


def test_the_mail_says_the_number_alone():
    told = " ".join(sentences("reminder", 3, ""))
    assert "3 days that you watch over are near or past." in told and "2026" not in told


def test_whoever_watches_over_days_of_two_countries_is_told_of_all_of_them_at_once(due_in_ten, monkeypatch):
    """Kyrgyzstan's morning comes an hour before Kazakhstan's: who has days in both waits for the later one."""
    days = {"kz": {secretary.id: 3, head.id: 1}, "kg": {secretary.id: 2, leader.id: 4}}
    monkeypatch.setattr(reminding, "_sources", [lambda country, _today: days.get(country, {})])
    on = making.today()
    early, later = (datetime.combine(on, time(hour), UTC) for hour in (1, 2))  # 7 o'clock in Bishkek, 7 o'clock in Almaty
    assert [write_reminders(early), write_reminders(later), write_reminders(later + timedelta(hours=9))] == [1, 2, 0]
    assert {(str(each.account_id), each.count) for each in Notice.objects.filter(kind="reminder")} == {(leader.id, 4), (secretary.id, 5), (head.id, 1)}
    assert write_reminders(later + timedelta(days=1)) == 3
