"""Entries that stand under no checkpoint although one was due: told, and from an hour on, or with many and no checkpoint, a fault."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.foundation.ledger.hand import by_hand, make_file
from tirek.foundation.ledger import checkpoints
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db


def later(**length):
    return verify(moment=timezone.now() + timedelta(**length))


def test_entries_of_the_last_minutes_may_stand_bare():
    make_file()
    outcome = later(seconds=100)
    assert outcome.holds and outcome.remarks == ()


def test_a_tail_bare_for_some_minutes_is_told_and_is_no_fault():
    make_file()
    checkpoints.write_checkpoint()
    make_file("second.txt")
    outcome = later(minutes=5)
    assert outcome.holds
    assert "Entries 1 to 1 stand under no checkpoint" in str(outcome.remarks[0]) and "were cut" in str(outcome.remarks[0])


def test_a_tail_bare_for_over_an_hour_is_a_fault():
    make_file()
    checkpoints.write_checkpoint()
    make_file("second.txt")
    make_file("third.txt")
    outcome = later(minutes=61)
    assert [(fault.kind, fault.where) for fault in outcome.faults] == [("checkpoint", "1–2")]


def test_an_old_ledger_whose_entries_are_all_covered_holds():
    make_file()
    checkpoints.write_checkpoint()
    outcome = later(days=400)
    assert outcome.holds and outcome.remarks == ()


def test_many_entries_and_not_one_checkpoint_are_a_fault_although_the_head_counts_none():
    for number in range(100):
        make_file(f"{number}.txt")
    checkpoints.write_checkpoint()
    assert later(minutes=3).holds
    checkpoints.log_path().write_text("")
    by_hand("UPDATE ledger_head SET notes = 0")
    assert [(fault.kind, fault.where) for fault in later(minutes=3).faults] == [("checkpoint", "0–99")]


def test_a_cut_file_and_a_cut_count_show_after_an_hour():
    for number in range(3):
        make_file(f"{number}.txt")
        checkpoints.write_checkpoint()
    path = checkpoints.log_path()
    path.write_text(path.read_text().split(checkpoints.SEPARATOR)[0] + checkpoints.SEPARATOR)
    by_hand("UPDATE ledger_head SET notes = 1")
    assert [(fault.kind, fault.where) for fault in later(hours=2).faults] == [("checkpoint", "1–2")]
