"""Two at the same moment: the second one is told in a sentence that it is there already, and nothing stands twice."""

import pytest

from tests import world
from tests.followup.international import making
from tests.followup.recommendations import making as national
from tests.insight.reports.test_at_once import at_once, refused, shared_database
from tests.people import head, leader, secretary
from tirek.followup.international import queries, services
from tirek.foundation.ledger.verification import verify

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shared_database")]
__all__ = ["shared_database"]


@pytest.fixture
def team():
    return world.members()


def test_one_link_made_by_four_stands_once(team):
    paragraph = making.old()
    national.issued(world.concluded(world.prison(), team), number="3/2026")
    outcomes = at_once(*(lambda: services.link_national(paragraph_id=paragraph, number="3/2026-1", by=leader) for _turn in range(4)))
    assert refused(outcomes) == 3, outcomes
    assert len(making.thread(paragraph).parts[0].national) == 1 and verify().holds


def test_one_link_taken_back_by_two_is_taken_back_once(team):
    paragraph = making.old()
    national.issued(world.concluded(world.prison(), team), number="3/2026")
    link = making.link(paragraph, number="3/2026-1")
    outcomes = at_once(*(lambda: services.end_link(paragraph_id=paragraph, link_id=link, by=leader) for _turn in range(2)))
    assert refused(outcomes) == 1, outcomes


def test_one_paragraph_entered_by_four_stands_once(team):
    report = making.report(making.review())
    outcomes = at_once(*(lambda: services.enter_paragraph(report_id=report, number="45", text=making.words("Т."), by=secretary) for _turn in range(4)))
    assert refused(outcomes) == 3, outcomes
    assert len(queries.paragraphs(report, by=head)) == 1 and verify().holds


def test_one_report_entered_by_four_stands_once(team):
    review = making.review()
    outcomes = at_once(*(lambda: making.report(review, symbol="Q/1") for _turn in range(4)))
    assert refused(outcomes) == 3, outcomes
    assert len(queries.review(review, by=head).reports) == 1 and verify().holds


def test_one_reader_of_the_log_named_by_four_is_named_once(team):
    outcomes = at_once(*(lambda: services.name_contact_reader(country="demo", account=leader.id, by=head) for _turn in range(4)))
    assert refused(outcomes) == 3, outcomes
    assert len(queries.contact_readers(by=head, country="demo")) == 1 and verify().holds
