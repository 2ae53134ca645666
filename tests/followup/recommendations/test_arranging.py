"""What the mechanism arranges about an issued recommendation: another day, somebody's care, a theme; by whom, when, and what is refused."""

from datetime import timedelta

import pytest

from tests import world
from tests.accounts import account_of
from tests.followup.recommendations.making import ago, answer, draft, issued, read, today
from tests.people import analyst, auditor, foreigner, head, leader, member, secretary
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.refusals import (
    AnswerCame,
    DueGoneBy,
    DueTooFar,
    NoCaretaker,
    NotInForce,
    ReasonNeeded,
    StandsSoAlready,
    TextMayName,
    UnknownChoice,
)
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
WHY = "Ведомство попросило месяц письмом № 4."


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def move(key, days=30, by=secretary, reason=WHY, **given):
    return services.move_due(recommendation_id=key, due_on=today() + timedelta(days=days), reason=reason, by=by, **given)


def test_the_day_of_the_answer_moves_with_a_reason_and_the_days_before_stay(visit):
    key = issued(visit, days=200)
    first = read(key).due_on
    assert first < today() and queries.recommendations(by=head, country="demo", today=today())[0].overdue
    move(key)
    move(key, 40, by=head)
    assert read(key).due_on == today() + timedelta(days=40) and not queries.recommendations(by=head, country="demo", today=today())[0].overdue
    moves = queries.due_moves(key, by=leader)
    assert [(each.before, each.after - today(), each.moved_by) for each in moves] == [(first, timedelta(days=30), secretary.id), (today() + timedelta(days=30), timedelta(days=40), head.id)]
    assert {each.moved_by for each in queries.due_moves(key, by=analyst)} == {""}, "who does what is for the office and those who visit"
    entry = Entry.objects.filter(verb="recommendation.due-moved").last()
    assert (entry.subject, entry.country) == (str(key), "demo")


def test_what_is_refused_of_another_day(visit):
    waiting = draft(visit)
    with pytest.raises(NotInForce):
        move(waiting)
    key = issued(visit, number="Р-1")
    for refusal, given in (
        (ReasonNeeded, {"reason": " "}), (TextMayName, {"reason": "Просит мать осуждённого Петрова А.В."}), (DueGoneBy, {"days": -1}), (DueTooFar, {"days": 400}),
        (NotAllowed, {"by": leader}), (NotAllowed, {"by": analyst}), (NotFound, {"by": auditor}), (NotFound, {"by": foreigner}),
    ):  # fmt: skip
        with pytest.raises(refusal):
            move(key, **given)
    move(key, reason="Просит мать осуждённого Петрова А.В.", confirmed=True)
    with pytest.raises(StandsSoAlready):
        move(key)
    answer(key, "acknowledged")
    with pytest.raises(AnswerCame):
        move(key, 50)


def test_it_is_given_into_somebodys_care_who_has_a_part_in_the_mechanism(visit):
    key = issued(visit)
    for person in (member, analyst):
        account_of(person)
    services.hand_over(recommendation_id=key, caretaker=member.id, by=secretary)
    for refusal, given in ((StandsSoAlready, member.id), (NoCaretaker, analyst.id), (NoCaretaker, "nothing"), (NoCaretaker, "00000000-0000-0000-0000-000000000000")):
        with pytest.raises(refusal):
            services.hand_over(recommendation_id=key, caretaker=given, by=head)
    with pytest.raises(NotAllowed):
        services.hand_over(recommendation_id=key, caretaker="", by=member)

    def found(by, caretaker):
        return [each.caretaker for each in queries.recommendations(by=by, country="demo", today=today(), filters=queries.Filters(caretaker=caretaker))]

    assert found(leader, member.id) == [member.id] and found(leader, "nobody") == found(leader, head.id) == []
    assert found(analyst, member.id) == found(analyst, "nobody") == [], "no filter tells an analyst who does what"
    assert (read(key, by=leader).caretaker, read(key, by=analyst).caretaker) == (member.id, "")
    services.hand_over(recommendation_id=key, caretaker="", by=head)
    assert found(leader, "nobody") == [""]


def test_a_theme_is_an_area_of_examination(visit):
    key = issued(visit)
    services.set_theme(recommendation_id=key, theme="living_conditions", by=secretary)
    for refusal, theme, by in ((StandsSoAlready, "living_conditions", head), (UnknownChoice, "weather", head), (NotAllowed, "", leader)):
        with pytest.raises(refusal):
            services.set_theme(recommendation_id=key, theme=theme, by=by)
    assert [each.id for each in queries.recommendations(by=analyst, country="demo", today=today(), filters=queries.Filters(theme="living_conditions"))] == [key]
    services.withdraw(recommendation_id=key, reason="Здание снесено.", by=head)
    with pytest.raises(NotInForce):
        services.set_theme(recommendation_id=key, theme="", by=head)
    assert read(key).issued_on == ago(60)
