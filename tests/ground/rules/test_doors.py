"""Which face is whose."""

import pytest

from tirek.ground.rules.actors import ANSWERING, NOBODY, Actor, Grant, Role
from tirek.ground.rules.doors import door_of, doors_of, may_come_in

pytestmark = pytest.mark.pure


def held(*roles):
    return Actor("a", frozenset(Grant(role, f"c{number}") for number, role in enumerate(roles)))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_one_face_and_only_those_who_answer_the_authorities_page(role):
    assert doors_of(held(role)) == {door_of(role)}
    assert (door_of(role) == "respond") is (role in ANSWERING)
    assert may_come_in(held(role), ("desk", "respond"))
    assert may_come_in(held(role), ("respond",)) is not may_come_in(held(role), ("desk",))


def test_roles_of_two_countries_open_both_and_no_role_neither_closes():
    assert doors_of(held(Role.BODY_HEAD, Role.ANALYST)) == {"desk", "respond"}
    assert may_come_in(NOBODY, ("respond",)) and may_come_in(NOBODY, ("desk",))
    assert not may_come_in(held(Role.HEAD), ())
