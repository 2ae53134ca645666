"""A press makes each thing once, keeps the latest within its room, and asks whoever waits too long to come again; what fails is not kept."""

import pytest

from tirek.foundation.ui.press import Press
from tirek.ground.rules.refusals import Refusal

pytestmark = pytest.mark.pure


class Busy(Refusal):
    code = "busy"
    message = "Busy."


def fails():
    raise ZeroDivisionError


def test_each_is_made_once_and_those_asked_for_longest_ago_go_first():
    press, made = Press(largest=10, wait=0, busy=Busy), []

    def asked(key, size):
        return press.made(key, lambda: made.append(key) or b"x" * size)

    for key, size in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4)):
        assert asked(key, size) == b"x" * size
    assert made == ["a", "b", "c", "b"]
    assert asked("d", 40) == asked("d", 40) == b"x" * 40 and list(press.kept) == ["d"]


def test_what_is_kept_needs_no_turn_others_are_asked_to_wait_and_a_failure_frees_it():
    press = Press(largest=10, wait=0, busy=Busy)
    press.made("a", lambda: b"a")
    with press.one_at_a_time:
        assert press.made("a", lambda: b"another") == b"a"
        with pytest.raises(Busy):
            press.made("b", lambda: b"b")
    with pytest.raises(ZeroDivisionError):
        press.made("b", fails)
    assert press.made("b", lambda: b"b") == b"b"
