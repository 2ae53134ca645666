"""The exchange on a memory stick: marked rows, a covering letter, each row judged before it is entered."""

import pytest

from tests import world
from tests.followup.exchange.sheets import brought, fill, filled_of_body, of_body, said
from tests.followup.recommendations import making
from tests.people import analyst, focal, head, leader, secretary
from tirek.followup.exchange import queries, services
from tirek.followup.exchange.refusals import NotTheSheet, SheetEntered
from tirek.followup.exchange.services import sticks
from tirek.followup.recommendations.queries import answers_through
from tirek.followup.recommendations.refusals import DateAhead, NoAddressee, ReceivedBeforeWritten
from tirek.followup.recommendations.services import issue
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(team):
    visit = world.concluded(world.prison("Дом трёх"), team)
    made = tuple(making.draft(visit, text=making.words(ru=f"До 1 марта заменить светильники корпуса {number}.")) for number in range(3))
    issue(visit_id=visit, report_number="2026/7", on=making.ago(20), by=leader)
    return made


def states(found):
    return [(each.state, each.refusal.code if each.refusal else "") for each in found]


def test_what_is_in_order_is_entered_with_the_covering_letter_and_the_rest_is_told(three):
    key = brought(fill(filled_of_body(0, 1), {1: {"word": "да"}}))
    assert states(services.try_stick(sheet_id=key, by=secretary).part) == [("kept", ""), ("refused", "row-word"), ("empty", "")]
    assert making.read(three[0]).word == "none", "trying enters nothing"
    services.enter_stick(sheet_id=key, by=secretary)
    (told,) = making.read(three[0]).answers
    assert (told.word, told.authority, told.letter_number, told.said_on, told.through) == ("accepted", "lum-prison-service", "7-1/12", making.ago(1), "sheet")
    assert told.letter_id and making.read(three[1]).word == "none" and verify().holds
    with pytest.raises(SheetEntered):
        services.enter_stick(sheet_id=key, by=head)


def test_a_row_without_its_mark_or_with_anothers_is_refused(three):
    key = brought(fill(filled_of_body(0, 1), {0: {"mark": None}, 1: {"mark": "x" * 86}}))
    assert states(services.try_stick(sheet_id=key, by=secretary).part)[:2] == [("refused", "row-unmarked"), ("refused", "row-foreign")]


def test_a_file_of_one_body_answers_nothing_for_another(three):
    key = brought(filled_of_body(0), body="lum-care")
    assert states(services.try_stick(sheet_id=key, by=secretary).part)[0] == ("refused", "row-unknown")


def test_a_fresh_file_asks_only_for_what_still_awaits_an_answer(three):
    services.enter_stick(sheet_id=brought(filled_of_body(0)), by=secretary)
    again = brought(fill(of_body(), {0: {"word": said("in_progress"), "said": "Идёт закупка."}}))
    assert [each.row.number for each in services.try_stick(sheet_id=again, by=secretary).part] == ["2026/7-2", "2026/7-3"]


def test_a_file_that_is_brought_twice_says_of_each_row_that_it_stands(three):
    content = filled_of_body(0, 1)
    services.enter_stick(sheet_id=brought(content), by=secretary)
    assert states(services.try_stick(sheet_id=brought(content), by=secretary).part)[:2] == [("stands", ""), ("stands", "")]


def test_the_next_file_tells_what_was_entered(three):
    services.enter_stick(sheet_id=brought(filled_of_body(0, 2)), by=secretary)
    told = answers_through("lum-prison-service", "sheet", making.ago(30), by=secretary, country="demo", today=making.today())
    assert [(number, word) for number, word, _on in told] == [("2026/7-1", "accepted"), ("2026/7-3", "accepted")]


@pytest.mark.parametrize("who", [leader, analyst, focal])
def test_it_is_the_offices(three, who):
    key, content = brought(filled_of_body(0)), filled_of_body(0)
    roads = (lambda: brought(content, by=who), lambda: services.try_stick(sheet_id=key, by=who), lambda: services.enter_stick(sheet_id=key, by=who), lambda: queries.answer_sheets(by=who, country="demo"))
    for work in roads:
        with pytest.raises(NotAllowed):
            work()


@pytest.mark.parametrize(("given", "refusal"), [({"said_on": making.today(), "received_on": making.ago(1)}, ReceivedBeforeWritten), ({"body": "nobody"}, NoAddressee), ({"received_on": making.ago(-1)}, DateAhead)])
def test_the_covering_letter_is_judged(three, given, refusal):
    with pytest.raises(refusal):
        brought(filled_of_body(0), **given)


def test_another_file_is_not_kept(three):
    with pytest.raises(NotTheSheet):
        brought("Имя;Сумма\n1;2\n".encode())
    assert queries.answer_sheets(by=secretary, country="demo") == ()


def test_a_part_is_tried_while_the_whole_file_is_counted(three):
    key = brought(fill(filled_of_body(0, 1, 2, said="Осуждённый Петров В. С. переведён."), {1: {"word": "да"}}))
    tried = services.try_stick(sheet_id=key, by=secretary, start=2, size=1)
    assert (tried.total, tried.fitting, states(tried.part)) == (3, 2, [("refused", "row-may-name")])
    looked = frozenset(tried.passages)
    assert looked and states(services.try_stick(sheet_id=key, by=secretary, looked=looked, start=2, size=1).part) == [("kept", "")]
    assert services.try_stick(sheet_id=key, by=secretary, start=3, size=50).part == ()


def test_only_the_rows_of_the_part_are_tried_by_the_rules(three, monkeypatch):
    key, tried = brought(filled_of_body(0, 1, 2)), []
    monkeypatch.setattr(sticks, "entered", lambda typed, *_: tried.append(typed.number) or "kept")
    assert services.try_stick(sheet_id=key, by=secretary, start=1, size=1).fitting == 3
    assert tried == ["2026/7-2"]
