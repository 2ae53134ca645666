"""Further organisers of a visit that is prepared: who may name them, until when, and who then knows of the visit."""

import pytest

from tests import world
from tests.accounts import account_of
from tests.people import analyst, auditor, deputy, foreigner, head, leader, member, secretary
from tirek.foundation.ledger.queries import entries
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.records.visits import queries, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    for person in (analyst, deputy, foreigner, head, secretary):
        account_of(person)
    return world.planned(world.prison(), world.members())


def name(visit, *people, by=leader):
    return services.name_organisers(visit_id=visit, accounts=[each.id for each in people], by=by)


def test_the_leader_names_a_further_organiser_who_then_knows_of_the_visit(visit):
    with pytest.raises(NotFound):
        queries.visit(visit, by=secretary)
    name(visit, secretary)
    assert queries.visit(visit, by=secretary).id == visit
    assert queries.part(visit, by=secretary).prepares
    assert set(queries.organisers(visit, by=leader)) == {leader.id, deputy.id, secretary.id}
    with pytest.raises(NotFound):
        queries.visit(visit, by=head)


def test_a_head_who_organises_names_others_and_nobody_else_does(visit):
    for who in (head, secretary, analyst, foreigner):
        with pytest.raises(NotFound):
            name(visit, head, by=who)
    with pytest.raises(NotAllowed):
        name(visit, head, by=member)
    name(visit, secretary, by=deputy)
    with pytest.raises(NotAllowed):
        name(visit, head, by=secretary)
    name(visit, head, by=deputy)
    assert queries.visit(visit, by=head).id == visit


def test_nobody_is_named_twice_or_taken_away(visit):
    name(visit, secretary)
    name(visit, secretary, deputy)
    assert len(queries.organisers(visit, by=leader)) == 3


@pytest.mark.parametrize("stranger", [analyst.id, foreigner.id, "no-such-account", ""])
def test_only_a_colleague_who_could_organise_is_named(visit, stranger):
    with pytest.raises(NotFound):
        services.name_organisers(visit_id=visit, accounts=[secretary.id, stranger], by=leader)
    assert set(queries.organisers(visit, by=leader)) == {leader.id, deputy.id}


def test_once_the_visit_has_begun_there_is_nothing_to_keep_and_nobody_is_named(visit):
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    with pytest.raises(IllegalMove):
        name(visit, secretary)


def test_the_ledger_keeps_it_and_tells_nobody_outside_before_the_visit_begins(visit):
    name(visit, secretary)

    (before,) = entries(by=auditor, country="demo", size=1).entries
    assert before.veiled and (before.actor, before.verb, before.subject, before.at) == ("", "", "", None)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    assert entries(by=auditor, country="demo", verb="visit.organisers-named").entries[0].actor == leader.id
    assert "visit.organisers-named" in [each.verb for each in queries.history(visit, by=head)]
