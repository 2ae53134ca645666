"""What waits on visits for their people, and for nobody else."""

from datetime import UTC, datetime, timedelta

import pytest

from tests import world
from tests.people import EVERYBODY, deputy, doctor, head, leader, member, secretary
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.services.findings import Observation

pytestmark = pytest.mark.django_db
DELEGATION = {leader, member, doctor}
OFFICE = {head, secretary}


@pytest.fixture
def team():
    return world.members()


@pytest.fixture
def place():
    return world.prison()


def those_who_find(ask):
    return {person for person in (*EVERYBODY, deputy) if ask(by=person, country="demo")}


def test_my_visits_are_those_alone_that_i_go_on_or_organise(place, team):
    hidden, open_ = world.planned(place, team), world.planned(place, team, announced=True)
    mine = queries.VisitFilters(mine=True)
    for person in (leader, member, doctor, deputy):
        assert {each.id for each in queries.visits(by=person, country="demo", filters=mine)} == {hidden, open_}
    assert those_who_find(lambda **asked: queries.visits(**asked, filters=mine)) == DELEGATION | {deputy}
    assert {each.id for each in queries.visits(by=head, country="demo")} == {open_}


def test_an_urgent_measure_waits_for_those_who_may_note_it_until_it_is_sent_and_answered(place, team):
    visit = world.begun(place, team)
    what = Words.of({"ru": "Перевести в больницу."})
    seen = datetime.now(UTC) - timedelta(hours=3)
    made = services.send_urgent_measure(visit_id=visit, what=what, authority_code="lum-care", observed_at=seen, by=leader).value
    assert those_who_find(queries.running_measures) == DELEGATION | OFFICE | {deputy}
    (waits,) = queries.running_measures(by=leader, country="demo")
    assert (waits.visit_id, waits.measure.id) == (visit, made) and waits.place_name.best("ru") == "Тарноборский исправительный дом"
    services.answer_urgent_measure(measure_id=made, sent_at=datetime.now(UTC), by=leader)
    assert those_who_find(queries.running_measures) == DELEGATION | OFFICE | {deputy}
    (waits,) = queries.running_measures(by=doctor, country="demo")
    assert waits.measure.answer_due == waits.measure.sent_at + timedelta(hours=24)
    services.answer_urgent_measure(measure_id=made, answered_at=datetime.now(UTC), by=leader)
    assert those_who_find(queries.running_measures) == set()


def test_passages_wait_for_the_visit_s_people_and_wordings_for_its_doctor(place, team):
    visit = world.begun(place, team)
    assert those_who_find(queries.waiting_texts) == set()
    services.add_finding(visit_id=visit, seen=world.seen("Осуждённый Петров В. С. просил очки."), by=leader)
    medical = Observation(area="living_conditions", text=Words(), sources=("records", "own_eyes"), medical=True)
    services.add_finding(visit_id=visit, seen=medical, by=leader)
    assert those_who_find(queries.waiting_texts) == DELEGATION | {deputy}
    assert {each.name: [(one.passages > 0, one.wordings) for one in queries.waiting_texts(by=each, country="demo")] for each in (leader, doctor)} == {
        "leader": [(True, 0)],
        "doctor": [(True, 1)],
    }


def test_many_visits_cost_no_more_questions(place, team, django_assert_max_num_queries):
    for _ in range(4):
        visit = world.begun(place, team)
        services.add_finding(visit_id=visit, seen=world.seen("Осуждённый Петров В. С. просил очки."), by=leader)
    with django_assert_max_num_queries(5):
        assert len(queries.waiting_texts(by=leader, country="demo")) == 4
