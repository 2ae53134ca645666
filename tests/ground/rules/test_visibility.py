"""Who may see a visit, against a second definition written as a table that a lawyer could read."""

from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.actors import Actor, Grant, Role
from tirek.ground.rules.visibility import VisitSecrecy, visit_visible

# role: (hidden and takes part, hidden and does not, open and takes part, open and does not)
TABLE = {
    Role.HEAD: (True, False, True, True),
    Role.SECRETARIAT: (True, False, True, True),
    Role.LEADER: (True, False, True, False),
    Role.MEMBER: (True, False, True, False),
    Role.MEDIC: (True, False, True, False),
    Role.ANALYST: (False, False, None, None),  # None: only once the report is issued
    Role.FOCAL_POINT: (False, False, False, False),
    Role.BODY_HEAD: (False, False, False, False),
    Role.RECEIVER: (False, False, False, False),
    Role.AUDITOR: (False, False, False, False),
    Role.ADMINISTRATOR: (False, False, False, False),
}

states = st.sampled_from(["planned", "cancelled", "under_way", "concluded", "reported"])


@given(st.sets(st.sampled_from(list(Role))), st.booleans(), st.booleans(), st.booleans(), states, st.booleans(), st.booleans())
def test_the_rule_is_the_table(roles, announced, in_delegation, organises, state, issued, same_country):
    actor = Actor("a", frozenset(Grant(role, "demo" if same_country else "kz") for role in roles))
    visit = VisitSecrecy("demo", announced, state, frozenset({"a"} if in_delegation else ()), frozenset({"a"} if organises else ()), issued)
    hidden = not announced and state in ("planned", "cancelled")
    column = (0 if hidden else 2) + (0 if in_delegation or organises else 1)
    answers = [TABLE[role][column] for role in roles]
    expected = same_country and any(issued if answer is None else answer for answer in answers)
    assert visit_visible(visit, actor) == expected
