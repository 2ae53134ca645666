"""Every way of changing entries, their order, their salts and the checkpoint file by hand is found and named."""

import os

import pytest
from django.db import connection

from tests.foundation.ledger.hand import by_hand, forge_entry, make_file
from tests.people import secretary
from tirek.foundation.ledger import checkpoints
from tirek.foundation.ledger.models import Head
from tirek.foundation.ledger.services import erase_salts, forget_entry_salt
from tirek.foundation.ledger.verification import verify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_checkpoints(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


def found():
    return [(fault.kind, fault.where) for fault in verify().faults]


def files(number, note_after_each=False):
    made = []
    for each in range(number):
        made.append(make_file(f"{each}.txt"))
        if note_after_each:
            assert checkpoints.write_checkpoint().size == each + 1
    return made


def test_two_entries_that_changed_places_are_found_at_the_first():
    files(4)
    for one, other in ((1, 90), (2, 1), (90, 2)):
        columns = "at, actor, verb, noun, subject, purpose, country, veil, salt, leaf"
        by_hand(f"INSERT INTO ledger_entry (seq, {columns}) SELECT %s, {columns} FROM ledger_entry WHERE seq = %s", other, one)
        by_hand("UPDATE ledger_entryrow SET entry_id = %s WHERE entry_id = %s", other, one)
        by_hand("DELETE FROM ledger_entry WHERE seq = %s", one)
    assert found() == [("entry", "1")]


def test_an_entry_whose_rows_were_given_to_another_is_found():
    files(3)
    by_hand("UPDATE ledger_entryrow SET entry_id = 0 WHERE entry_id = 1")
    assert found()[0] == ("entry", "0")


def test_an_entry_that_was_put_in_at_the_end_is_found():
    files(2)
    columns = "at, actor, verb, noun, subject, purpose, country, veil, salt, leaf"
    by_hand(f"INSERT INTO ledger_entry (seq, {columns}) SELECT 2, {columns} FROM ledger_entry WHERE seq = 1")
    assert found()[0] == ("entry", "2")


def test_a_deleted_first_entry_is_missing():
    files(3)
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id = 0")
    by_hand("DELETE FROM ledger_entry WHERE seq = 0")
    assert ("missing", "0") in found()


def test_a_forged_entry_is_narrowed_to_the_interval_between_two_checkpoints():
    files(6, note_after_each=True)
    forge_entry(3)
    assert ("interval", "3–3") in found()


def test_an_altered_node_above_the_leaves_is_found_before_it_spoils_a_checkpoint():
    files(5)
    by_hand("UPDATE ledger_node SET hash = (SELECT hash FROM ledger_node WHERE level = 0 AND \"index\" = 0) WHERE level = 2")
    assert found() == [("node", "2 0")]


def test_a_cut_checkpoint_file_is_told_with_what_it_held():
    files(4, note_after_each=True)
    path = checkpoints.log_path()
    path.write_text("".join(note + checkpoints.SEPARATOR for note in path.read_text().split(checkpoints.SEPARATOR)[:2]))
    fault = verify().faults[0]
    assert fault.kind == "checkpoint" and "4 notes were signed, 2 are there" in fault.sentence


def test_a_missing_checkpoint_file_is_told():
    files(2, note_after_each=True)
    checkpoints.log_path().unlink()
    assert found() == [("checkpoint", "file")]


def test_a_note_taken_out_of_the_middle_is_told():
    files(4, note_after_each=True)
    path = checkpoints.log_path()
    notes = path.read_text().split(checkpoints.SEPARATOR)
    path.write_text(checkpoints.SEPARATOR.join([notes[0], *notes[2:]]))
    assert found() == [("checkpoint", "file")]


def test_an_edited_note_is_named_and_the_other_checkpoints_still_count():
    files(4, note_after_each=True)
    path = checkpoints.log_path()
    path.write_text(path.read_text().replace("\n2\n", "\n9\n"))
    outcome = verify()
    assert [(fault.kind, fault.where) for fault in outcome.faults] == [("checkpoint", "note 2")]
    assert outcome.checkpoints == 3 and "after the one over 1 entries" in outcome.faults[0].sentence


def test_notes_that_changed_places_are_named():
    files(3, note_after_each=True)
    path = checkpoints.log_path()
    first, second, third, end = path.read_text().split(checkpoints.SEPARATOR)
    path.write_text(checkpoints.SEPARATOR.join([first, third, second, end]))
    assert found() == [("checkpoint", "note 3")]


def test_a_note_signed_by_a_strangers_key_is_named():
    from tirek.ground.proof.checkpoint import Checkpoint, Signer

    files(2, note_after_each=True)
    checkpoints.append_note(Signer(checkpoints.origin(), os.urandom(32)).sign(Checkpoint(checkpoints.origin(), 2, b"0" * 32)))
    assert found() == [("checkpoint", "note 3")]


def test_a_note_that_a_crash_cut_short_goes_and_the_next_one_stands_whole():
    files(2, note_after_each=True)
    whole = checkpoints.log_path().read_bytes()
    checkpoints.log_path().write_bytes(whole + whole[:40])
    make_file("2.txt")
    assert checkpoints.write_checkpoint().size == 3
    outcome = verify()
    assert outcome.holds and outcome.checkpoints == 3


def test_something_else_at_the_end_of_the_file_stays_as_evidence():
    files(1, note_after_each=True)
    with checkpoints.log_path().open("a") as file:
        file.write("somebody was here")
    make_file("1.txt")
    checkpoints.write_checkpoint()
    assert "somebody was here" in checkpoints.log_path().read_text()
    assert found() == [("checkpoint", "note 2")]


def test_signing_goes_on_when_the_last_note_was_altered():
    files(2, note_after_each=True)
    path = checkpoints.log_path()
    path.write_text(path.read_text().replace("\n2\n", "\n9\n"))
    assert checkpoints.write_checkpoint().size == 2
    assert found() == [("checkpoint", "note 2")]


def test_a_checkpoint_is_never_signed_inside_a_transaction_that_may_still_be_rolled_back():
    from tirek.foundation.ledger.services import record

    make_file()
    with pytest.raises(RuntimeError), record("file.stored", by=secretary) as entry:
        checkpoints.write_checkpoint()
        entry.of(None)


def test_a_salt_erased_by_hand_after_an_older_erasure_is_a_fault():
    file = make_file()
    erase_salts(table="files_storedfile", row=file.pk, by=secretary)
    from tirek.foundation.ledger.services import record

    with record("file.renamed", by=secretary) as entry:
        file.name = "second.txt"
        file.save()
        entry.of(None)
    assert verify().holds
    by_hand("UPDATE files_storedfile SET name = 'third.txt'")
    by_hand("UPDATE ledger_entryrow SET salt = NULL")
    assert ("erasure", f"files_storedfile {file.pk}") in found()


def test_an_entrys_salt_erased_by_hand_is_a_fault_and_by_the_service_is_not():
    files(2)
    forget_entry_salt(seq=0, by=secretary)
    assert verify().holds
    by_hand("UPDATE ledger_entry SET salt = NULL WHERE seq = 1")
    assert found() == [("erasure", "entry 1")]


def test_values_that_no_program_of_ours_writes_are_named_and_stop_nothing():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps a text in a column of numbers")
    one, _two = files(2)
    by_hand("UPDATE files_storedfile SET size = 'many' WHERE name = '0.txt'")
    by_hand("UPDATE ledger_entry SET at = 'yesterday' WHERE seq = 1")
    assert found() == [("entry", "1"), ("row", f"files_storedfile {one.pk}")]
    by_hand("UPDATE files_storedfile SET id = 'nobody' WHERE name = '1.txt'")
    assert ("row", "files_storedfile nobody") in found()


def test_the_key_is_made_for_its_owner_alone_and_an_open_or_damaged_one_is_refused():
    files(1, note_after_each=True)
    path = checkpoints.key_path()
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    with pytest.raises(checkpoints.KeyRefused, match="chmod 600"):
        checkpoints.signer()
    path.chmod(0o600)
    path.write_text("not a key")
    with pytest.raises(checkpoints.KeyRefused, match="damaged"):
        checkpoints.signer()


def test_a_lost_key_is_replaced_and_both_keys_open_their_notes():
    files(1, note_after_each=True)
    checkpoints.key_path().unlink()
    make_file("1.txt")
    checkpoints.write_checkpoint()
    outcome = verify()
    assert outcome.holds and outcome.checkpoints == 2


def test_the_head_counts_the_notes():
    files(3, note_after_each=True)
    assert Head.objects.get().notes == 3


def roll_back(size):
    """What somebody with the database does to undo all that came after an earlier checkpoint: rows, lines, entries, nodes, the head."""
    by_hand("DELETE FROM files_storedfile WHERE name >= %s", f"{size}.txt")
    by_hand("DELETE FROM ledger_entryrow WHERE entry_id >= %s", size)
    by_hand("DELETE FROM ledger_entry WHERE seq >= %s", size)
    for level in range(8):
        by_hand('DELETE FROM ledger_node WHERE level = %s AND ("index" + 1) * %s > %s', level, 2**level, size)
    by_hand("UPDATE ledger_head SET size = %s, notes = %s", size, size)


def test_a_rollback_of_the_database_alone_is_told_also_after_others_took_the_place_of_what_is_gone():
    files(5, note_after_each=True)
    roll_back(2)
    assert ("missing", "2") in found()
    for number in range(2, 8):
        make_file(f"{number}.txt")
        checkpoints.write_checkpoint()
        assert found() != [], number
    assert ("interval", "2–2") in found()


def test_a_rollback_with_the_later_checkpoints_hidden_is_told_only_by_one_kept_elsewhere():
    files(5, note_after_each=True)
    path = checkpoints.log_path()
    whole, elsewhere = path.read_text(), checkpoints.newest_note()
    roll_back(2)
    path.write_text("".join(note + checkpoints.SEPARATOR for note in whole.split(checkpoints.SEPARATOR)[:2]))
    outcome = verify()
    assert outcome.holds and "roll the records back to an earlier checkpoint" in " ".join(outcome.unseen)
    assert checkpoints.open_with(checkpoints.verifiers(), elsewhere).size == 5 > outcome.entries
    path.write_text(whole)
    assert ("missing", "2") in found(), "notes that were hidden only while somebody looked tell of it when they are back"


def test_the_check_says_what_it_cannot_see():
    unseen = " ".join(verify().unseen)
    assert "figures that the program proposes" in unseen
    for words in ("last checkpoint", "signing key", "never entered", "salt was erased", "without the program", "passwords", "cut checkpoints"):
        assert words in unseen
