"""What the page of a team says and does not say: a leader who cannot sign in, languages that nobody stated, and the true reason of a refusal."""

import pytest
from django.test import Client

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.people import analyst, deputy, head, leader, member, secretary
from tirek.foundation.people.services import disable_account
from tirek.ground.rules.actors import SYSTEM
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import LeaderCannotSignIn
from tirek.registers.mandate.services import enter_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return Client()


def stranger():
    """A member who has no account."""
    return enter_member(
        country="demo", name="Ясон Вель", profession="forensic", sex="male", languages=["ru"], term_since=world.date(2020, 1, 1), by=secretary
    ).value


def test_a_member_without_an_account_is_not_chosen_as_leader(client, place, team):
    visit = world.planned(place, team, announced=True)
    who = stranger()
    with pytest.raises(LeaderCannotSignIn):
        services.set_delegation(visit_id=visit, delegates=[(who, "leader"), (team["member"], "member")], by=deputy)
    sign_in(client, deputy)
    others = {f"role_{each}": "stays" for each in team.values()} | {"revision": queries.visit(visit, by=deputy).team_revision}
    code, told = send(client, "visit-team-edit", visit, **{**others, f"role_{who}": "leader", f"role_{team['leader']}": "member"})
    assert code == 422 and "Ясон Вель has no account in use" in told and "another member" in told
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (who, "member")], by=deputy)


def test_a_leader_whose_account_was_closed_later_is_told_on_the_page_and_replaced(client, place, team):
    visit = world.begun(place, team)
    sign_in(client, secretary)
    assert "has no account in use" not in page(client, "visit-team", visit)[1]
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    assert "Leader has no account in use" in page(client, "visit-team", visit)[1]
    others = [(team["member"], "leader"), (team["doctor"], "doctor")]
    services.set_delegation(visit_id=visit, delegates=others, by=secretary)
    services.end(visit_id=visit, by=member)


@pytest.mark.parametrize("bring", [world.planned, world.begun], ids=["planned", "under way"])
def test_the_overview_lists_that_the_leader_cannot_sign_in(client, place, team, bring):
    visit = bring(place, team, announced=True)
    sign_in(client, secretary)
    assert "Leader cannot sign in" not in page(client, "visit", visit)[1]
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    told = page(client, "visit", visit)[1]
    assert "Choose another leader: Leader cannot sign in" in told and "Everything for the next step is here" not in told
    assert "The delegation has a leader" not in told


def test_who_led_a_visit_that_has_ended_stays_its_leader(place, team):
    visit = world.concluded(place, team)
    disable_account(account_id=leader.id, country="demo", by=SYSTEM)
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (team["doctor"], "doctor")], by=secretary)


def test_languages_that_are_not_stated_are_not_said_to_be_spoken(client, place, team):
    visit = world.planned(place, team, announced=True)
    sign_in(client, deputy)
    told = page(client, "visit-team", visit)[1]
    assert "the languages of the place are not stated" in told and "State the languages of the place" in told
    assert "the languages of the place, and nobody" not in told
    services.prepare_visit(visit_id=visit, joint_with_spt=False, languages=["ru"], by=deputy)
    assert "are not stated" not in page(client, "visit-team", visit)[1]


def test_a_reader_who_is_told_no_warnings_is_not_told_that_there_are_none(client, place, team):
    visit = world.concluded(place, team)
    services.mark_reported(visit_id=visit, by=leader)
    sign_in(client, analyst)
    code, told = page(client, "visit-team", visit)
    assert code == 200 and "There is none" not in told


def test_the_team_is_named_by_the_profession_of_the_register(client, place, team):
    visit = world.planned(place, team, announced=True)
    services.set_delegation(visit_id=visit, delegates=[(team["leader"], "leader"), (stranger(), "doctor")], by=deputy)
    sign_in(client, deputy)
    for name in ("visit-team", "visit-team-edit"):
        assert "forensic" in page(client, name, visit)[1].lower(), name


@pytest.mark.parametrize(("name", "begun", "sentence"), [
    ("visit-organisers", True, "no longer being prepared"), ("visit-begin", True, "no longer being prepared"),
    ("visit-begin", False, "Only the leader of the delegation"), ("visit-end", False, "under way can be ended"),
])  # fmt: skip
def test_a_refusal_tells_the_true_reason(client, place, team, name, begun, sentence):
    visit = (world.begun if begun else world.planned)(place, team, announced=True)
    sign_in(client, head)
    code, told = page(client, name, visit)
    assert code == 403 and sentence in told and "Your role does not allow" not in told
