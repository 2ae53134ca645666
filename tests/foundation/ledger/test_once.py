"""Reading once: an answer is kept for one reading, for one reader, until something is written; never longer, never for another."""

import pytest

from tests.people import head, leader, secretary
from tirek.foundation.ledger.once import once, once_each, reading
from tirek.foundation.ledger.services import record
from tirek.ground.rules.refusals import NotFound


@pytest.fixture
def heard():
    """What the question below was really asked."""
    return []


@pytest.fixture
def question(heard):
    @once
    def seen(thing, *, by):
        heard.append((thing, by.name))
        if thing == "hidden":
            raise NotFound
        return f"{thing} for {by.name}"

    return seen


def test_a_question_is_asked_once_in_a_reading_and_anew_in_the_next(question, heard):
    for _request in range(2):
        with reading():
            assert {question("visit", by=head) for _again in range(3)} == {"visit for head"}
    assert heard == [("visit", "head")] * 2


def test_nobody_is_given_the_answer_of_another(question, heard):
    with reading():
        assert [question("visit", by=each) for each in (head, leader)] == ["visit for head", "visit for leader"]
    assert len(heard) == 2


def test_outside_a_reading_nothing_is_kept(question, heard):
    question("visit", by=head)
    question("visit", by=head)
    assert len(heard) == 2


def test_a_refusal_is_not_kept(question, heard):
    with reading():
        for _again in range(2):
            with pytest.raises(NotFound):
                question("hidden", by=head)
    assert len(heard) == 2


@pytest.mark.django_db
def test_what_is_recorded_makes_every_answer_old(question, heard):
    with reading():
        question("visit", by=head)
        with record("visit.read", by=secretary, subject=("visit", 1)) as act:
            question("visit", by=head)
            question("visit", by=head)
            act.of(None)
        question("visit", by=head)
    assert len(heard) == 4


def test_names_are_asked_for_once_each():
    wanted = []

    @once_each
    def named(ids):
        wanted.append(ids)
        return {key: key.upper() for key in ids if key != "z"}

    with reading():
        assert named(frozenset("ab")) == {"a": "A", "b": "B"}
        assert named(frozenset("bcz")) == {"b": "B", "c": "C"}
        assert named(frozenset("az")) == {"a": "A"}
    assert wanted == [frozenset("ab"), frozenset("cz")]
    assert named(frozenset()) == {}
