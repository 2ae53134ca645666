"""Two at the same moment: one letter stands once, one part is read once, one rung is taken once; and whoever names a row waits for nobody who writes it."""

import pytest

from tests import world
from tests.followup.letters import making
from tests.followup.recommendations.making import answer, read, today
from tests.insight.reports.test_at_once import at_once, refused, shared_database
from tests.people import deputy, head, leader, member, secretary
from tirek.followup.letters import queries, services
from tirek.followup.recommendations import services as recommendations
from tirek.foundation.ledger.verification import verify

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shared_database")]
__all__ = ["shared_database"]


@pytest.fixture
def three():
    return making.three(world.prison("Дом писем"), world.members())


def test_one_letter_entered_by_two_stands_once(three):
    outcomes = at_once(*(lambda who=who: making.letter(three, by=who) for who in (secretary, head, deputy)))
    assert refused(outcomes) == 2, outcomes
    assert queries.count(by=head, country="demo") == 1 and verify().holds


def test_one_part_read_by_two_is_one_answer(three):
    letter = making.letter(three[:1])
    (part,) = queries.letter(letter, by=head, today=today()).parts
    outcomes = at_once(*(lambda who=who: services.read_part(item_id=part.id, word="accepted", by=who) for who in (secretary, head)))
    assert refused(outcomes) == 1, outcomes
    assert len(read(three[0]).answers) == 1 and verify().holds


def test_one_rung_taken_by_two_is_one_decision(three):
    answer(three[0], "rejected", days=2)
    asked = {"country": "demo", "rung": "head_of_body", "body": "lum-prison-service", "about": list(three[:1]), "reason": "Отказ без причины."}
    outcomes = at_once(*(lambda who=who: services.take_further(**asked, by=who) for who in (head, deputy)))
    assert refused(outcomes) == 1, outcomes
    assert queries.escalation_count(by=head, country="demo") == 1 and verify().holds


def test_one_recommendation_named_twice_at_once_stands_in_the_letter_once(three):
    letter = making.letter(three[:1])
    outcomes = at_once(*(lambda who=who: services.add_parts(letter_id=letter, about=[three[1], three[2]], by=who) for who in (secretary, head)))
    assert refused(outcomes) == 0, outcomes
    assert len(queries.letter(letter, by=head, today=today()).parts) == 3


@pytest.mark.slow
def test_answers_and_letters_about_one_recommendation_never_wait_for_each_other(three):
    """Letters and papers name the recommendations after an entry of the ledger, answers and handovers hold these before: each used to wait for the other."""
    often = range(30)
    acts = (
        lambda: [answer(three[0], "accepted", days=1 + turn, letter_number=f"A{turn}") for turn in often],
        lambda: [making.letter(three[:1], number=f"L{turn}", pages=1) for turn in often],
        lambda: [recommendations.hand_over(recommendation_id=three[0], caretaker=(member, leader)[turn % 2].id, by=secretary) for turn in often],
        lambda: [services.write_paper(country="demo", kind="transmittal", body="lum-prison-service", language="ru", about=three[:1], by=secretary) for turn in often],
    )
    assert refused(at_once(*acts)) == 0
    assert verify().holds
