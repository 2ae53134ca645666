"""A database that was taken back is told by its checkpoints outside; put on record, it goes on, and no verification keeps silent about it."""

import pytest

from tests.foundation.ledger.hand import make_file
from tirek.foundation.ledger import taken_back
from tirek.foundation.ledger.checkpoints import append_note, origin, read_notes, signer, write_checkpoint
from tirek.foundation.ledger.verification import verify
from tirek.ground.proof.checkpoint import Checkpoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind(settings, tmp_path):
    """One entry, and a checkpoint outside over five."""
    settings.TIREK_DATA = tmp_path
    make_file()
    write_checkpoint()
    append_note(signer().sign(Checkpoint(origin(), 5, bytes(32))))


def test_it_is_told_then_on_record_for_ever(behind):
    (fault,) = verify().faults
    assert "cover 5 entries; the database holds 1." in fault.sentence and "tirek ledger taken-back" in fault.sentence
    assert taken_back.put_on_record() == (1, 5)
    write_checkpoint()
    make_file("second.txt")
    write_checkpoint()
    found = verify()
    assert found.holds and found.entries == 3 and found.checkpoints == 3
    (remark,) = found.remarks
    assert "of 5 entries the last 4 are not here" in str(remark) and "taken-back-1-of-5.log" in str(remark)
    assert "\n5\n" in taken_back.laid_aside(1, 5).read_text() and not any(note.split("\n")[1] == "5" for note in read_notes())
    with pytest.raises(ValueError):
        taken_back.put_on_record()


def test_cut_off_in_the_middle_it_is_done_again(behind, monkeypatch):
    replaced = taken_back.replaced

    def full(path, content):
        if path.name == "checkpoints.log":
            raise OSError
        replaced(path, content)

    monkeypatch.setattr(taken_back, "replaced", full)
    with pytest.raises(OSError):
        taken_back.put_on_record()
    assert len(list(read_notes())) == 2, "no note is lost"
    monkeypatch.setattr(taken_back, "replaced", replaced)
    assert taken_back.put_on_record() == (2, 5)
    write_checkpoint()
    assert verify().holds
