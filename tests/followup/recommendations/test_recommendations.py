"""Recommendations: drafts that rest on findings, clocks by the country's calendar, two axes that never merge, missions as sourced."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import world
from tests.people import EVERYBODY, analyst, conflicted, doctor, foreigner, head, leader, member, secretary
from tirek.followup.recommendations import queries, services
from tirek.followup.recommendations.refusals import (
    BasisNeeded,
    BeforeIssue,
    DateAhead,
    EvidenceNeeded,
    Frozen,
    NoAddressee,
    RecommendationChanged,
    RecommendationTextNeeded,
    RecommendationTooLong,
    UnknownChoice,
)
from tirek.followup.recommendations.services.drafts import Proposal
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, VERIFICATION
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits

pytestmark = pytest.mark.django_db
MECHANISM = {head, secretary, leader, conflicted, member, doctor, analyst}


@pytest.fixture
def visit():
    return world.concluded(world.prison(), world.members())


def today():
    return timezone.localdate()


def proposal(visit, **given_):
    finding = visits.findings(visit, by=leader)[0].id
    words = Words.of({"ru": "До 1 марта установить в камерах светильники.", "kk": "Камераларға шам орнату."})
    return Proposal(**{"text": words, "addressee": "lum-prison-service", "findings": (finding,), **given_})


def draft(visit, **given_):
    return services.draft_recommendation(visit_id=visit, made=proposal(visit, **given_), by=leader).value


def issued(visit):
    recommendation = draft(visit)
    services.issue(visit_id=visit, report_number="Р-1", on=today(), by=leader)
    return recommendation


def read(recommendation, by=head):
    return queries.recommendation(recommendation, by=by, today=today())


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"text": Words()}, RecommendationTextNeeded),
        ({"text": Words.of({"ru": "я" * 8001})}, RecommendationTooLong),
        ({"addressee": "nobody"}, NoAddressee),
        ({"findings": ()}, BasisNeeded),
        ({"priority": "soon"}, UnknownChoice),
        ({"kind": "wish"}, UnknownChoice),
    ],
)
def test_what_a_draft_lacks_is_refused(visit, wrong, refusal):
    with pytest.raises(refusal):
        draft(visit, **wrong)
    assert queries.visit_recommendations(visit, by=leader, today=today()) == ()


def test_a_finding_of_another_visit_is_no_basis(visit):
    other = world.concluded(world.prison("Велисадский дом"), dict(zip(("leader", "member", "doctor"), team_of(visit), strict=True)))
    foreign = visits.findings(other, by=leader)[0].id
    with pytest.raises(BasisNeeded):
        draft(visit, findings=(foreign,))


def team_of(visit):
    roles = {each.role: each.member_id for each in visits.visit(visit, by=leader).delegation}
    return roles["leader"], roles["member"], roles["doctor"]


def test_the_suggested_addressee_is_the_place_s_authority_on_the_visit_s_day(visit):
    code, now = queries.suggested_addressee(visit, by=leader, today=today())
    assert code == visits.visit(visit, by=leader).authority_code and now


def test_drafts_are_seen_with_their_visit_and_issued_ones_by_the_mechanism(visit):
    recommendation = draft(visit)
    for person in EVERYBODY:
        if person in {head, secretary, leader, member, doctor}:
            assert read(recommendation, person)
        else:
            with pytest.raises(NotFound):
                read(recommendation, person)
    services.issue(visit_id=visit, report_number="Р-1", on=today(), by=leader)
    for person in EVERYBODY:
        listed = queries.recommendations(by=person, country="demo", today=today())
        assert bool(listed) == (person in MECHANISM), person.name
        assert queries.tally(by=person, country="demo").total == len(listed)
        assert bool(queries.due_answers(by=person, country="demo", today=today())) == (person in MECHANISM)
    assert queries.recommendations(by=foreigner, country="kz", today=today()) == ()


def test_an_issued_one_is_numbered_dated_and_frozen(visit):
    recommendation = issued(visit)
    facts = read(recommendation)
    assert (facts.number, facts.issued_on, facts.state) == ("Р-1-1", today(), "issued") and facts.due_on > today()
    with pytest.raises(Frozen):
        services.edit_draft(recommendation_id=recommendation, made=proposal(visit), revision=facts.revision, by=leader)
    with pytest.raises(IllegalMove):
        services.drop_draft(recommendation_id=recommendation, by=leader)


def test_two_writers_at_once_the_second_is_told(visit):
    recommendation = draft(visit)
    services.edit_draft(recommendation_id=recommendation, made=proposal(visit, priority="high"), revision=1, by=leader)
    with pytest.raises(RecommendationChanged):
        services.edit_draft(recommendation_id=recommendation, made=proposal(visit, priority="urgent"), revision=1, by=member)


def answer(recommendation, word, by=secretary, on=None, **given_):
    on = on or today()
    return services.record_answer(recommendation_id=recommendation, word=word, said_on=on, received_on=on, by=by, **given_)


def found(recommendation, outcome, by=leader, **given_):
    asked = {"verified_on": today(), "way": "documents", "text": "Светильники осмотрены.", **given_}
    return services.verify(recommendation_id=recommendation, outcome=outcome, by=by, **asked)


def test_an_authority_s_word_and_the_verification_are_two_facts(visit):
    recommendation = issued(visit)
    answer(recommendation, "claimed_implemented")
    found(recommendation, "not_implemented")
    facts = read(recommendation)
    assert (facts.word, facts.verification) == ("claimed_implemented", "not_implemented")
    assert verify_ledger().holds


def test_impossible_dates_missing_evidence_and_strangers_are_refused(visit):
    recommendation = issued(visit)
    with pytest.raises(DateAhead):
        answer(recommendation, "accepted", on=today() + timedelta(days=1))
    with pytest.raises(BeforeIssue):
        answer(recommendation, "accepted", on=today() - timedelta(days=1))
    with pytest.raises(EvidenceNeeded):
        found(recommendation, "implemented", text=" ")
    with pytest.raises(NotAllowed):
        answer(recommendation, "accepted", by=member)
    with pytest.raises(NotAllowed):
        found(recommendation, "implemented", by=analyst)
    with pytest.raises(UnknownChoice):
        answer(recommendation, "done")
    assert (read(recommendation).word, read(recommendation).verification) == ("none", "not_verified")


moves = st.lists(st.one_of(st.sampled_from(AUTHORITY_WORD.states[1:]), st.sampled_from(VERIFICATION.states[1:])), max_size=8)


@pytest.mark.slow
@given(moves)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sequence_of_moves_on_one_axis_ever_moves_the_other(db, moves):
    from django.db import transaction

    with transaction.atomic():
        visit = world.concluded(world.prison(), world.members(), findings=1)
        recommendation = issued(visit)
        word, verification = "none", "not_verified"
        for number, move in enumerate(moves):  # each says something of its own: what says the same is not entered twice
            try:
                (answer if move in AUTHORITY_WORD.states else found)(recommendation, move, text=f"Ход {number}.")
            except IllegalMove:
                continue
            if move in AUTHORITY_WORD.states:
                word = move
            else:
                verification = move
            facts = read(recommendation)
            assert (facts.word, facts.verification) == (word, verification)
        transaction.set_rollback(True)


def test_an_answer_that_came_is_no_longer_due(visit):
    recommendation = issued(visit)
    assert [each.id for each in queries.due_answers(by=head, country="demo", today=today())] == [recommendation]
    answer(recommendation, "acknowledged")
    assert queries.due_answers(by=head, country="demo", today=today()) == ()


def test_missions_are_loaded_once_and_seen_in_their_country_alone():
    assert services.load_missions(by=SYSTEM).value == 2
    assert services.load_missions(by=SYSTEM).value == 0
    assert [each.year for each in queries.missions(by=foreigner, country="kz")] == [2023, 2016]
    assert queries.missions(by=head, country="kz") == () == queries.missions(by=head, country="demo")
    newest = queries.missions(by=foreigner, country="kz")[0]
    assert newest.report_symbol == "CAT/OP/KAZ/ROSP/1" and str(newest.report_published) == "2025-04-07"
