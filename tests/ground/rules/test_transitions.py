"""States are tables: every state can be reached, an illegal move is refused with what is possible, axes stay apart."""

import pytest

from tirek.ground.rules.plan_states import PLAN
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, DOCUMENT, VERIFICATION
from tirek.ground.rules.report_states import REPORT
from tirek.ground.rules.transitions import IllegalMove
from tirek.ground.rules.visit_states import BEGUN, VISIT

TABLES = (PLAN, VISIT, REPORT, DOCUMENT, AUTHORITY_WORD, VERIFICATION)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.noun)
def test_every_state_can_be_reached(table):
    reached, frontier = {table.first}, [table.first]
    while frontier:
        for verb in table.possible(frontier.pop()):
            for state in table.states:
                after = {move.after for move in table.moves if move.verb == verb and move.before in reached}
                if state in after - reached:
                    reached.add(state)
                    frontier.append(state)
    assert reached == set(table.states)


@pytest.mark.parametrize("table", TABLES, ids=lambda each: each.noun)
def test_a_verb_leads_to_one_state_only(table):
    pairs = [(move.before, move.verb) for move in table.moves]
    assert len(pairs) == len(set(pairs))


def test_an_illegal_move_names_what_is_possible():
    with pytest.raises(IllegalMove) as refused:
        VISIT.after("planned", "end")
    assert "begin" in str(refused.value) and "planned" in str(refused.value)


def test_the_two_axes_share_no_state():
    assert not set(AUTHORITY_WORD.states) & set(VERIFICATION.states)


def test_a_diagram_names_every_move():
    assert all(f"{move.before} --> {move.after}: {move.verb}" in VISIT.mermaid() for move in VISIT.moves)
    assert set(VISIT.states) > BEGUN


def test_an_authority_may_step_back_and_say_it_again_but_never_only_receive_after_an_answer():
    said = [state for state in AUTHORITY_WORD.states if state not in ("none", "acknowledged")]
    assert all(AUTHORITY_WORD.allows(before, after) for before in said for after in said)
    assert not any(AUTHORITY_WORD.allows(before, "acknowledged") for before in (*said, "acknowledged")) and AUTHORITY_WORD.allows("none", "acknowledged")
