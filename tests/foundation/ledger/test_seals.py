"""The seals: what somebody with the database and our code alone puts in as an entry is named; what stood before there was a key is told."""

import pytest

from tests.foundation.ledger.hand import by_hand, forge_entry, make_file
from tests.people import secretary
from tirek.foundation.ledger import checkpoints, seals, writing
from tirek.foundation.ledger.acts import opened
from tirek.foundation.ledger.key_files import KeyRefused
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import Draft, forget_entry_salt
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def found():
    return [(fault.kind, fault.where) for fault in verify().faults]


def append_forged(file, monkeypatch, key=b"a guess of the key"):
    """What the database and public code are enough for: a whole entry at the end, with leaf, nodes and head, for a row changed by SQL."""
    by_hand("UPDATE files_storedfile SET name = 'forged.txt' WHERE name = %s", file.name)
    with opened() as act, monkeypatch.context() as elsewhere:
        elsewhere.setattr(writing, "sealing_key", lambda seq: key)
        act.touch(file)
        return writing.append(Draft("file.renamed", secretary.id, "file", str(file.pk)), act)


def test_an_entry_appended_with_the_database_alone_is_named_with_its_row(monkeypatch):
    make_file("0.txt")
    forged = append_forged(make_file("1.txt"), monkeypatch)
    make_file("2.txt")
    assert checkpoints.write_checkpoint().size == 4, "the program signs what stands there"
    (fault,) = verify().faults
    assert (fault.kind, fault.where) == ("seal", f"{forged.seq}–{forged.seq}")
    assert forged.subject in fault.sentence and "no seal of this house" in fault.sentence


def test_an_entry_without_any_seal_after_there_is_a_key_is_named(monkeypatch):
    file = make_file()
    append_forged(file, monkeypatch)
    by_hand("UPDATE ledger_entry SET seal = NULL WHERE seq = 1")
    assert found() == [("seal", "1–1")]


def test_taking_all_seals_away_does_not_make_the_entries_old():
    for each in range(3):
        make_file(f"{each}.txt")
    by_hand("UPDATE ledger_entry SET seal = NULL")
    assert found() == [("seal", "0–2")]


def test_an_entry_forged_within_the_minute_before_a_checkpoint_is_named():
    make_file("0.txt")
    make_file("1.txt")
    forge_entry(1)
    assert ("seal", "1–1") in found()


def test_a_seal_of_another_entry_does_not_do():
    make_file("0.txt")
    make_file("1.txt")
    by_hand("UPDATE ledger_entry SET seal = (SELECT seal FROM ledger_entry WHERE seq = 0) WHERE seq = 1")
    assert found() == [("seal", "1–1")]


def test_the_list_of_an_entry_whose_salt_was_erased_is_still_held_by_its_seal():
    make_file("0.txt")
    make_file("1.txt")
    forget_entry_salt(seq=1, by=secretary)
    assert verify().holds
    by_hand("UPDATE ledger_entryrow SET mac = (SELECT mac FROM ledger_entryrow WHERE entry_id = 0) WHERE entry_id = 1")
    assert ("seal", "1–1") in found()


def test_entries_from_before_there_was_a_key_are_told_and_are_no_fault():
    make_file("0.txt")
    make_file("1.txt")
    by_hand("UPDATE ledger_entry SET seal = NULL")
    seals.key_path().unlink()
    make_file("2.txt")
    outcome = verify()
    assert outcome.holds
    assert [str(each) for each in outcome.remarks] == [
        "Entries 0 to 1 stand before the seals of this house: that the program wrote them is shown by the checkpoints alone."
    ]
    by_hand("UPDATE ledger_entry SET seal = NULL WHERE seq = 2")
    assert found() == [("seal", "2–2")]


def test_without_the_key_the_whole_ledger_is_told_to_stand_before_the_seals():
    make_file()
    seals.key_path().unlink()
    outcome = verify()
    assert outcome.holds and "Entries 0 to 0 stand before the seals" in str(outcome.remarks[0])


def test_a_lost_key_that_is_found_again_is_put_beside_the_new_one():
    make_file("0.txt")
    old = seals.key_path().read_bytes()
    seals.key_path().unlink()
    make_file("1.txt")
    assert verify().remarks
    seals.key_path().write_bytes(seals.key_path().read_bytes() + old)
    assert verify().holds and verify().remarks == ()
    make_file("2.txt")
    assert verify().holds


def test_a_key_that_was_made_later_than_a_restored_ledgers_end_gets_another_beside_it():
    make_file("0.txt")
    key = seals.key_path().read_text().split()[1]
    seals.key_path().write_text(f"7 {key}\n")
    make_file("1.txt")
    assert [line.split()[0] for line in seals.key_path().read_text().splitlines()] == ["7", "1"]
    assert verify().holds and len(verify().remarks) == 1
    assert not list(seals.key_path().parent.glob(".*")), "no draft of a key stays behind"


def test_the_key_is_its_owners_alone_and_an_open_or_damaged_one_writes_nothing():
    make_file()
    path = seals.key_path()
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    with pytest.raises(KeyRefused, match="chmod 600"):
        make_file("1.txt")
    path.chmod(0o600)
    for damaged in ("", "x", "0 short\n", "-1 AAAA\n"):
        path.write_text(damaged)
        with pytest.raises(KeyRefused, match="damaged"):
            make_file("1.txt")
    assert Entry.objects.count() == 1
